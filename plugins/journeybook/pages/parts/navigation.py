"""The navigation: our sections where the author wants them, or in an order of their own."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from journeybook.handbook.ids import title_of
from journeybook.pages.parts.contents import Section

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
        return _filled(nav, dict(entry for one in ours for entry in _entries(one)))
    if not ours[0].part:
        return list(_handbook(listed, ours[0].sections))
    parts = tuple(one.part for one in ours)
    first = [uri for uri in ("index.md", "README.md", portfolio) if uri in listed]
    others = (uri for uri in listed if not uri.startswith(parts) and uri not in first)
    made: list[Any] = [*first, *_nested(others)]
    for one in ours:
        inside = [uri for uri in listed if uri.startswith(one.part)]
        made.append({_titled(one): list(_handbook(inside, one.sections))})
    return made


def _kept(chapter: Chapter, listed: Collection[str]) -> Chapter:
    sections = [
        replace(one, uris=tuple(uri for uri in one.uris if uri in listed))
        for one in chapter.sections
    ]
    return replace(chapter, sections=sections)


def _titled(chapter: Chapter) -> str:
    return escape(chapter.title or title_of(chapter.part.rstrip("/")))


def _entries(chapter: Chapter) -> Iterator[tuple[str, list[Any]]]:
    within = f"{MARK}{chapter.part}" if chapter.title else MARK
    sections = [one for one in chapter.sections if one.uris]
    for section in chapter.sections:
        yield f"{within}{section.name}", _section(section)
    if chapter.title:
        yield (
            within.rstrip("/"),
            [{_titled(chapter): [it for one in sections for it in _section(one)]}],
        )


def _section(section: Section) -> list[Any]:
    return [{escape(section.title): list(section.uris)}] if section.uris else []


def _handbook(listed: Collection[str], sections: Sequence[Section]) -> Iterator[Any]:
    placed = {uri for section in sections for uri in section.uris}
    others = [uri for uri in listed if uri not in placed]
    top = min((uri.count("/") for uri in listed), default=0)
    front = [uri for uri in others if uri.count("/") == top]
    yield from front
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
    # Under a title of the author's own, ours is not needed.
    return [each for entry in sections[value] for inner in entry.values() for each in inner]
