"""A reader's walk through the handbook: journey, question, asset, gap report and back."""

import re

from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations

QUESTION = "What does it cost per dock and month?"


def test_from_a_question_to_its_answer_to_what_is_wrong_with_it(page: Page) -> None:
    page.goto("/")
    page.get_by_role("main").get_by_role("link", name="Journey of the CFO").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("CFO"))
    page.get_by_role("link", name="All lanes").click()

    question = page.get_by_role("table").get_by_role("listitem").filter(has_text=QUESTION)
    expect(question.get_by_role("img", name="answered")).to_be_visible()
    question.get_by_role("link", name="Prices", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Prices"))

    main = page.get_by_role("main")
    expect(main.get_by_role("link", name=QUESTION)).to_be_visible()
    main.get_by_role("link", name=re.compile("should have been looked at")).first.click()
    expect(page).to_have_url(re.compile(r"/gaps/.*#gap-[0-9a-f]{12}$"))
    gap = page.locator(f"[id='{page.url.partition('#')[2]}']")
    expect(gap).to_be_in_viewport()
    expect(gap).to_contain_text("“Prices” should have been looked at")
    assert violations(page) == ()

    gap.get_by_role("link", name=re.compile("See the asset")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Prices"))


def test_from_a_gap_to_the_statement_on_the_journey(page: Page) -> None:
    page.goto("/gaps/purchase/")
    title = page.get_by_role("heading", level=4, name=re.compile("Who pays when a fault is missed"))
    gap = page.get_by_role("listitem").filter(has=title)
    gap.get_by_role("link", name=re.compile("See it on the journey")).first.click()
    expect(page).to_have_url(re.compile(r"/journeys/cfo/#.+"))
    statement = page.locator(f"[id='{page.url.partition('#')[2]}']")
    expect(statement).to_be_in_viewport()
    expect(statement).to_contain_text("Who pays when a fault is missed?")
