"""The gaps that a handbook has recorded as known, as they lie on disk or as they were."""

from pathlib import Path

from journeybook.adapters.disk.git.repository import find_commit, find_objects, read_objects
from journeybook.adapters.disk.keeping.writing import refuse_special
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.adapters.disk.versions.snapshots import repository_of
from journeybook.compare.baseline import Baseline, BaselineError, read_baseline
from journeybook.sources.strays import BASELINE


def baseline_file(folders: Folders) -> Path:
    """Give the place of a handbook's baseline."""
    return folders.root / folders.config / BASELINE


def known_gaps(folders: Folders, at: str | None = None) -> Baseline:
    """Read a handbook's baseline, as it lies on disk or as it was at a branch, tag or commit.

    Raises:
        CannotRunError: when there is none that can be read.
    """
    target = baseline_file(folders)
    refuse_special(target)
    try:
        return read_baseline(_text_at(folders, at) if at else target.read_bytes())
    except FileNotFoundError as error:
        raise CannotRunError(
            "there is no {file}: run journeybook baseline first", file=target
        ) from error
    except OSError as error:
        raise CannotRunError(
            "cannot read {file}: {problem}", file=target, problem=error.strerror
        ) from error
    except BaselineError as error:
        raise CannotRunError(str(error), file=target) from error


def _text_at(folders: Folders, at: str) -> bytes:
    repository = repository_of(folders)
    place = (find_commit(repository, at), f"{folders.config}/baseline.json")
    (found,) = find_objects(repository, [place])
    text = read_objects(repository, [found]).get(found) if found else None
    if text is None:
        raise FileNotFoundError(place[1])
    return text
