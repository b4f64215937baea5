"""What the pages of the handbook's subjects, the matrices and the catalogue say."""

import re
from functools import cache

import pytest

from journeybook.adapters.disk.resources import shipped
from journeybook.pages.catalogue.draw import catalogue_pages, make_catalogue
from journeybook.pages.coverage.draw import coverage_pages
from journeybook.pages.entities.asset_facts import asset_facts
from journeybook.pages.entities.draw import entity_pages
from journeybook.pages.matrix.matrix_page import matrix_pages
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import PROSE, Page
from journeybook.pages.parts.ways.links import Here
from tests.unit.handbooks import judged
from tests.unit.tables.warehouse import FILES, site


@cache
def pages() -> dict[str, Page]:
    renderer = Renderer(shipped().templates, site().wording)
    makers = (entity_pages, matrix_pages, catalogue_pages, coverage_pages)
    return {page.uri: page for make in makers for page in make(site(), renderer)}


def text(uri: str) -> str:
    """All words of a page's blocks."""
    html = " ".join(block.html for block in pages()[uri].blocks)
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_every_written_page_keeps_its_words_and_nothing_else_asks_for_them() -> None:
    written = {uri for uri, page in pages().items() if PROSE in page.markdown}
    assert written == {uri for uri in pages() if uri in site().authored}


def test_every_block_has_its_place_on_its_page() -> None:
    for page in pages().values():
        assert [page.markdown.count(block.marker) for block in page.blocks] == [1] * len(
            page.blocks
        )


def test_only_pages_of_assets_stay_out_of_the_navigation() -> None:
    hidden = {uri for uri, page in pages().items() if not page.listed}
    assert hidden == {uri for uri in pages() if uri.startswith("assets/")} - {"assets/index.md"}


def test_text_of_authors_is_escaped() -> None:
    assert "*Nobody*" not in pages()["actions/call.md"].markdown
    assert "&#42;Nobody&#42;" in pages()["actions/call.md"].markdown


@pytest.mark.parametrize(
    ("uri", "words"),
    [
        ("assets/prices.md", "What does it cost?"),
        ("assets/prices.md", "Reads prices"),
        ("assets/prices.md", "comes next · Datasheet · draft · 31 January 2027"),
        ("assets/prices.md", "should have been looked at by 1 July 2026"),
        ("assets/lease.md", "Finds no lease"),
        ("assets/lease.md", "leads here"),
        ("assets/lease.md", "Nothing published answers “Can we lease?”"),
        ("assets/tour.md", "Gated yes"),
        ("research/talks.md", "2 statements in the handbook rest on this round."),
        ("research/talks.md", "goal"),
        ("actions/call.md", "Asks a colleague"),
        ("actions/call.md", "9 a day"),
        ("channels/email.md", "First choice of CFO"),
        ("channels/peers.md", "Asks a colleague"),
        ("phases/buy.md", "Needs for each persona 2 assets and 1 format"),
        ("phases/buy.md", "missing: Blog"),
        ("personas/cfo.md", "Show me the whole price."),
        ("personas/cfo.md", "Called in last assumption"),
        ("personas/cfo.md", "0 of 3 questions answered"),
        ("matrix/index.md", "Peers in Buy"),
        ("coverage/both.md", "answered with a lack: overdue for review"),
    ],
)
def test_a_page_says(uri: str, words: str) -> None:
    assert words in text(uri)


def test_tags_name_what_a_page_is_about() -> None:
    assert pages()["assets/lease.md"].tags == (
        "type/datasheet",
        "status/draft",
        "persona/cfo",
        "phase/buy",
        "channel/email",
        "channel/website",
    )


def test_behind_a_cell_stand_its_touchpoints_content_and_gaps() -> None:
    html = pages()["matrix/index.md"].blocks[0].html
    panel = html.partition('id="cell-website-buy"')[2].partition("</section>")[0]
    assert re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', panel) == [
        ("../journeys/both/#buy-touchpoints-reads-prices", "Reads prices"),
        ("../assets/prices/", "=Prices"),
        ("../assets/tour/", "Tour"),
        ("../assets/lease/", "Lease"),
        *re.findall(r'<a href="(\.\./gaps/[^"]*)"[^>]*>([^<]*)</a>', panel),
    ]
    assert "should have been looked at by 1 July 2026" in panel


def test_every_button_of_a_matrix_opens_something() -> None:
    for uri in ("matrix/index.md", "matrix/cfo.md", "matrix/journeys/both.md"):
        html = "".join(block.html for block in pages()[uri].blocks)
        targets = set(re.findall(r'popovertarget="([^"]*)"', html))
        assert targets
        assert targets == set(re.findall(r'<section class="jb-panel" id="([^"]*)"', html))


def test_the_catalogue_holds_what_it_can_be_filtered_by() -> None:
    html = pages()["assets/index.md"].blocks[0].html
    keys = dict(re.findall(r'data-k="([^"]*)"><th scope="row"><a href="[^"]*"[^>]*>([^<]*)', html))
    assert {title: key for key, title in keys.items()} == {
        "=Prices": "price-page|published|buy|cfo clerk|website|no|no||en|overdue|",
        "Lease": "datasheet|draft|buy|cfo|email website|no|no|pricing-desk|||",
        "Old": "|retired|buy|cfo||no|no||||",
        "Tour": "video|published|buy use|cfo|website radio|yes|yes||nl||",
    }


def test_a_name_of_several_words_is_one_value_to_filter_by() -> None:
    files = {**FILES, "channels/sales call.md": "---\ntitle: Sales call\ntype: personal\n---"}
    files["assets/tour.md"] = FILES["assets/tour.md"].replace("radio]", "sales call]")
    here = Here(site=judged(files).site, uri="matrix/index.md")
    link = here.catalogue("all", channel="sales call", phase="buy")
    assert link.href == "../assets/?channel=sales_call&phase=buy"
    rows = {row.link.text: row.keys for row in make_catalogue(here.site).rows}
    assert rows["Tour"].split("|")[4] == "website sales_call"


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("decision: keep", True),
        ("use: [{month: 2026-10, views: 3}]", True),
        ("gated: true", False),
    ],
)
def test_the_catalogue_tells_what_an_audit_says_where_there_is_one(keys: str, told: bool) -> None:
    files = {"assets/tour.md": f"---\ntitle: Tour\nstatus: published\n{keys}\n---\n"}
    columns = make_catalogue(judged(files).site).columns
    assert [one in columns for one in ("Decision", "Use in 12 months")] == [told, told]


@pytest.mark.parametrize(
    ("status", "decision", "waits"),
    [
        ("published", "remove", True),
        ("published", "keep", False),
        ("retired", "remove", False),
        ("retired", "keep", False),
    ],
)
def test_a_decision_waits_until_it_is_carried_out(status: str, decision: str, waits: bool) -> None:
    keys = f"title: Tour\nstatus: {status}\ndecision: {decision}"
    site = judged({"assets/tour.md": f"---\n{keys}\n---\n"}).site
    facts = asset_facts(Here(site=site, uri="assets/tour.md"), site.handbook.assets["tour"])
    assert [one.tone for one in facts if one.label == "Decision"] == ["open" if waits else ""]
