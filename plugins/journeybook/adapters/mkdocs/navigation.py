"""The navigation: our sections where the author wants them, or in an order of their own."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, set_exclusions
from mkdocs.utils import dirname_to_title, nest_paths

from journeybook.adapters.mkdocs.others import is_arranged
from journeybook.pages.parts.contents import Section

MARK = "journeybook/"
"""How an entry of `nav:` asks for one of our sections, as in `journeybook/journeys`."""


def set_navigation(
    config: MkDocsConfig, files: Files, sections: Sequence[Section], part: str
) -> None:
    """Fill the entries of `nav:` that ask for a section; without `nav:`, make all of it.

    A handbook in a `part` of the pages stands in an entry of its own.

    A page that the site keeps out of its navigation stays out, and another plugin that arranges
    pages has its way.
    """
    set_exclusions(files, config)
    pages = files.documentation_pages()
    listed = dict.fromkeys(file.src_uri for file in pages if file.inclusion.is_in_nav())
    ours = [replace(one, uris=tuple(filter(listed.__contains__, one.uris))) for one in sections]
    if config.nav is not None:
        config.nav = _filled(config.nav, {f"{MARK}{one.name}": one for one in ours})
    elif not is_arranged(config):
        config.nav = list(_own(listed, ours, part))


def _own(listed: Collection[str], sections: Sequence[Section], part: str) -> Iterator[Any]:
    if not part:
        yield from _handbook(listed, sections)
        return
    yield from nest_paths(uri for uri in listed if not uri.startswith(part))
    inside = [uri for uri in listed if uri.startswith(part)]
    yield {dirname_to_title(part.rstrip("/").rpartition("/")[2]): list(_handbook(inside, sections))}


def _handbook(listed: Collection[str], sections: Sequence[Section]) -> Iterator[Any]:
    placed = {uri for section in sections for uri in section.uris}
    others = [uri for uri in listed if uri not in placed]
    top = min((uri.count("/") for uri in listed), default=0)
    front = [uri for uri in others if uri.count("/") == top]
    yield from front
    yield from ({escape(one.title): list(one.uris)} for one in sections if one.uris)
    yield from nest_paths(uri for uri in others if uri not in front)


def _filled(entries: Sequence[Any], sections: Mapping[str, Section]) -> list[Any]:
    # A section without pages is left out; a name that is none of ours is for MkDocs to report.
    found: list[Any] = []
    for entry in entries:
        if isinstance(entry, str) and entry in sections:
            section = sections[entry]
            found.extend([{escape(section.title): list(section.uris)}] if section.uris else [])
        elif isinstance(entry, dict):
            found.append({title: _inside(value, sections) for title, value in entry.items()})
        else:
            found.append(entry)
    return found


def _inside(value: Any, sections: Mapping[str, Section]) -> Any:  # noqa: ANN401 - as MkDocs has it
    if isinstance(value, list):
        return _filled(value, sections)
    return list(sections[value].uris) if isinstance(value, str) and value in sections else value
