"""The navigation: our sections where the author wants them, or in an order of their own."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.utils import nest_paths

from journeybook.pages.parts.contents import Section

MARK = "journeybook/"
"""How an entry of `nav:` asks for one of our sections, as in `journeybook/journeys`."""


def set_navigation(config: MkDocsConfig, files: Files, sections: Sequence[Section]) -> None:
    """Fill the entries of `nav:` that ask for a section; without `nav:`, make all of it."""
    if config.nav is None:
        config.nav = list(_own(files, sections))
    else:
        config.nav = _filled(config.nav, {f"{MARK}{one.name}": one for one in sections})


def _own(files: Files, sections: Sequence[Section]) -> Iterator[Any]:
    placed = {uri for section in sections for uri in section.uris}
    uris = [file.src_uri for file in files.documentation_pages() if file.inclusion.is_in_nav()]
    rest = nest_paths(uri for uri in uris if uri not in placed)
    front = [entry for entry in rest if isinstance(entry, str)]
    yield from front
    yield from ({escape(one.title): list(one.uris)} for one in sections if one.uris)
    yield from (entry for entry in rest if entry not in front)


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
