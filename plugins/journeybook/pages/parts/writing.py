"""Pages as Markdown with front matter, the way an engine reads them from a disk."""

import json
import re
from collections.abc import Mapping
from html import escape, unescape
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit, urlunsplit

from journeybook.pages.parts.hrefs import quoted, relative
from journeybook.pages.parts.page import PROSE, Page, heading
from journeybook.sources.prose import first_heading, split_title

_HALF = re.compile("[\ud800-\udfff]")
_BY_NUMBER = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def meta_of(page: Page, *, tags: bool) -> Mapping[str, object]:
    """Give what the theme should know of a page of ours, and what other plugins look for."""
    meta: dict[str, object] = {"title": as_text(page.title)}
    if page.description:
        meta["description"] = as_text(" ".join(page.description.split()))
    if page.tags and tags:
        meta["tags"] = list(page.tags)
    return meta


def hidden_beside(page: Page, *, tabs: bool) -> Mapping[str, object]:
    """Tell the theme what does not stand beside a wide page.

    Where `tabs` lead to all of its section, it goes without the navigation too.
    """
    return {"hide": ["navigation", "toc"] if tabs else ["toc"]} if page.wide else {}


def as_text(words: str) -> str:
    """Write words that go into HTML as they are, whether or not they were written for that."""
    return escape(unescape(words))


def with_meta(meta: Mapping[str, object], markdown: str) -> str:
    """Write a page with its front matter."""
    lines = (f"{key}: {_yaml(value)}\n" for key, value in meta.items())
    return f"---\n{''.join(lines)}---\n{markdown}" if meta else markdown


def _yaml(value: object) -> str:
    # JSON is YAML too, but for the two halves in which it writes a face, and for signs that YAML
    # wants to be written by their number.
    text = json.dumps(value, default=str, ensure_ascii=False)
    return _BY_NUMBER.sub(lambda sign: f"\\u{ord(sign[0]):04x}", _HALF.sub("\ufffd", text))


def titled(page: Page) -> str:
    """Give the Markdown of a page that no author wrote."""
    return f"{_in_its_language(heading(1, page.title), page)}\n\n{page.markdown}"


def _in_its_language(title: str, page: Page) -> str:
    # An author who gave their heading attributes of its own knows what they do.
    if not page.lang or not title or title.endswith("}"):
        return title
    return f"{title.rstrip(' #')} {{ lang={page.lang} }}"


def whole(markdown: str, page: Page, named: str = "") -> str:
    """Put what an author wrote into a page of ours: the title first, the text in its place.

    A text without a heading is called as its author `named` it, or else as we do.
    """
    # A page that an author wrote for itself is left without a title when they gave it none.
    if PROSE not in page.markdown:
        return titled(page)
    if page.markdown == PROSE:
        return markdown
    title, prose = split_title(markdown)
    if not title and first_heading(prose) is None:
        title = heading(1, named or page.title)
    return f"{_in_its_language(title, page)}\n\n{page.markdown.replace(PROSE, prose)}"


def led_to_steps(target: str, uri: str, steps: Mapping[str, tuple[str, str]]) -> str:
    """Lead a link on the page of a path to where a step is told, when it leads to the step's file.

    `steps` tells of the file of each on which page that is, and under which anchor.
    """
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or not parts.path.endswith(".md"):
        return target
    path = join("/", dirname(uri), unquote(parts.path))
    page, anchor = steps.get(normpath(path).lstrip("/"), ("", ""))
    if not page:
        return target
    way = f"/{page}" if parts.path[0] == "/" else relative(uri, page)
    return urlunsplit(("", "", quoted(way), "", parts.fragment or anchor))


def with_definitions(markdown: str, definitions: Mapping[str, str]) -> str:
    """Add the definitions of the words on a page, but for those that its author explains."""
    found = [word for word in definitions if _stands_in(markdown, word)]
    lines = [
        f"*[{word}]: {_harmless(definitions[word])}"
        for word in found
        if f"*[{word}]:" not in markdown
    ]
    return "\n\n".join((markdown, *lines, "")) if lines else markdown


def defined_on(uri: str, definitions: Mapping[str, Mapping[str, str]]) -> Mapping[str, str]:
    """Tell what words mean on a page: in its own handbook, or else in the first."""
    own = (words for part, words in definitions.items() if uri.startswith(part))
    return next(own, next(iter(definitions.values()), {}))


def _harmless(text: str) -> str:
    # Markdown takes entities as they are, and the theme shows a tooltip as HTML once more.
    return escape(escape(" ".join(text.split()), quote=False), quote=False)


def _stands_in(markdown: str, word: str) -> bool:
    # Looking for the letters first is many times faster, and most words are not there.
    return word in markdown and re.search(rf"\b{re.escape(word)}\b", markdown) is not None
