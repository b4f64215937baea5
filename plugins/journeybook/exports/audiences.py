"""What each audience of a site sees, as the script of its pages knows it."""

import json
from collections.abc import Iterator, Mapping

from journeybook.handbook.audiences import Readership
from journeybook.pages.parts.hrefs import page_address, quoted
from journeybook.pages.parts.ways.section import Section
from journeybook.rendering import Compilation

AUDIENCES = "audience-data.js"
"""The name of the script that holds them."""

_CALLED = {"emotion": ("emotion", "feelings"), "drop-offs": ("drop-offs", "drop_offs")}
"""The names that a lane has in the pages, where it is not its own."""


def audience_script(handbooks: Mapping[str, Compilation]) -> bytes:
    """Write the audiences of all handbooks of a site, each by its folder among the pages.

    A browser loads a script from a disk too, and no other file.
    """
    told = [
        {"part": quoted(part), "audiences": dict(_views(one))}
        for part, one in handbooks.items()
        if one.handbook.audiences
    ]
    return f"window.jbAudiences = {json.dumps(told, ensure_ascii=False)};\n".encode()


def _views(compilation: Compilation) -> Iterator[tuple[str, dict[str, object]]]:
    site = compilation.site
    say = site.wording.text

    def address(uri: str) -> str:
        return page_address(uri, directories=site.shape.directory_urls)

    there = {page.uri for page in compilation.pages} | site.authored
    for one in compilation.handbook.audiences:
        yield (
            one.id,
            {
                "says": say("Seen as: {audience}", audience=one.title),
                "all": say("Show everything"),
                "lanes": [name for key in one.left_lanes for name in _CALLED.get(key, (key,))],
                "sections": one.left_sections,
                "pages": [address(uri) for uri in _left_pages(one, compilation.sections)],
                "home": address(site.addresses.home),
                "first": address(one.first) if one.first in there else "",
            },
        )


def _left_pages(audience: Readership, sections: tuple[Section, ...]) -> Iterator[str]:
    for section in sections:
        if section.name in audience.left_sections:
            yield from section.all_uris
