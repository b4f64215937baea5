"""The gap reports as a writer uses them: narrowed down, sent on, taken along, and written from."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.accessibility import violations
from tests.browser.serving import Site
from tests.browser.watching import Window
from tests.reading_back import read_table

REPORT = "/gaps/purchase/"


def shown(page: Page) -> Locator:
    """The gaps that a reader sees or could unfold."""
    return page.locator("[data-jb-gap]:not([hidden])")


def opened(page: Page, address: str = REPORT) -> None:
    """Open a report and wait until its filters work."""
    page.goto(address)
    expect(page.locator("[data-jb-gap-filters]")).to_be_visible()


def fingerprints(page: Page) -> list[str]:
    return [str(one) for one in shown(page).evaluate_all("all => all.map(e => e.dataset.jbGap)")]


def test_filters_narrow_down_and_stand_in_the_address(page: Page) -> None:
    opened(page)
    every = shown(page).count()
    page.get_by_role("combobox", name="Persona").select_option("cfo")
    page.get_by_role("combobox", name="Severity").select_option("high")
    found = shown(page)
    assert 0 < found.count() < every
    assert set(found.evaluate_all("all => all.map(e => e.dataset.jbSeverity)")) == {"high"}
    assert parse_qs(urlsplit(page.url).query) == {"persona": ["cfo"], "severity": ["high"]}
    assert page.get_by_role("status").filter(has_text="gaps shown").inner_text() == (
        f"{found.count()} of {every} gaps shown"
    )


def test_an_address_that_was_sent_shows_the_same_gaps(page: Page) -> None:
    page.goto(f"{REPORT}?persona=cfo&words=lease")
    expect(page.get_by_label("Words")).to_have_value("lease")
    assert shown(page).count() > 0
    assert all("lease" in text.casefold() for text in shown(page).all_text_contents())


def test_filters_work_from_the_keyboard(page: Page) -> None:
    opened(page)
    every = shown(page).count()
    page.get_by_label("Words").focus()
    page.keyboard.type("signature")
    assert 0 < shown(page).count() < every
    while page.evaluate("document.activeElement.type") != "reset":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_function("location.search === ''")
    assert shown(page).count() == every


def test_groups_without_a_gap_left_leave_with_their_heading(page: Page) -> None:
    page.goto(f"{REPORT}?code=pain-without-action")
    expect(page.locator("h3#to-write")).to_be_hidden()
    assert page.locator("h3#to-decide").is_visible()


def test_a_fix_without_a_gap_left_leaves_too(page: Page) -> None:
    page.goto(f"{REPORT}?code=stale-asset")
    fixes = page.locator(".jb-fix")
    kept = fixes.evaluate_all("all => all.filter(e => !e.hidden).length")
    assert 0 < kept < fixes.count()


@pytest.mark.parametrize("address", [REPORT, "/gaps/all/"])
def test_what_closes_more_than_is_shown_says_both(page: Page, address: str) -> None:
    opened(page, address)
    whole = page.get_by_text("Of all gaps on this page, whatever is chosen below.")
    expect(whole).to_be_hidden()
    page.get_by_label("Words").fill("nothing shows yet")
    expect(whole).to_be_visible()
    told = page.locator("[data-jb-some]:not([data-jb-some=''])").evaluate_all(
        """all => all.map(e => [e.dataset.jbSome, ...[":not([hidden])", ""].map(
          one => e.closest("tr, .jb-fix").querySelectorAll(`[data-jb-gap]${one}`).length)])"""
    )
    assert told
    assert {text == f"{some} of {every} gaps shown" for text, some, every in told} == {True}
    page.get_by_label("Words").fill("")
    assert page.locator("[data-jb-some]:not([data-jb-some=''])").count() == 0
    expect(whole).to_be_hidden()


def test_what_fits_nothing_says_so(page: Page) -> None:
    page.goto(f"{REPORT}?words=zzzz")
    expect(page.get_by_text("No gap fits these filters.")).to_be_visible()


def test_the_table_holds_exactly_the_gaps_shown(page: Page) -> None:
    opened(page, f"{REPORT}?persona=cfo&severity=high")
    with page.expect_download() as download:
        page.get_by_role("link", name="These gaps as a table (CSV)").click()
    head, *rows = read_table(download.value.path().read_bytes())
    assert download.value.suggested_filename == "purchase.csv"
    assert head[0] == "Fingerprint"
    assert [row[0] for row in rows] == fingerprints(page)


def test_so_does_one_that_is_parted_by_semicolons(dutch_page: Page) -> None:
    opened(dutch_page, "/gaps/bewustwording/?persona=teeltmanager")
    with dutch_page.expect_download() as download:
        dutch_page.locator("[data-jb-gap-table]").click()
    _, *rows = read_table(download.value.path().read_bytes())
    assert [row[0] for row in rows] == fingerprints(dutch_page)
    assert rows


def test_the_table_of_everything_needs_no_script(browser: Browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=site.address)
    page = context.new_page()
    page.goto(REPORT)
    assert page.locator("[data-jb-gap-filters]").is_hidden()
    with page.expect_download() as download:
        page.get_by_role("link", name="These gaps as a table (CSV)").click()
    _, *rows = read_table(download.value.path().read_bytes())
    assert sorted(row[0] for row in rows) == sorted(fingerprints(page))
    context.close()


def test_every_gap_can_be_sorted_and_keeps_its_order_in_the_address(page: Page) -> None:
    opened(page, "/gaps/all/?severity=high")
    page.get_by_role("columnheader", name="Owner").get_by_role("button").press("Enter")
    rows = page.locator("tbody tr:not([hidden])").all()
    # What is out of view is laid out when it comes into view, and has no inner text before.
    owners = [row.locator("td").nth(6).text_content() or "" for row in rows]
    assert owners == sorted(owners)
    assert parse_qs(urlsplit(page.url).query) == {"severity": ["high"], "sort": ["owner"]}
    address = page.url
    page.goto("/gaps/")
    page.goto(address)
    head = page.get_by_role("columnheader", name="Owner")
    assert head.get_attribute("aria-sort") == "ascending"


def test_the_heads_of_every_gap_stay_in_sight(page: Page) -> None:
    opened(page, "/gaps/all/")
    region = page.locator(".jb-scroll:has(> .jb-gap-table)")
    head = page.locator(".jb-gap-table thead")
    region.evaluate("e => e.scrollTo(0, 2000)")
    assert region.evaluate("e => e.clientHeight < innerHeight")
    heads = (
        "e => e.getBoundingClientRect().top - e.closest('.jb-scroll').getBoundingClientRect().top"
    )
    assert abs(head.evaluate(heads)) <= 2
    # What is asked for begins at its first row.
    for ask in (
        lambda: page.get_by_role("button", name="Severity", exact=True).click(),
        lambda: page.get_by_role("combobox", name="Persona").select_option("cfo"),
    ):
        region.evaluate("e => e.scrollTo(0, 2000)")
        ask()
        assert region.evaluate("e => e.scrollTop") == 0


@pytest.mark.parametrize("window", [Window(width=320)], ids=str)
def test_every_gap_lies_within_a_telephone(page: Page, window: Window) -> None:
    opened(page, "/gaps/all/")
    cells = page.locator(".jb-gap-table :is(th, td)").filter(visible=True)
    farthest = "all => Math.max(...all.map(e => e.getBoundingClientRect().right))"
    assert cells.evaluate_all(farthest) <= window.width
    first = page.locator(".jb-gap-table tbody tr").first
    expect(first.get_by_text("IT manager", exact=True)).to_be_visible()


def test_a_linked_gap_is_unfolded_and_in_view(page: Page) -> None:
    page.goto(REPORT)
    folded = page.locator("details .jb-gap-line").first.get_attribute("id")
    page.goto("/")
    page.goto(f"{REPORT}#{folded}")
    gap = page.locator(f"#{folded}")
    gap.wait_for(state="visible")
    assert gap.evaluate("e => { const b = e.getBoundingClientRect(); return b.top >= 0; }")


def test_the_brief_opens_in_the_form_of_the_host(page: Page) -> None:
    page.goto(REPORT)
    href = page.get_by_role("link", name=re.compile("^Write the brief")).first.get_attribute("href")
    fields = parse_qs(urlsplit(href or "").query)
    assert urlsplit(href or "").path.endswith("/new/main/content/")
    assert fields["filename"][0].startswith("assets/briefs/")
    assert fields["value"][0].startswith("---\n# journeybook brief ")


def test_a_writer_goes_from_the_overview_to_the_place_of_a_gap(page: Page) -> None:
    page.goto("/gaps/")
    first = page.locator(".jb-next-title a").filter(has_text="Nothing is done about").first
    sentence = first.inner_text()
    first.click()
    page.wait_for_url(re.compile("#gap-"))
    gap = page.locator(page.url[page.url.index("#") :])
    expect(gap).to_contain_text(sentence)
    gap.get_by_role("link", name="See it on the journey").click()
    page.wait_for_url(re.compile("/journeys/.*#"))
    expect(page.locator(page.url[page.url.index("#") :])).to_have_count(1)


def test_an_owner_takes_the_dates_along(page: Page, site: Site) -> None:
    page.goto("/gaps/owners/pricing-desk/")
    href = page.get_by_role("link", name="Subscribe as a calendar").get_attribute("href")
    assert (href or "").endswith("pricing-desk.ics")
    text = (site.folder / "gaps" / "owners" / "pricing-desk.ics").read_bytes()
    assert text.startswith(b"BEGIN:VCALENDAR\r\n")


@pytest.mark.parametrize("window", [Window(), Window(scheme="dark"), Window(width=320)], ids=str)
def test_unfolded_and_filtered_reports_stay_accessible(page: Page) -> None:
    opened(page, f"{REPORT}?persona=cfo")
    page.evaluate("document.querySelectorAll('.jb details').forEach(one => { one.open = true; })")
    assert violations(page) == ()
