"""How close an act is to what may follow from it."""

from collections.abc import Hashable

from journeybook.compare.change import Change
from journeybook.findings import RefKind

SAME = 100
SERVED = 90
AROUND = 85
WITHIN = 80
THERE = 60
NEAR = 40
_NOTED = 30
BESIDE = 20
_PLACES = ("around", "near", "place", "within")
_WORDS = ("text", "title", "summary")


Key = tuple[str, Hashable]
"""What an act reaches, and what a consequence may follow from."""


def at_most(act: Change, key: Key) -> int:
    """Give how close an act may be to something that it reaches.

    Other words beside what is said explain only what nothing else does, and so do a day or a name
    beside somebody or somewhere, but for what is missing of these themselves.
    """
    of_content = act.subject is not None and act.subject.kind is RefKind.ASSET
    if act.aspect in _WORDS:
        return BESIDE
    if key[0] in _PLACES and (act.notes or act.aspect == "review-every"):
        return _NOTED if of_content else BESIDE
    return SAME
