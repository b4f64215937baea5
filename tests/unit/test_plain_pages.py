"""Pages for engines that run no plugin: what authors wrote, what is drawn in it, and ours."""

from dataclasses import replace

from markupsafe import Markup

from journeybook.exports.plain.plain_pages import PlainPages, plain_files
from journeybook.pages.parts.page import PROSE, Block, Page
from tests.unit.held import hold

MAP = Block(name="map", html=Markup("<svg>\n<g/>\n</svg>"))
LIST = Block(name="list", html=Markup("<ul>\n<li>a</li>\n</ul>"))
TRAIL = Block(name="trail", html=Markup("<p>Up</p>"))
PAGE = Page(uri="a.md", title="A & b", markdown=f"# A\n\n{PROSE}\n\n{MAP.marker}\n\nEnd.\n")
PAGES = {
    "drawn.md": replace(PAGE, blocks=(MAP, LIST), description="What it is"),
    "trailed.md": replace(PAGE, blocks=(MAP,), trail=TRAIL, wide=True, tags=("x", "y")),
    "ours.md": replace(PAGE, markdown=f"{MAP.marker}\n", blocks=(MAP,), lang="nl"),
    "index.md": replace(PAGE, markdown=f"# Home\n\n{PROSE}\n", title="Home"),
    "named.md": replace(PAGE, markdown=f"Ours.\n\n{PROSE}\n"),
    "hidden.md": PAGE,
    "part/in.md": replace(PAGE, markdown=f"# In\n\n{PROSE}\n- {LIST.marker}\n", blocks=(LIST,)),
}
WRITTEN = {
    "drawn.md": f"---\ntitle: Own\n---\n# Mine\n\nThe SEO. {LIST.marker} and\n\n- {MAP.marker}\n",
    "trailed.md": "Only text, [a step](journeys/j/buy.md).\n",
    "named.md": "---\ntitle: R&D *here*\n---\n![A](a.svg)\n",
    "index.md": "---\nicon: home\ntags: [z]\n---\n# Welcome\n\nText.\n",
    "hidden.md": "# Hidden\n",
    "alone.md": "# Alone\n\nSEO and [a](journeys/j/buy.md#part).\n",
    "part/in.md": "---\nhide: [toc]\n---\nCRM and SEO.\n",
}


def test_every_page_as_it_is_written() -> None:
    made = PlainPages(
        pages=PAGES,
        documents={},
        steps={"journeys/j/buy.md": ("journeys/j/index.md", "buy")},
        definitions={"part/": {"CRM": "Customers"}, "": {"SEO": "Search"}},
        hidden=frozenset(["hidden.md"]),
    )
    lines: list[str] = []
    for one in (made, replace(made, tabs=True, tags=True, definitions={"": {}})):
        for uri, text in plain_files(one, WRITTEN):
            lines += [f"== {uri}", text]
    hold("plain-pages", lines)
