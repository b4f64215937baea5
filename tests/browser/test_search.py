"""The theme's search finds what people remember: a quote, a question, a channel, a gap."""

import pytest
from playwright.sync_api import Page, expect

FIRST_LINK = """address => Array.from(
  document.querySelectorAll('.md-search-result__link'), link => link.href
).find(href => new RegExp(address).test(href))"""


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
