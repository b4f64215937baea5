"""The overview of journeys, the buying group, and two journeys side by side."""

import pytest

from journeybook.pages.home.draw import home_view
from journeybook.pages.journeys.compare import compare_view
from journeybook.pages.journeys.journeys_overview import journeys_overview
from journeybook.pages.parts.page import PROSE
from journeybook.rendering import render_handbook
from tests.unit.handbooks import judged
from tests.unit.journeys.examples import full_site


def test_a_cell_says_what_is_answered_felt_and_missing() -> None:
    rows = journeys_overview(full_site()).rows
    cell = rows[0].cells[1]
    assert (cell.kind, cell.feeling, cell.mood) == ("thin", "wary −1", "pain")
    assert cell.answered
    assert cell.answered.words == "1 of 3 questions answered"
    assert cell.href == "cfo/#purchase"
    assert [one.kind for one in rows[0].cells] == ["unasked", "thin", "unasked"]


def test_roles_that_nobody_covers_are_told() -> None:
    made = journeys_overview(full_site())
    assert made.group_title == "The buying group in Purchase"
    states = {one.role: one.kind for one in made.roles}
    assert states == {
        "initiator": "open",
        "influencer": "open",
        "decider": "open",
        "buyer": "answered",
        "user": "open",
        "gatekeeper": "answered",
    }


def test_a_card_tells_what_needs_care() -> None:
    cards = {one.link.text: one.care for one in journeys_overview(full_site()).cards}
    assert cards == {
        "The CFO decides": ("review due since 1 July 2026",),
        "IT approves": ("nobody owns it", "never reviewed"),
    }


def test_the_same_question_has_the_same_key_in_both_journeys() -> None:
    lanes = (lane for phase in compare_view(full_site()).phases for lane in phase.lanes)
    asked = [
        [{one.key for one in cell.items} for cell in lane.cells]
        for lane in lanes
        if lane.key == "questions"
    ]
    assert {"whatdoesitcost"} in [ours & theirs for ours, theirs in asked]


def test_only_a_feeling_with_the_same_word_is_felt_in_both_journeys() -> None:
    site = judged(
        {
            **{f"journeys/{one}/index.md": "---\npersona: cfo\n---\n" for one in ("a", "b")},
            "personas/cfo.md": "# CFO\n",
            "phases/buy.md": "---\ntitle: Buy\norder: 1\n---\n",
            "journeys/a/buy.md": "---\nemotion: [wary, {label: Calm, score: 1}, 2]\n---\n",
            "journeys/b/buy.md": "---\nemotion: [worried, {label: calm, score: 1}, 2]\n---\n",
        }
    ).site
    (felt,) = (one for one in compare_view(site).phases[0].lanes if one.key == "emotion")
    ours, theirs = ({one.key: one.text for one in cell.items} for cell in felt.cells)
    assert [ours[one] for one in ours if one in theirs] == ["Calm +1", "+2"]


def test_the_numbers_of_the_home_page_lead_to_what_they_count() -> None:
    figures = {one.words: (one.figure, one.href) for one in home_view(full_site()).figures}
    assert figures["personas"] == ("2", "journeys/")
    assert figures["of 4 questions answered"] == ("1", None)
    assert figures["asset published"] == ("1", "assets/?status=published")
    assert figures["open gaps"][1] == "gaps/all/?state=open#gap-list"


@pytest.mark.parametrize(
    ("text", "is_below_the_title"),
    [
        ("# Welcome\n\nAsk Anna about anything.", True),
        ("# Welcome", True),
        ("# Welcome\n\nAsk Anna.\n\n## How to read it\n\nSlowly.", False),
        (f"# Welcome\n\n{'Ask Anna about anything. ' * 20}", False),
    ],
)
def test_a_few_words_stand_below_the_title_and_a_text_beside_what_is_to_be_done(
    text: str, is_below_the_title: bool
) -> None:
    pages = render_handbook(judged({"index.md": text, "personas/cfo.md": "# CFO"})).pages
    home = next(page for page in pages if page.uri == "index.md")
    assert is_below_the_title == ("turn" not in [block.name for block in home.blocks])
    assert is_below_the_title == (home.markdown.index(PROSE) < home.markdown.index("figures"))
