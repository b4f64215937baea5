"""The navigation: our sections where the author wants them, or in an order of their own."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, set_exclusions
from mkdocs.utils import nest_paths

from journeybook.adapters.mkdocs.others import is_arranged
from journeybook.pages.parts.contents import Section

MARK = "journeybook/"
"""How an entry of `nav:` asks for one of our sections, as in `journeybook/journeys`."""


def set_navigation(config: MkDocsConfig, files: Files, sections: Sequence[Section]) -> None:
    """Fill the entries of `nav:` that ask for a section; without `nav:`, make all of it.

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
        config.nav = list(_own(listed, ours))


def _own(listed: Collection[str], sections: Sequence[Section]) -> Iterator[Any]:
    placed = {uri for section in sections for uri in section.uris}
    rest = nest_paths(uri for uri in listed if uri not in placed)
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
