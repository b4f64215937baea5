"""The theme's search finds what people remember: a quote, a question, a channel, a gap."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import Site

FIRST_LINK = """address => Array.from(
  document.querySelectorAll('.md-search-result__link'), link => link.href
).find(href => new RegExp(address).test(href))"""


@pytest.fixture
def searched() -> bool:
    return True


@pytest.mark.parametrize(
    ("words", "address", "told"),
    [
        pytest.param(
            "upstairs asks",
            r"/personas/operations-manager/\?h=upstairs\+asks$",
            "someone upstairs asks me why",
            id="persona-by-quote",
        ),
        pytest.param(
            "pays fault missed",
            r"/journeys/cfo/\?h=pays\+fault\+missed#signature$",
            "Who pays when a fault is missed?",
            id="question-by-words",
        ),
        pytest.param(
            "linkedin",
            r"/assets/ads/one-figure-ad/\?h=linkedin$",
            "LinkedIn",
            id="asset-by-channel",
        ),
        pytest.param(
            "pays fault missed",
            r"/gaps/purchase/\?h=pays\+fault\+missed#to-write$",
            "Nothing published answers “Who pays when a fault is missed?”",
            id="gap-by-what-is-missing",
        ),
    ],
)
def test_words_lead_to_what_they_are_about(page: Page, words: str, address: str, told: str) -> None:
    page.goto("/")
    page.get_by_role("textbox", name="Search").press_sequentially(words)
    # The list is made anew at every letter, so it is asked in one go. Results under the same page
    # are folded, and the keyboard would not reach all of them at once.
    link = page.wait_for_function(FIRST_LINK, arg=address)
    page.goto(str(link.json_value()))
    expect(page.get_by_role("main")).to_contain_text(told)


def found(page: Page, words: str) -> list[list[str]]:
    """What our own search says of some words: what it is, its title, and where it belongs."""
    box = page.locator(".md-search__input")
    box.fill(words)
    lines = page.locator(".jb-find-list:not([hidden]) > li")
    expect(lines.first).to_be_visible()
    return [one.split("\n") for one in lines.all_inner_texts()]


def test_words_in_other_forms_with_slips_and_inside_others_say_what_they_lead_to(
    page: Page, dutch_page: Page
) -> None:
    page.goto("/")
    page.locator(".md-search__input").click()
    assert found(page, "pays fault missed")[0][:2] == [
        "Question",
        "Who pays when a fault is missed?",
    ]
    assert found(page, "contracts")[0][:2] == ["Content", "Contract in plain words"]
    assert found(page, "calcualtor")[0][:2] == ["Content", "Five-year cost calculator"]
    # What is called just so comes before what is called so too.
    assert found(page, "cfo")[0][:2] == ["Persona", "CFO"]
    assert {one[0] for one in found(page, "cfo")} >= {"Journey", "Persona"}
    assert found(page, "pricing desk")[0] == ["Owner", "Pricing desk"]
    dutch_page.goto("/")
    dutch_page.locator(".md-search__input").click()
    assert ["Content", "Offerte aanvragen"] in [one[:2] for one in found(dutch_page, "offertes")]
    assert found(dutch_page, "rekening")[0][1] == "Grip op de energierekening"
    assert found(dutch_page, "enregie")[0][1] == "Grip op de energierekening"
    dutch_page.locator(".jb-find-list a").first.click()
    expect(dutch_page).to_have_url(re.compile("/journeys/grip-op-energie/"))


def test_from_a_disk_the_first_page_has_a_search_of_its_own(
    browser: Browser, dutch_site: Site
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((dutch_site.folder / "index.html").as_uri())
    page.get_by_label("Zoek in het handboek").fill("offertes")
    expect(page.locator(".jb-find-list > li").first).to_contain_text("offerte")
    expect(page.get_by_role("status")).to_have_text(re.compile("^[1-8] "))
    context.close()


def test_the_theme_tells_of_the_handbook_before_its_manual(page: Page) -> None:
    page.goto("/")
    page.get_by_role("textbox", name="Search").press_sequentially("gap report")
    page.wait_for_function(FIRST_LINK, arg="/gaps/all/")
    first = page.locator(".md-search-result__link").first
    assert "/guide/" not in str(first.get_attribute("href"))
