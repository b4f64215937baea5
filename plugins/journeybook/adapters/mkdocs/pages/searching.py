"""What a site's search reads of our blocks: their words, without the tags that only show them.

A search takes a page apart tag by tag. With all of ours that takes as long as all else of a build.
"""

import re
from collections.abc import Iterable, Iterator

from journeybook.pages.parts.page import Block

_END = "<!-- jb:end -->"
# What a search tells apart by its place, and so has to see as it stands.
_WHOLE = re.compile(r"<(?:pre|script|style|object)\b|<h[1-6][^>]*\sid=")
_EXCLUDED = "data-search-exclude"
# What a search shows of a passage as it was written; inside a line, a tag parts no words.
_SHOWN = ("p", "code", "li", "ol", "ul", "sub", "sup")
_INSIDE_LINES = (
    *("a", "abbr", "b", "bdi", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "small"),
    *("span", "strong", "u", "wbr"),
)
_TAG = re.compile(r"<(/?[^\s>]*)[^>]*>")
_IN_PLACE = {
    **{f"{end}{name}": f"<{end}{name}>" for name in _SHOWN for end in ("", "/")},
    **{f"{end}{name}": "" for name in _INSIDE_LINES for end in ("", "/")},
}


def hidden_from_search(html: str, blocks: Iterable[tuple[Block, str]]) -> str:
    """Give the HTML of a page with the words of its blocks in place of them.

    Blocks whose words would only drown the search leave nothing.
    """
    for block, finished in blocks:
        words = words_of(block.html) if block.searchable else ""
        html = html.replace(finished, f"{block.marker}{words}{_END}", 1)
    return html


def shown_again(html: str, blocks: Iterable[tuple[Block, str]]) -> str:
    """Give the HTML of a page with the blocks that were hidden from the search."""
    for block, finished in blocks:
        before, marker, rest = html.partition(block.marker)
        if marker:
            html = f"{before}{finished}{rest.partition(_END)[2]}"
    return html


def words_of(html: str) -> str:
    """Write what a search should find of a block, in lines, paragraphs and lists."""
    if _WHOLE.search(html):
        return html
    # Texts and the names of the tags between them, in turn.
    parts = _TAG.split("".join(_included(html)))
    parts[1::2] = [_IN_PLACE.get(name, " ") for name in parts[1::2]]
    return " ".join(f"_{''.join(parts)}_".split())[1:-1]


def _included(html: str) -> Iterator[str]:
    at, mark = 0, html.find(_EXCLUDED)
    while mark >= 0:
        start = html.rfind("<", at, mark)
        # It may be a word of the text.
        if start >= 0 and ">" not in html[start:mark]:
            yield html[at:start]
            at = _end_of(html, start, mark)
        mark = html.find(_EXCLUDED, max(at, mark + 1))
    yield html[at:]


def _end_of(html: str, start: int, mark: int) -> int:
    # As the theme's search takes it: what is left out ends with the first element of its name, so
    # that the title of a gap, which the ways to act on it repeat, weighs as much as ever.
    closing = f"</{html[start + 1 : mark].split(maxsplit=1)[0]}>"
    end = html.find(closing, mark)
    return end + len(closing) if end >= 0 else len(html)
