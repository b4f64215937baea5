"""Which of very many pages of a kind a page names beside itself."""

from collections.abc import Mapping

MOST_NAMED = 40
_AROUND = 6


def near(pages: Mapping[str, str], here: str, home: str) -> tuple[str, ...]:
    """Choose what is named on the page `here`, of `pages` by id; the page `home` names all of it.

    A thousand pages that each name a thousand others would be too much to read and to keep.
    """
    ids = tuple(pages)
    if len(ids) <= MOST_NAMED or here == home:
        return ids
    at = next((at for at, page in enumerate(pages.values()) if page == here), 0)
    return ids[max(0, at - _AROUND) : at + _AROUND + 1]
