"""Decisions that lie where none of several handbooks reads them."""

from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath

from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.sites.configuration import Place, named_handbooks
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.sources.settings.configuration import FOR_ALL
from journeybook.sources.strays import BASELINE, DECISIONS, decisions_meant


def unread_decisions(site: Place) -> Iterator[CannotRunError]:
    """Give a sentence for each file beside what counts for all that should lie with one of them.

    It lay there when there was one handbook, or its folder, or it, is called otherwise.

    Raises:
        CannotRunError: when the configuration cannot be read.
    """
    handbooks = named_handbooks(site.root if isinstance(site, Folders) else site)
    own = {one.config for one in handbooks}
    for shared in dict.fromkeys(one.shared for one in handbooks if one.shared):
        for path in _unread(handbooks[0].root, shared, own) if shared not in own else ():
            name = path.name if path.name == BASELINE else decisions_meant(path.name) or path.name
            if path.parent.as_posix() == shared and name in FOR_ALL:
                yield CannotRunError(
                    "{file} is not read; rename it to {name}", file=path, name=name
                )
            else:
                yield CannotRunError(
                    "{file} is read for none of the handbooks: each has one of its own, such as "
                    "{own}; move it there",
                    file=path,
                    own=f"{handbooks[0].config}/{name}",
                )


def _unread(root: Path, shared: str, own: Collection[str]) -> Iterator[PurePosixPath]:
    for file in sorted((root / shared).rglob("*")):
        path = PurePosixPath(file.relative_to(root).as_posix())
        is_ours = path.name in (*DECISIONS, BASELINE) or decisions_meant(path.name)
        is_read = path.parent.as_posix() == shared and path.name in FOR_ALL
        is_theirs = any(parent.as_posix() in own for parent in path.parents)
        if is_ours and not is_read and not is_theirs and file.is_file():
            yield path
