"""A handbook that has only begun: no page leads to one that is not there yet."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest

from journeybook.exports.formats import site_files
from journeybook.pages.parts.shape import Shape
from journeybook.rendering import Compilation
from journeybook.sources.document import SourceFile
from tests.compiling import compile_handbook
from tests.golden.case import SETTINGS, TODAY

_PLAIN = replace(SETTINGS, shape=Shape(content="content", to_sources=True))
_LINK = re.compile(r'href="([^"]*)"|\]\(<?([^)>\s]+)>?\)')
FILES = {
    "personas/p.md": "# P\n",
    "phases/a.md": "# A\n",
    "channels/c.md": "# C\n",
    "assets/x.md": "---\ntype: blog\n---\n# X\n",
    "journeys/p/index.md": "# J\n",
    "research/r.md": "# R\n",
    "actions/d.md": "# D\n",
}


@pytest.mark.parametrize("name", FILES)
def test_one_kind_alone_leads_nowhere_else(name: str) -> None:
    file = SourceFile(path=f"content/{name}", data=FILES[name].encode())
    made = compile_handbook([file], _PLAIN, TODAY)
    there = {name, *(page.uri for page in made.pages), *site_files(made)}
    assert [link for link in links(made) if link[1] not in there] == []


def links(made: Compilation) -> Iterator[tuple[str, str]]:
    """Every link inside the site, as its page and the file it leads to."""
    for page in made.pages:
        trail = page.trail.html if page.trail else ""
        text = "".join((page.markdown, trail, *(block.html for block in page.blocks)))
        for found in _LINK.finditer(text):
            to = urlsplit(unescape(found[1] or found[2]))
            if to.path and not to.netloc and not to.scheme:
                yield page.uri, normpath(join(dirname(page.uri), unquote(to.path)))
