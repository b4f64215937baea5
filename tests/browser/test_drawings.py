"""Mermaid itself takes the drawings that we write, and understands all that stands in them."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from journeybook.adapters.disk.language import wording_in
from journeybook.exports.mermaid import as_written, drawing, is_rated
from journeybook.handbook.journeys import Journey
from journeybook.pages.parts.site import Site
from tests.browser.packages import npm_package
from tests.recount.test_recount import HANDBOOKS, made
from tests.unit.handbooks import judged

PACKAGE = "mermaid@12.3.0"
LANGUAGES = [wording_in("en"), wording_in("nl")]
# Mermaid loads what it needs for journeys when it parses the first one.
READ = """async texts => {
  await mermaid.parse("journey\\n title x");
  const found = [];
  for (const text of texts) {
    const {db} = await mermaid.mermaidAPI.getDiagramFromText(text);
    const tasks = db.getTasks().map(one => [one.section, one.task, one.score, one.people]);
    found.push({title: db.getDiagramTitle(), name: db.getAccTitle(), tasks});
  }
  return found;
}"""
WORDS = (
    *(
        'Asks: why; #how, 100% "now"',
        "end",
        "%% gone",
        "% x",
        "50%% off, or %%{more}%%",
        "title of it",
    ),
    *("Section two", "journey", "Journeys end", "accTitle: x", "accDescr {y}", "<b>it</b> [x](y)"),
)
ODD = {
    "personas/p.md": '---\ntitle: "A; b: c, d #1"\n---\n',
    "phases/one.md": '---\ntitle: "One: the #1; <b> %% two"\n---\n',
    "journeys/p/index.md": '---\ntitle: "Journey; of: #p %% q"\npersona: p\n---\n',
    "journeys/p/one.md": f"---\ntitle: Title it\ntouchpoints: {json.dumps(WORDS)}\n---\n",
}
EMPTY = {**ODD, "journeys/p/one.md": "---\n---\n"}


@pytest.fixture(scope="module")
def mermaid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The script of the package, as its registry gives it."""
    return npm_package(PACKAGE, tmp_path_factory.mktemp("mermaid")) / "dist" / "mermaid.min.js"


def test_every_drawing_says_there_what_it_says_here(mermaid: Path, browser: Browser) -> None:
    sites = [
        *(made(one).site for one in HANDBOOKS.values()),
        judged(ODD).site,
        judged(EMPTY).site,
    ]
    drawn = [(one, site) for site in sites for one in site.handbook.journeys.values()]
    with browser.new_context() as context:
        page = context.new_page()
        page.add_script_tag(path=mermaid)
        read = page.evaluate(READ, [drawing(one, site) for one, site in drawn])
    assert [told(one) for one in read] == [said(one, site) for one, site in drawn]


def told(drawing: dict[str, Any]) -> tuple[str, list[tuple[Any, ...]]]:
    """What Mermaid has understood, in our words."""
    assert drawing["title"] == drawing["name"]
    tasks = drawing["tasks"]
    assert all(as_written(section) for section, *_ in tasks)
    return as_written(drawing["title"]), [
        (*is_rated(as_written(text), LANGUAGES), score, [as_written(one) for one in people])
        for _, text, score, people in tasks
    ]


def said(journey: Journey, site: Site) -> tuple[str, list[tuple[Any, ...]]]:
    """What a journey says of its touchpoints."""
    names = site.handbook.personas
    return journey.title, [
        (
            *(one.text, one.satisfaction is not None, one.satisfaction or 3),
            [names[who].title.replace(",", "\u201a") for who in one.personas or journey.personas],
        )
        for step in journey.steps
        for one in step.touchpoints
    ]
