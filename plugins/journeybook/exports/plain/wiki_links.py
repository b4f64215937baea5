"""Where the pages of a wiki tell what files say, so that links in their prose lead there.

An anchor is what code hosts make of a heading.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from journeybook.pages.parts.hrefs import quoted, relative
from journeybook.sources.prose import lines_of_prose, without_code

FILES = "files"
"""The folder of the pictures and other files that prose leads to."""
_TARGET = re.compile(
    r"(?<=\]\()(?:<(?P<angled>[^<>\n]{1,2000})>|(?P<plain>(?:[^()\s<>]|\([^()\s]*\)){1,2000}))"
)
_DEFINED = re.compile(r" {0,3}\[[^\[\]^][^\[\]]{0,200}\]:\s*<?(?P<plain>[^\s<>]+)")
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|[/#]")
# A view that is placed there is drawn on our own pages alone.
_VIEW = re.compile(r"<!--\s*journeybook/.*?-->")
_NOWHERE = "\0"
_LINK_TO_NOWHERE = re.compile(rf"!?\[([^\[\]]*)\]\({_NOWHERE}[^()]*\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A page: the files it tells below headings, and those that it tells without one."""

    page: str
    title: str
    parts: Mapping[str, str] = field(default_factory=dict)
    also: tuple[str, ...] = ()

    @property
    def places(self) -> Iterator[tuple[str, tuple[str, str]]]:
        """Where each of its files is told."""
        yield from ((uri, (self.page, "")) for uri in self.also)
        heads = islice(_anchors((self.title, *self.parts.values())), 1, None)
        yield from ((uri, (self.page, head)) for uri, head in zip(self.parts, heads, strict=True))


def _anchors(titles: Iterable[str]) -> Iterator[str]:
    seen = Counter[str]()
    for title in titles:
        plain = re.sub(r"[^\w\s-]", "", title.casefold()).strip().replace(" ", "-")
        yield f"{plain}-{seen[plain]}" if seen[plain] else plain
        seen[plain] += 1


@dataclass(frozen=True, slots=True, kw_only=True)
class WikiLinks:
    """Knows on which page, and under which anchor, each file is told, by its path.

    `files` are those that may be copied; `copied` those that some prose leads to.
    """

    places: Mapping[str, tuple[str, str]]
    files: frozenset[str]
    copied: set[str] = field(default_factory=set)

    def led(self, prose: str, uri: str, page: str) -> str:
        """Give the prose of a file for a page; a link to what is nowhere in it is its text.

        Views that are placed in it are left out.
        """
        lines = prose.split("\n")
        for at, text in lines_of_prose(prose):
            lines[at] = self._line(_VIEW.sub("", text), uri, page)
        return "\n".join(lines).strip()

    def _line(self, text: str, uri: str, page: str) -> str:
        plain = without_code(text)
        defined = _DEFINED.match(plain)
        for found in reversed([defined] if defined else list(_TARGET.finditer(plain))):
            group = "angled" if found.groupdict().get("angled") else "plain"
            target = found[group]
            if not _ELSEWHERE.match(target):
                start, end = found.span(group if defined else 0)
                text = f"{text[:start]}{self._way(target, uri, page)}{text[end:]}"
        before = ""
        while text != before:
            before, text = text, _LINK_TO_NOWHERE.sub(r"\1", text)
        return text.replace(_NOWHERE, "#")

    def _way(self, target: str, uri: str, page: str) -> str:
        parts = urlsplit(target)
        path = normpath(join("/", dirname(uri), unquote(parts.path))).lstrip("/")
        there, anchor = self.places.get(path, ("", ""))
        if there:
            anchor = parts.fragment or anchor
            return f"{quoted(relative(page, there))}{f'#{quoted(anchor)}' if anchor else ''}"
        if path in self.files:
            self.copied.add(path)
            return quoted(relative(page, f"{FILES}/{path}"))
        return _NOWHERE
