"""The channel matrix in a meeting: a click on a cell, one state, another persona."""

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.accessibility import violations
from tests.browser.serving import Site
from tests.browser.watching import Window, open_page

MATRIX = "/matrix/"
CELL = "Website in Purchase"


def cell(page: Page, name: str = CELL) -> Locator:
    return page.locator(".jb-matrix-table").get_by_role("button", name=name)


def panel(page: Page) -> Locator:
    return page.locator(".jb-panel:popover-open")


def test_a_click_opens_what_is_behind_a_cell(page: Page) -> None:
    page.goto(MATRIX)
    cell(page).click()
    expect(panel(page).get_by_role("heading", name=CELL)).to_be_visible()
    for heading in ("Touchpoints", "Content", "Gaps"):
        expect(panel(page).get_by_role("heading", name=heading)).to_be_visible()
    panel(page).get_by_role("link", name="Prices", exact=True).click()
    page.wait_for_url("**/assets/purchase/prices/")


def test_a_cell_opens_and_closes_from_the_keyboard(page: Page) -> None:
    page.goto(MATRIX)
    cell(page).focus()
    page.keyboard.press("Enter")
    expect(panel(page)).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('.jb-panel')")
    page.keyboard.press("Escape")
    expect(panel(page)).to_have_count(0)
    expect(cell(page)).to_be_focused()


def test_a_cell_closes_once_the_focus_goes_on(page: Page) -> None:
    page.goto(MATRIX)
    cell(page).focus()
    page.keyboard.press("Enter")
    panel(page).get_by_role("button", name="Close").focus()
    page.keyboard.press("Shift+Tab")
    expect(cell(page)).to_be_focused()
    expect(panel(page)).to_be_visible()
    panel(page).get_by_role("link").last.focus()
    while page.evaluate("!!document.activeElement.closest('.jb-panel')"):
        page.keyboard.press("Tab")
    expect(panel(page)).to_have_count(0)
    assert page.evaluate("document.activeElement.matches('.jb-matrix-table .jb-cell')")


def test_cells_open_without_a_script(browser: Browser, site: Site) -> None:
    with open_page(browser, site.address, Window(), scripts=False) as (page, complaints):
        page.goto(MATRIX)
        cell(page).click()
        expect(panel(page)).to_be_visible()
    assert complaints == []


def test_one_state_at_a_time(page: Page) -> None:
    page.goto(MATRIX)
    page.get_by_role("radio", name="Missing").check(force=True)
    strong = ".jb-matrix-table .jb-cell"
    opaque = page.locator(strong).evaluate_all(
        "all => all.filter(e => getComputedStyle(e).opacity === '1').map(e => e.className)"
    )
    assert opaque
    assert all("jb-cell--missing" in one for one in opaque)


def test_every_persona_has_a_matrix_of_its_own(page: Page) -> None:
    page.goto(MATRIX)
    page.get_by_role("navigation", name="Matrices").get_by_role("link", name="CFO").first.click()
    page.wait_for_url("**/matrix/cfo/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("CFO")


def test_where_to_start_opens_the_same_panel(page: Page) -> None:
    page.goto(MATRIX)
    page.locator(".jb-starts button").first.click()
    expect(panel(page)).to_be_visible()


@pytest.mark.parametrize("window", [Window(), Window(scheme="dark"), Window(width=320)], ids=str)
def test_an_open_cell_has_nothing_against_it(page: Page, window: Window) -> None:
    page.goto(MATRIX)
    region = page.locator(".jb-scroll:has(.jb-matrix-table)")
    assert region.evaluate("one => one.scrollWidth <= one.clientWidth")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    cell(page).click()
    panel(page).dispatch_event("pointerover")
    box = panel(page).bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= window.height
    assert box["x"] + box["width"] <= window.width
    assert violations(page) == ()


def test_the_matrix_prints_whole(page: Page) -> None:
    page.set_viewport_size({"width": 794, "height": 1100})
    page.goto(MATRIX)
    page.emulate_media(media="print")
    region = page.locator(".jb-scroll:has(.jb-matrix-table)")
    assert region.evaluate("e => e.scrollWidth <= e.clientWidth + 1")
    expect(page.locator(".jb-show")).to_be_hidden()
