"""Decisions that lie where none of several handbooks reads them."""

from collections.abc import Iterator

from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.sites.configuration import Place, named_handbooks
from journeybook.adapters.disk.sites.handbook_folders import Folders

_OF_EACH = ("waivers.yml", "inventory.yml", "baseline.json")
"""What each of several handbooks has for itself."""


def unread_decisions(site: Place) -> Iterator[CannotRunError]:
    """Give a sentence for each file beside what counts for all that should lie with one of them.

    It lay there when there was one handbook.

    Raises:
        CannotRunError: when the configuration cannot be read.
    """
    handbooks = named_handbooks(site.root if isinstance(site, Folders) else site)
    own = {one.config for one in handbooks}
    for shared in dict.fromkeys(one.shared for one in handbooks if one.shared):
        for name in _OF_EACH if shared not in own else ():
            if (handbooks[0].root / shared / name).is_file():
                yield CannotRunError(
                    "{file} is read for none of the handbooks: each has one of its own, such as "
                    "{own}; move it there",
                    file=f"{shared}/{name}",
                    own=f"{handbooks[0].config}/{name}",
                )
