"""How a site was set up at a commit, and which handbooks it had."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from journeybook.adapters.disk.git.repository import Repository, list_files, read_objects
from journeybook.adapters.disk.sites.engine_yaml import read_configuration
from journeybook.adapters.disk.sites.handbook_folders import Folders, handbooks_of
from journeybook.sources.document import SourceFile
from journeybook.sources.names import CONFIGURATIONS
from journeybook.sources.settings.site import parent_of


def with_parents(
    known: Iterable[SourceFile], repository: Repository, commit: str
) -> tuple[SourceFile, ...]:
    """Add the configurations that the site's own takes over from."""
    files = {one.path: one for one in known}
    path = next((one for one in CONFIGURATIONS if one in files), "")
    while path in files and (path := parent_of(files[path])) and path not in files:
        entries = list_files(repository, commit, (path,))
        data = read_objects(repository, (one.object for one in entries))
        files |= {
            one.path: SourceFile(path=one.path, data=data.get(one.object, b"")) for one in entries
        }
    return tuple(files.values())


def handbooks_at(repository: Repository, commit: str) -> tuple[Folders, ...]:
    """Find the handbooks that the configuration of a commit names.

    Raises:
        CannotRunError: when it cannot be read.
    """
    # The engine reads files, so the configuration and those it inherits from become files.
    with TemporaryDirectory() as place:
        root = Path(place).resolve()
        wanted = list(CONFIGURATIONS)
        while wanted:
            entries = [one for one in list_files(repository, commit, wanted) if not one.is_link]
            data = read_objects(repository, (one.object for one in entries))
            wanted = []
            for entry in entries:
                file = root / entry.path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data.get(entry.object, b""))
                path = parent_of(SourceFile(path=entry.path, data=data.get(entry.object, b"")))
                if path and not (root / path).exists():
                    wanted.append(path)
        site = next((root / name for name in CONFIGURATIONS if (root / name).is_file()), None)
        return handbooks_of(read_configuration(site) if site else {}, root)
