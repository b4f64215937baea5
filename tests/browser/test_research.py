"""The research section of the example: the register of all rounds, the test plan, and the marks."""

from playwright.sync_api import Page, expect

from tests.browser.serving import Site

RESEARCH = "/research/"
CFO = "/journeys/cfo/"


def test_the_register_tells_what_is_old_and_leads_to_the_test_plan(page: Page) -> None:
    page.goto(RESEARCH)
    rows = page.locator("tbody tr")
    assert rows.count() == 9
    old = rows.filter(has_text="Visits to the floor")
    expect(old.locator("td").last).to_have_text("9 November 2025 old")
    expect(rows.filter(has_text="Calls with finance").locator("td").nth(6)).to_have_text("2")
    page.get_by_role("link", name="What to ask next").click()
    expect(page.get_by_role("heading", name="Guide for talks")).to_be_visible()
    table = page.get_by_role("link", name="As a table (CSV)")
    assert (table.get_attribute("href") or "").endswith("test-plan.csv")


def test_a_strength_is_a_shape_and_words(page: Page) -> None:
    page.goto(f"{CFO}#map")
    story = page.locator("#signature-expectations-no-pressure-with-quarter-ends")
    expect(story.locator(".jb-strength--contradicted")).to_have_text("contradicted · few asked")
    on_map = page.locator("#map-signature-expectations-no-pressure-with-quarter-ends")
    expect(on_map.locator(".jb-strength--contradicted svg")).to_be_visible()
    expect(page.locator(".jb-map q").first).to_contain_text("the worst case in my sheet")


def test_customers_marks_stand_beside_ours_and_lead_to_their_survey(page: Page, site: Site) -> None:
    page.goto("/journeys/roll-out/#map")
    item = page.locator(
        "#map-first-night-shift-touchpoints-finds-nine-messages-from-the-night-in-the-morning"
    )
    expect(item).to_contain_text("importance 3")
    expect(item).to_contain_text("importance 4.5")
    expect(item).to_contain_text("customers mark it otherwise")
    item.get_by_role("link", name="Customers").click()
    expect(page.get_by_role("heading", name="Survey after the roll-out, 2026")).to_be_visible()
    table = page.get_by_role("table", name="What customers answered")
    expect(table.get_by_role("row", name="Shift supervisor")).to_have_count(6)
    expect(page.locator("main")).to_contain_text("240 responses were read.")
    assert not [*site.folder.rglob("roll-out-responses*")]
