"""A handbook with a thousand contents and twenty personas reads as well as a small one."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.large import LARGE
from tests.browser.serving import Site
from tests.browser.test_catalogue import CATALOGUE
from tests.browser.test_pages import (
    WIDE,
    complain,
    inaccessible,
    inaccessible_when_wide,
    resize,
    unsearched,
    wrong_with,
)

SECTIONS = {
    "Journeys": "/journeys/",
    "What to write": "/gaps/",
    "Content": "/assets/",
    "Channels": "/channels/",
    "Personas": "/personas/",
    "Research": "/research/",
}
WHOLLY = ("/", "/journeys/journey-3/", "/journeys/compare/")
# Here axe is only asked whether all can be hit; of the rest smaller sites have as many kinds.
PARTLY = ("/channels/website/", "/gaps/all/", "/matrix/", *SECTIONS.values())
# Of ten thousand links it asks for many seconds, all of kinds that smaller sites have.
UNASKED = ("/gaps/all/", CATALOGUE)
SHARED = 3
DRAWN = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.mark.slow
@pytest.mark.parametrize("part", range(SHARED))
def test_sampled_pages(browser: Browser, large_site: Site, part: int) -> None:
    with unsearched(browser, large_site) as page:
        for path in (*WHOLLY, *PARTLY)[part::SHARED]:
            complain(wrong_with(page, path))
            if path in WHOLLY:
                complain(inaccessible_when_wide(page))
            elif path not in UNASKED:
                resize(page, to=WIDE)
                complain(inaccessible(page, rules=("target-size",)))


@pytest.mark.slow
def test_filtered_gaps_take_the_room_of_their_rows(browser: Browser, large_site: Site) -> None:
    with unsearched(browser, large_site) as page:
        page.goto("/gaps/all/?persona=persona-1&phase=consideration")
        expect(page.locator("[data-jb-gap-count]")).to_contain_text(" of ")
        # Most rows stand alone in their batch, and all but a few beyond the window.
        region = page.locator(".jb-scroll:has(> .jb-gap-table)")
        rows = page.locator(".jb-gap-table tbody tr").filter(visible=True).count()
        assert rows > 10
        assert region.evaluate("e => e.scrollHeight") < 100 * rows


@pytest.mark.slow
def test_the_keyboard_goes_back_through_all_gaps(browser: Browser, large_site: Site) -> None:
    with unsearched(browser, large_site) as page:
        page.goto("/gaps/all/")
        expect(page.locator("[data-jb-gap-count]")).to_contain_text(" of ")
        region = page.locator(".jb-scroll:has(> .jb-gap-table)")
        for start in range(4500, 9000, 1500):
            region.evaluate(f"e => {{ e.scrollIntoView(); e.scrollTop = {start}; }}")
            page.evaluate(DRAWN)
            region.locator("tbody a").evaluate_all(
                "all => all.find(e => e.getBoundingClientRect().top > 300).focus()"
            )
            for _ in range(12):
                page.keyboard.press("Shift+Tab")
                page.wait_for_timeout(50)
                place = page.evaluate("document.activeElement.getBoundingClientRect().top")
                assert 0 < place < page.evaluate("innerHeight")


@pytest.mark.slow
def test_a_state_that_no_cell_has_is_told(browser: Browser, large_site: Site) -> None:
    with unsearched(browser, large_site) as page:
        page.goto("/matrix/")
        told = page.get_by_text("In no cell is this so for everybody who comes there.")
        expect(told).to_be_hidden()
        page.get_by_role("radio", name="Served").check(force=True)
        expect(told).to_be_visible()


@pytest.mark.slow
def test_sections_are_reached_and_many_personas_are_chosen_from_a_list(
    browser: Browser, large_site: Site
) -> None:
    with unsearched(browser, large_site) as page:
        for title, path in SECTIONS.items():
            page.goto("/")
            page.locator(".md-tabs").get_by_role("link", name=title, exact=True).click()
            expect(page).to_have_url(re.compile(f"{path}$"))
        page.goto("/journeys/compare/")
        choices = page.locator("select").first.locator("option").all_inner_texts()
        assert choices == [f"Journey {at}" for at in range(LARGE.personas)]


@pytest.mark.slow
def test_a_telephone_shows_all_gaps_in_parts(browser: Browser, large_site: Site) -> None:
    with unsearched(browser, large_site) as page:
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto("/gaps/all/")
        page.locator(".jb-gap-table[data-jb-ready]").wait_for()
        rows = page.locator(".jb-gap-table tbody > tr")
        every, seen = rows.count(), "all => all.filter(e => e.checkVisibility()).length"
        assert rows.evaluate_all(seen) == 100
        assert page.evaluate("document.documentElement.scrollHeight") < 30_000
        page.emulate_media(media="print")
        assert rows.evaluate_all(seen) == every
        page.emulate_media(media="screen")
        # What is beyond them is found.
        name = rows.last.locator("a").first.text_content() or ""
        page.get_by_label("Words").fill(name)
        expect(page.get_by_role("link", name=name).first).to_be_visible()
        expect(page.locator("[data-jb-more]")).to_be_hidden()
        page.get_by_label("Words").fill("")
        # By the keyboard: what is laid out only now would move it under a pointer.
        page.get_by_role("button", name=f"Show {every - 100:,} more").press("Enter")
        assert rows.evaluate_all(seen) == every
        assert page.evaluate("document.activeElement.closest('tr').rowIndex") == 101
