"""A journey as slides: opened by a button or an address, walked through by keys, closed."""

from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations
from tests.browser.watching import wait_for_theme

JOURNEY = "/journeys/operations-manager/"
READABLE = 22
SIZES = """(slide) => [...slide.querySelectorAll("*")]
  .filter(one => one.innerText?.trim()).map(one => parseFloat(getComputedStyle(one).fontSize))"""


def test_a_journey_is_presented(page: Page) -> None:
    page.goto(JOURNEY)
    page.get_by_role("button", name="Present", exact=True).click()
    title = page.locator("dialog .jb-slide:not([hidden]) h2")
    expect(title).to_have_text("Journey of the operations manager")
    # Only slides that are shown take keys.
    expect(title).to_be_focused()
    wait_for_theme(page)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(f"{page.url.partition('#')[0]}#slide-3")
    first = title.inner_text()
    told = page.locator("dialog .jb-slide:not([hidden]) p").first
    slide = page.locator("dialog .jb-slide:not([hidden])")
    assert min(slide.evaluate(SIZES)) >= READABLE
    assert told.is_visible()
    assert page.locator("dialog circle.jb-is-here").count() == 1
    assert [str(one) for one in violations(page)] == []

    lines = slide.locator("li:visible")
    before = lines.count()
    page.keyboard.press("g")
    expect(page.get_by_role("button", name="only gaps")).to_have_attribute("aria-pressed", "true")
    assert lines.count() < before
    assert lines.count() == slide.locator("li.jb-slide-gap").count()

    page.keyboard.press("End")
    expect(title).to_have_text("What to write next")
    assert slide.locator("li").count() == 3
    # A key of the theme leads to no other page while slides are shown.
    page.keyboard.press("p")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    assert page.url.endswith(JOURNEY)
    page.goto(f"{JOURNEY}#slide-3")
    expect(title).to_have_text(first)
