"""The research section of the example: the register of all rounds, the test plan, and the marks."""

from playwright.sync_api import Page, expect

RESEARCH = "/research/"
CFO = "/journeys/cfo/"


def test_the_register_tells_what_is_old_and_leads_to_the_test_plan(page: Page) -> None:
    page.goto(RESEARCH)
    rows = page.locator("tbody tr")
    assert rows.count() == 8
    old = rows.filter(has_text="Visits to the floor")
    expect(old.locator("td").last).to_have_text("9 November 2025 old")
    expect(rows.filter(has_text="Calls with finance").locator("td").nth(6)).to_have_text("2")
    page.get_by_role("link", name="What to ask next").click()
    expect(page.get_by_role("heading", name="Guide for talks")).to_be_visible()
    table = page.get_by_role("link", name="As a table (CSV)")
    assert (table.get_attribute("href") or "").endswith("test-plan.csv")


def test_a_strength_is_a_shape_and_words(page: Page) -> None:
    page.goto(CFO)
    story = page.locator("#signature-expectations-no-pressure-with-quarter-ends")
    expect(story.locator(".jb-strength--contradicted")).to_have_text("contradicted · few asked")
    on_map = page.locator("#map-signature-expectations-no-pressure-with-quarter-ends")
    expect(on_map.locator(".jb-strength--contradicted svg")).to_be_visible()
    expect(page.locator(".jb-map q").first).to_contain_text("the worst case in my sheet")
