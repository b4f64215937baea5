"""Which of very many pages of a kind a page names beside itself."""

from collections.abc import Sequence

MOST_NAMED = 40
_AROUND = 6


def near(uris: Sequence[str], here: str, home: str) -> frozenset[str]:
    """Choose the pages that are named on the page `here`; the page `home` names all of them.

    A thousand pages that each name a thousand others would be too much to read and to keep.
    """
    if len(uris) <= MOST_NAMED or here == home:
        return frozenset(uris)
    at = uris.index(here) if here in uris else 0
    return frozenset((home, *uris[max(0, at - _AROUND) : at + _AROUND + 1]))
