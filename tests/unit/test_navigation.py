"""The whole navigation, of one handbook and of several, with and without one by the author."""

import json
from typing import Any

from journeybook.pages.parts.ways.navigation import Chapter, beside_others, navigation
from journeybook.pages.parts.ways.section import Section
from tests.unit.held import hold

PAGES = ("about.md", "index.md", "journeys/a.md", "journeys/b.md", "phases/look.md",
         "matrix/m.md", "guide/start.md", "guide/deep & far/more.md", "guide/deep & far/x/y.md",
         "blog/index.md")  # fmt: skip
SECTIONS = (
    Section(
        name="journeys",
        title="Journeys & more",
        uris=("journeys/b.md", "journeys/a.md", "journeys/gone.md"),
        inner=(Section(name="matrix", title="Matrix", uris=("matrix/m.md",)),),
    ),
    Section(name="phases", title="Phases", uris=("phases/look.md",)),
    Section(name="personas", title="Personas", uris=("personas/gone.md",)),
)


ONE = [Chapter(sections=SECTIONS)]
TWO = [
    Chapter(sections=[one.below("north/") for one in SECTIONS], part="north/", title="North <1>"),
    Chapter(sections=[one.below("south-east/") for one in SECTIONS], part="south-east/"),
]
LISTED = (
    *("index.md", "portfolio.md", "zeta.md", "other/page.md", "northern/x.md"),
    *(f"{part}{uri}" for part in ("north/", "south-east/") for uri in PAGES),
)
NAVS: tuple[list[Any] | None, ...] = (
    None,
    [],
    ["index.md", "journeybook"],
    ["journeybook"],
    ["index.md", {"Everybody": "journeybook/phases"}, {"More": ["journeybook/matrix", "x.md"]}],
    ["index.md", "journeybook/journeys", "journeybook/matrix", "journeybook"],
    ["index.md", "journeybook/personas", "journeybook/nothing", {"Out": "https://x.example"}],
    ["index.md", {"All": "journeybook"}],
    ["index.md", "journeys/a.md"],
    [{"First": "journeys/a.md"}, "journeybook", {"Last": ["phases/look.md"]}],
    ["index.md", {"Guide": ["guide/start.md", {"Deep": [{"All": "journeybook"}]}]}],
    ["journeybook/north/", "journeybook/south-east"],
    ["journeybook/north/journeys", {"South": ["journeybook/south-east/phases"]}],
    ["journeybook/north", {"South": "journeybook/phases"}, 3],
)


def test_the_whole_navigation() -> None:
    lines = []
    for nav in NAVS:
        lines.append(f"== {json.dumps(nav)}")
        for name, listed, chapters in (("one", PAGES, ONE), ("two", LISTED, TWO)):
            for portfolio in ("", "portfolio.md") if nav is None else ("",):
                made = navigation(listed, chapters, nav, portfolio)
                lines.append(f"-- {name} {portfolio}".rstrip())
                lines += [json.dumps(one, ensure_ascii=False) for one in made]
                needing = sorted(beside_others(made, listed, chapters))
                lines.append(f"beside others: {' '.join(needing)}".rstrip())
    hold("navigation", lines)
