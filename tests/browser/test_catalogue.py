"""The catalogue: filtered, searched, sorted, sent on, and exact with a thousand rows."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.large import LARGE
from tests.browser.serving import Site
from tests.browser.watching import Window, open_page

CATALOGUE = "/assets/"


def rows(page: Page) -> Locator:
    return page.locator(".jb-catalogue-table tbody:not([hidden]) tr")


def column(page: Page, name: str) -> list[str]:
    """What the shown rows hold in a column."""
    heads = page.locator(".jb-catalogue-table thead th").all_text_contents()
    cells = rows(page).locator(f":scope > :nth-child({heads.index(name) + 1})")
    return [text.strip() for text in cells.all_text_contents()]


def narrowed(page: Page, query: str) -> None:
    """Open the catalogue at an address that was sent, and wait for its rows."""
    page.goto(f"{CATALOGUE}?{query}")
    expect(page.locator("[data-jb-count]")).to_contain_text(" of ")


def test_filters_narrow_down_and_stand_in_the_address(page: Page) -> None:
    page.goto(CATALOGUE)
    every = rows(page).count()
    page.get_by_label("Persona").select_option("cfo")
    page.get_by_label("Status").select_option("published")
    expect(page.locator("[data-jb-count]")).to_contain_text(f"of {every}")
    page.wait_for_function("location.search.includes('status=published')")
    assert 0 < rows(page).count() < every
    assert all("CFO" in one for one in column(page, "Personas"))
    assert set(column(page, "Status")) == {"Published"}
    assert parse_qs(urlsplit(page.url).query) == {"persona": ["cfo"], "status": ["published"]}


def test_an_address_that_was_sent_shows_the_same_rows_in_the_same_order(page: Page) -> None:
    narrowed(page, "phase=purchase&words=lease&sort=-1")
    titles = column(page, "Title")
    assert titles
    assert titles == sorted(titles, reverse=True)
    assert all("purchase" in one.lower() for one in column(page, "Phases"))
    assert page.get_by_role("searchbox", name="Search").last.input_value() == "lease"
    link = page.get_by_role("link", name="Link to what is shown")
    assert parse_qs(urlsplit(str(link.get_attribute("href"))).query)["words"] == ["lease"]


def test_text_filter_and_reset_from_the_keyboard(page: Page) -> None:
    page.goto(CATALOGUE)
    every = rows(page).count()
    page.locator("[data-jb-sieve] [type=search]").focus()
    page.keyboard.type("BENCHMARK dock")
    page.wait_for_function(
        "location.search.includes('benchmark') || location.search.includes('BENCHMARK')"
    )
    assert 0 < rows(page).count() < every
    page.get_by_role("button", name="Show everything").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("location.search === ''")
    assert rows(page).count() == every
    expect(page.locator("[data-jb-sieve] [type=search]")).to_be_focused()


def test_every_column_sorts_both_ways_with_the_empty_last(page: Page) -> None:
    page.goto(CATALOGUE)
    before = column(page, "Title")
    for head in page.locator(".jb-catalogue-table thead th").all():
        head.get_by_role("button").click()
        assert head.get_attribute("aria-sort") == "ascending"
        head.get_by_role("button").click()
        assert head.get_attribute("aria-sort") == "descending"
        head.get_by_role("button").click()
        assert head.get_attribute("aria-sort") is None
    assert column(page, "Title") == before
    page.get_by_role("button", name="Owner").click()
    owners = column(page, "Owner")
    assert owners == sorted(owners, key=lambda one: (one == "", one.casefold()))
    page.get_by_role("button", name="Answers").click()
    counts = [int(one) for one in column(page, "Answers") if one]
    assert counts == sorted(counts)


def test_head_and_first_column_stay_in_sight(page: Page) -> None:
    page.goto(CATALOGUE)
    region = page.locator(".jb-catalogue-scroll")
    region.evaluate("e => e.scrollTo(400, 600)")
    edge = region.bounding_box()
    head = page.locator(".jb-catalogue-table thead th").first.bounding_box()
    assert edge
    assert head
    assert abs(head["x"] - edge["x"]) <= 2
    assert abs(head["y"] - edge["y"]) <= 2
    page.get_by_label("Status").select_option("published")
    page.wait_for_function("location.search.includes('status=published')")
    assert region.evaluate("e => [e.scrollLeft > 0, e.scrollTop]") == [True, 0]


def test_a_matrix_leads_to_exactly_its_rows(page: Page) -> None:
    narrowed(page, "channel=website&phase=awareness")
    assert rows(page).count() > 0
    assert all("Website" in one for one in column(page, "Channels"))
    assert all("Awareness" in one for one in column(page, "Phases"))


@pytest.mark.parametrize("window", [Window(width=320)], ids=str)
def test_filters_fold_away_in_a_narrow_window(page: Page, window: Window) -> None:
    assert window.width < 768
    page.goto(CATALOGUE)
    table = page.get_by_role("region", name="Content catalogue")
    assert table.evaluate("one => one.scrollWidth <= one.clientWidth")
    expect(page.get_by_label("Persona")).to_be_hidden()
    page.get_by_role("button", name="Filters").click()
    expect(page.get_by_label("Persona")).to_be_visible()


def test_all_rows_are_there_without_a_script(browser: Browser, site: Site, page: Page) -> None:
    page.goto(CATALOGUE)
    every = rows(page).count()
    with open_page(browser, site.address, Window(), scripts=False) as (plain, complaints):
        plain.goto(CATALOGUE)
        assert rows(plain).count() == every
        expect(plain.locator("[data-jb-sieve]")).to_be_hidden()
    assert complaints == []


@pytest.mark.slow
def test_a_thousand_rows_are_filtered_to_exactly_those(browser: Browser, large_site: Site) -> None:
    with open_page(browser, large_site.address_without_search, Window()) as (page, complaints):
        page.goto(CATALOGUE)
        assert rows(page).count() == LARGE.assets
        page.get_by_label("Status").select_option("draft")
        expect(page.locator("[data-jb-count]")).to_contain_text(" of ")
        assert 0 < rows(page).count() < LARGE.assets
        assert set(column(page, "Status")) == {"Draft"}
    assert complaints == []
