"""A comparison as a page of its own: on a phone, in the dark and on paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.cli.test_review import PURCHASE, review
from tests.repositories import HANDBOOK, start, write

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def written(tmp_path: Path, browser: Browser) -> Iterator[Page]:
    """The page of a change that opens a gap, on a phone in dark colours."""
    start(tmp_path)
    asset = "content/assets/price-list.md"
    step = HANDBOOK[PURCHASE].replace("A price", LONG).replace("The second", f"{LONG} https")
    titled = HANDBOOK[asset].replace("published\np", "retired\np").replace("Price list", LONG)
    journey = {"content/journeys/buyer/index.md": f"---\npersona: buyer\n---\n# {LONG}\n"}
    write(tmp_path, {PURCHASE: step, asset: titled, **journey})
    page = tmp_path / "change.html"
    assert review(tmp_path, "HEAD", "--format", "html", "--output", str(page)).exit_code == 0
    with browser.new_context(
        viewport={"width": 320, "height": 640}, color_scheme="dark"
    ) as context:
        opened = context.new_page()
        opened.goto(page.as_uri())
        yield opened


def test_long_words_stay_within_a_phone(written: Page) -> None:
    expect(written.get_by_text(LONG).first).to_be_visible()
    assert written.evaluate(OVERFLOW) == 0


def test_paper_shows_what_follows_in_dark_ink(written: Page) -> None:
    effects = written.locator("details li")
    expect(effects.first).to_be_hidden()
    expect(written.locator("body")).to_have_css("color", "rgb(232, 234, 240)")
    written.emulate_media(media="print")
    assert effects.count() > 1
    for effect in effects.all():
        expect(effect).to_be_visible()
    expect(written.locator("body")).to_have_css("color", "rgb(27, 31, 42)")
