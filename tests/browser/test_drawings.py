"""Mermaid itself takes the drawings that we write."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from journeybook.exports.mermaid import drawing
from journeybook.importing.shapes.documents import mermaid_in
from tests.browser.packages import npm_package
from tests.recount.test_recount import HANDBOOKS, made
from tests.unit.handbooks import judged

PACKAGE = "mermaid@12.3.0"
PARSE = "async texts => { for (const one of texts) await mermaid.parse(one); return texts.length; }"
ODD = {
    "personas/p.md": '---\ntitle: "A; b: c, d #1"\n---\n',
    "phases/one.md": '---\ntitle: "One: the #1; <b>"\n---\n',
    "journeys/p/index.md": '---\ntitle: "Journey; of: #p"\npersona: p\n---\n',
    "journeys/p/one.md": (
        '---\ntouchpoints:\n  - "Asks: why; #how, 100% \\"now\\""\n  - end\n  - "%% gone"\n---\n'
    ),
}


@pytest.fixture(scope="module")
def mermaid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The script of the package, as its registry gives it."""
    return npm_package(PACKAGE, tmp_path_factory.mktemp("mermaid")) / "dist" / "mermaid.min.js"


def test_every_drawing_is_one(mermaid: Path, browser: Browser) -> None:
    sites = [*(made(one).site for one in HANDBOOKS.values()), judged(ODD).site]
    texts = [drawing(one, site) for site in sites for one in site.handbook.journeys.values()]
    with browser.new_context() as context:
        page = context.new_page()
        page.add_script_tag(path=mermaid)
        assert page.evaluate(PARSE, texts) == len(texts)
    assert all(mermaid_in(one) for one in texts)
