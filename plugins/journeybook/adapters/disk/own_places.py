"""Where the files of handbooks lie, which nothing that is made of them may be written over."""

from collections.abc import Iterator
from pathlib import Path

from journeybook.adapters.disk.inventory_files import tops_elsewhere
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.sites.configuration import Place, configuration_at, find_handbooks
from journeybook.adapters.disk.sites.handbook_folders import Folders


def refuse_own(place: Place, output: Path, *, emptied: bool = False) -> None:
    """See that what is written lies nowhere among the files that it is made of.

    Nor may a folder hold any of them that is `emptied` first.

    Raises:
        CannotRunError: when it does.
    """
    written = output.resolve()
    own = [one.resolve() for one in _own(place)]
    if emptied and (inside := next((one for one in own if one.is_relative_to(written)), None)):
        raise CannotRunError(
            "{file} would be deleted, since the site is written into {folder}; name another folder",
            file=inside,
            folder=output,
        )
    if any(written.is_relative_to(one) for one in own):
        raise CannotRunError(
            "{file} lies among the files of the handbook; name another place", file=output
        )


def _own(place: Place) -> Iterator[Path]:
    for one in _handbooks(place):
        folders = (one.content, one.config, one.shared, one.overrides)
        yield from (one.root / folder for folder in folders if folder not in ("", "."))
    yield from read_elsewhere_at(place)
    if not isinstance(place, Folders) and (file := configuration_at(place)):
        yield file


def read_elsewhere_at(place: Place) -> tuple[Path, ...]:
    """Give the files and folders outside of handbooks that are read, as inventory.yml names them.

    None where there is no handbook that can be read.
    """
    return tuple(one.root / top for one in _handbooks(place) for top in tops_elsewhere(one))


def _handbooks(place: Place) -> tuple[Folders, ...]:
    try:
        return find_handbooks(place)
    except CannotRunError:
        return ()
