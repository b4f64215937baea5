"""The navigation: our sections where the author wants them, or in an order of their own."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from journeybook.handbook.ids import title_of
from journeybook.pages.parts.ways.section import Section

_FIRST = ("index.md", "README.md")

MARK = "journeybook/"
"""How an entry of `nav:` asks for one of our sections, as in `journeybook/journeys`."""

ARRANGERS = ("awesome-nav", "awesome-pages", "literate-nav")
"""The plugins of others that make the navigation, from what authors write for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """The sections of a handbook; `part` is its folder among the pages of a larger site.

    One of several has a title, and its name in `nav:` is that of its folder.
    """

    sections: Sequence[Section]
    part: str = ""
    title: str = ""


def navigation(
    listed: Collection[str],
    chapters: Sequence[Chapter],
    nav: Sequence[Any] | None,
    portfolio: str = "",
) -> list[Any]:
    """Fill the entries of `nav` that ask for a section; without `nav`, make all of it.

    Only pages that are `listed` stand in it. The page about several handbooks follows the front.
    """
    ours = [_kept(one, listed) for one in chapters]
    if nav is not None:
        return _asked(nav, listed, ours)
    if not ours[0].part:
        return list(_handbook(listed, ours[0].sections))
    parts = tuple(one.part for one in ours)
    first = [uri for uri in (*_FIRST, portfolio) if uri in listed]
    others = (uri for uri in listed if not uri.startswith(parts) and uri not in first)
    made: list[Any] = [*first, *_nested(others)]
    for one in ours:
        inside = [uri for uri in listed if uri.startswith(one.part)]
        made.append({_titled(one): list(_handbook(inside, one.sections))})
    return made


def beside_others(
    nav: Iterable[Any], listed: Collection[str], chapters: Iterable[Chapter]
) -> frozenset[str]:
    """Give the pages in a filled navigation whose entry at the top is not one section of ours.

    Where tabs stand for the entries, none of them leads to what else is below it.
    """
    ours = [section for one in chapters for section in _kept(one, listed).sections]
    each = [one for section in ours for one in (section, *section.inner)]
    below = (
        frozenset(_names(value))
        for entry in nav
        if isinstance(entry, dict)
        for value in entry.values()
        if isinstance(value, list)
    )
    return frozenset(
        uri
        for pages in below
        if not any(pages.issuperset(one.uris) and pages.issubset(one.all_uris) for one in each)
        for uri in pages
    )


def _kept(chapter: Chapter, listed: Collection[str]) -> Chapter:
    def kept(uris: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(uri for uri in uris if uri in listed)

    return replace(chapter, sections=[one.mapped(kept) for one in chapter.sections])


def _asked(nav: Sequence[Any], listed: Collection[str], chapters: Sequence[Chapter]) -> list[Any]:
    named = set(_names(nav))
    # A page that the navigation names by itself stands there alone, as sections do.
    apart = [_kept(one, {*listed} - named) for one in chapters]
    entries = dict(entry for one in apart for entry in _entries(one, named))
    ours = {uri for one in chapters for each in one.sections for uri in each.all_uris}
    filled = _filled(nav, entries)
    # A navigation that knows nothing of us gets our sections at its end: nobody would find them.
    if named & {*entries, *ours}:
        return filled
    return [*filled, *(it for one in chapters for it in _whole(one))]


def _names(entry: Any) -> Iterator[str]:  # noqa: ANN401 - any YAML
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, list):
        for each in entry:
            yield from _names(each)
    elif isinstance(entry, dict):
        for each in entry.values():
            yield from _names(each)


def _titled(chapter: Chapter) -> str:
    return escape(chapter.title or title_of(chapter.part.rstrip("/")))


def _entries(chapter: Chapter, named: Collection[str]) -> Iterator[tuple[str, list[Any]]]:
    within = f"{MARK}{chapter.part}" if chapter.title else MARK
    apart = {name.removeprefix(within) for name in named if name.startswith(within)}
    for section in chapter.sections:
        for inner in section.inner:
            yield f"{within}{inner.name}", _section(inner, apart)
        yield f"{within}{section.name}", _section(section, apart)
    yield within.rstrip("/"), _whole(chapter, apart)


def _whole(chapter: Chapter, apart: Collection[str] = ()) -> list[Any]:
    sections = (one for one in chapter.sections if one.name not in apart)
    made = [entry for one in sections for entry in _section(one, apart)]
    return [{_titled(chapter): made}] if chapter.title else made


def _section(section: Section, apart: Collection[str] = ()) -> list[Any]:
    # What the navigation names by itself stands there and not inside another.
    inner = (one for one in section.inner if one.name not in apart)
    pages = [*section.uris, *(entry for one in inner for entry in _section(one))]
    return [{escape(section.title): pages}] if pages else []


def _handbook(listed: Collection[str], sections: Sequence[Section]) -> Iterator[Any]:
    placed = {uri for section in sections for uri in section.all_uris}
    others = [uri for uri in listed if uri not in placed]
    top = min((uri.count("/") for uri in listed), default=0)
    front = [uri for uri in others if uri.count("/") == top]
    # The first page stands first, whatever the others are called.
    yield from sorted(front, key=lambda uri: uri.rpartition("/")[2] not in _FIRST)
    for section in sections:
        yield from _section(section)
    yield from _nested(uri for uri in others if uri not in front)


def _nested(uris: Iterable[str]) -> list[Any]:
    # Folders become entries, each where its first page would stand.
    top: list[Any] = []
    inside: dict[str, list[Any]] = {"": top}
    for uri in uris:
        place = ""
        for name in uri.split("/")[:-1]:
            above, place = inside[place], f"{place}{name}/"
            if place not in inside:
                inside[place] = []
                above.append({escape(title_of(name)): inside[place]})
        inside[place].append(uri)
    return top


def _filled(entries: Sequence[Any], sections: Mapping[str, list[Any]]) -> list[Any]:
    # A section without pages is left out; a name that is none of ours is for the engine to report.
    found: list[Any] = []
    for entry in entries:
        if isinstance(entry, str) and entry in sections:
            found.extend(sections[entry])
        elif isinstance(entry, dict):
            found.append({title: _inside(value, sections) for title, value in entry.items()})
        else:
            found.append(entry)
    return found


def _inside(value: Any, sections: Mapping[str, list[Any]]) -> Any:  # noqa: ANN401 - any YAML
    if isinstance(value, list):
        return _filled(value, sections)
    if not isinstance(value, str) or value not in sections:
        return value
    entries = sections[value]
    if len(entries) > 1:
        return entries
    # Under a title of the author's own, that of a section is not needed.
    return [each for entry in entries for inner in entry.values() for each in inner]
