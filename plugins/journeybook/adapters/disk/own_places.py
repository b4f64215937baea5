"""Where the files of handbooks lie, which nothing that is made of them may be written over."""

from collections.abc import Iterator
from pathlib import Path

from journeybook.adapters.disk.inventory_files import tops_elsewhere
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.sites.configuration import Place, configuration_at, find_handbooks
from journeybook.adapters.disk.sites.handbook_folders import Folders


def refuse_own(place: Place, output: Path) -> None:
    """See that what is written lies nowhere among the files that it is made of.

    Raises:
        CannotRunError: when it does, or there is no handbook at the place.
    """
    written = output.resolve()
    if any(written.is_relative_to(one.resolve()) for one in _own(place)):
        raise CannotRunError(
            "{file} lies among the files of the handbook; name another place", file=output
        )


def _own(place: Place) -> Iterator[Path]:
    for one in find_handbooks(place):
        yield from (one.root / folder for folder in (one.content, one.config) if folder != ".")
    yield from read_elsewhere_at(place)
    if not isinstance(place, Folders) and (file := configuration_at(place)):
        yield file


def read_elsewhere_at(place: Place) -> tuple[Path, ...]:
    """Give the files and folders outside of handbooks that are read, as inventory.yml names them.

    None where there is no handbook that can be read.
    """
    try:
        found = find_handbooks(place)
    except CannotRunError:
        return ()
    return tuple(one.root / top for one in found for top in tops_elsewhere(one))
