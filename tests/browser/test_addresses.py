"""What a reader chooses in a table stands in its address; back and forward go through it."""

from playwright.sync_api import Page, expect


def test_back_and_forward_go_through_what_was_chosen_in_a_table(page: Page) -> None:
    page.goto("/matrix/?show=thin")
    expect(page.locator(".jb-show [value=thin]")).to_be_checked()
    page.locator(".jb-show [value=missing]").check(force=True)
    went(page, "show=missing", "show=thin")
    expect(page.locator(".jb-show [value=missing]")).to_be_checked()

    page.goto("/gaps/purchase/?severity=high")
    severity, words = page.get_by_label("Severity"), page.get_by_label("Words")
    expect(severity).to_have_value("high")
    severity.select_option("low")
    words.press_sequentially("price")
    went(page, "words=price&severity=low", "severity=low")
    expect(words).to_have_value("price")

    page.goto("/gaps/all/?sort=owner")
    owner, persona = (page.get_by_role("columnheader", name=name) for name in ("Owner", "Persona"))
    persona.get_by_role("button").click()
    page.go_back()
    expect(owner).to_have_attribute("aria-sort", "ascending")
    page.go_forward()
    expect(persona).to_have_attribute("aria-sort", "ascending")

    page.goto("/assets/?status=draft")
    status = page.get_by_label("Status")
    expect(status).to_have_value("draft")
    status.select_option("published")
    page.wait_for_url("**/assets/?status=published")
    page.get_by_role("button", name="Title").click()
    went(page, "status=published&sort=1", "status=published")
    expect(page.get_by_role("columnheader", name="Title")).to_have_attribute(
        "aria-sort", "ascending"
    )

    page.goto("/journeys/compare/?a=cfo&b=it-manager")
    page.get_by_label("only what differs").check()
    went(page, "a=cfo&b=it-manager&differing=yes", "a=cfo&b=it-manager")
    expect(page.get_by_label("only what differs")).to_be_checked()


def test_two_reasons_why_there_is_nothing_differ(page: Page) -> None:
    page.goto("/journeys/compare/?a=operations-manager-after-sale&b=roll-out&differing=yes")
    lane = page.locator("[data-jb-lane=needs]").first
    expect(lane).to_be_hidden()
    other = lane.locator("[data-jb-journey=roll-out] [data-jb-nothing]")
    other.evaluate("cell => { cell.textContent = 'none'; }")
    page.get_by_label("only what differs").uncheck()
    page.get_by_label("only what differs").check()
    expect(lane).to_be_visible()


def went(page: Page, now: str, before: str) -> None:
    """Go back to the address before, and forward again."""
    expect(page).to_have_url(f"{page.url.partition('?')[0]}?{now}")
    page.go_back()
    expect(page).to_have_url(f"{page.url.partition('?')[0]}?{before}")
    page.go_forward()
    expect(page).to_have_url(f"{page.url.partition('?')[0]}?{now}")
