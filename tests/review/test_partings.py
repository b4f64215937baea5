"""What is split or merged is one act, with what moved because of it beneath."""

import pytest

from journeybook.compare.change import Tone
from journeybook.compare.comparison import Comparison, compare
from journeybook.compare.summary.brought import brought_by
from journeybook.compare.summary.context import Context
from journeybook.compare.summary.headline import headline
from tests.repositories import HANDBOOK
from tests.review.comparing import AWARENESS, PRICES, PURCHASE, Texts, counted, judge

BUYER = "content/personas/buyer.md"
BOSS = "content/personas/boss.md"
FAQ = "content/assets/faq.md"
CASE = "content/assets/case.md"
TWO_IN_ONE = (
    "---\nrole: buyer\ngoals: [Buy cheaply, Get it approved, Sign quickly]\npains: [Long waits]\n"
    "---\n# The buyer\nHe compares every price. He asks for approval each time.\n"
)
ONE = "---\nrole: buyer\ngoals: [Buy cheaply]\n---\n# The buyer\nHe compares every price.\n"
OTHER = (
    "---\nrole: decider\ngoals: [Get it approved, Sign quickly]\npains: [Long waits]\n---\n"
    "# The boss\nHe asks for approval each time.\n"
)
FOR_BUYER = (
    "---\ntype: blog\nstatus: published\npersonas: [buyer]\nphases: [awareness]\n---\n# Case\n"
)
PERSONAS = {**HANDBOOK, BUYER: TWO_IN_ONE, CASE: FOR_BUYER}
APART = {**PERSONAS, BUYER: ONE, BOSS: OTHER, CASE: FOR_BUYER.replace("buyer", "boss")}

INDEX = "---\npersona: buyer\n---\n# {}\n"
OF_TWO = {
    **{path: text for path, text in HANDBOOK.items() if "journeys/" not in path},
    "content/journeys/before/index.md": INDEX.format("Before buying"),
    "content/journeys/before/awareness.md": HANDBOOK[AWARENESS],
    "content/journeys/after/index.md": INDEX.format("After buying"),
    "content/journeys/after/purchase.md": HANDBOOK[PURCHASE],
    PRICES: HANDBOOK[PRICES].replace("buyer/purchase#cost", "after/purchase#cost"),
}
WITH_JOURNEY = {
    **APART,
    PURCHASE: None,
    "content/journeys/boss/index.md": "---\npersona: boss\n---\n# The boss's journey\n",
    "content/journeys/boss/purchase.md": HANDBOOK[PURCHASE],
    PRICES: HANDBOOK[PRICES].replace("buyer", "boss"),
}
LONG = (
    "---\ntype: faq\nstatus: published\nanswers: [stops]\n---\n# Faq\n"
    "It stops when it rains outside. It stops when nobody looks at it. Call us at once.\n"
)
RAIN = (
    "---\ntype: faq\nstatus: published\n---\n# Rain\n"
    "It stops when it rains outside. It stops when nobody looks at it.\n"
)
SHORT = "---\ntype: faq\nstatus: published\nanswers: [stops]\n---\n# Faq\nCall us at once.\n"
PHASE = "content/phases/purchase.md"
PHASES = {
    PHASE: None,
    "content/phases/compare.md": "---\norder: 2\n---\n# Compare\n",
    "content/phases/sign.md": "---\norder: 3\n---\n# Sign\n",
    PURCHASE: HANDBOOK[PURCHASE].replace("needs", "phase: compare\nneeds"),
    PRICES: HANDBOOK[PRICES].replace("[purchase]", "[compare, sign]"),
}
COMPARES = "content/journeys/buyer/compares.md"
LEAVES = "drop_offs:\n  - {text: Finds no price, why: It is behind a form}\n"
COUNTS_ON = "expectations:\n  - An answer within a day\n"
STEPS = {
    PURCHASE: HANDBOOK[PURCHASE].replace(LEAVES, "").replace(COUNTS_ON, ""),
    COMPARES: f"---\nphase: purchase\norder: 2\n{COUNTS_ON}{LEAVES}---\n# Compares\n",
}


def of(before: Texts, after: Texts) -> Comparison:
    return compare(judge(before), judge(after))


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        (PERSONAS, APART, "Split: The buyer (into The buyer and The boss)."),
        (HANDBOOK, OF_TWO, "Split: The buyer's journey (into After buying and Before buying)."),
        (HANDBOOK, {**HANDBOOK, **STEPS}, "Split: Purchase (into Purchase and Compares)."),
        (HANDBOOK, {**HANDBOOK, **PHASES}, "Split: Purchase (into Compare and Sign)."),
        (
            {**HANDBOOK, FAQ: LONG},
            {**HANDBOOK, FAQ: SHORT, "content/assets/rain.md": RAIN},
            "Split: Faq (into Faq and Rain).",
        ),
        (APART, PERSONAS, "Merged into another: The boss (into The buyer, 1 file)."),
        (OF_TWO, HANDBOOK, "Merged into another: After buying (into The buyer's journey)."),
        (
            {**HANDBOOK, "content/assets/rain.md": RAIN, FAQ: SHORT},
            {**HANDBOOK, FAQ: LONG},
            "Merged into another: Rain (into Faq).",
        ),
    ],
    ids=["persona", "journey", "step", "phase", "content", "personas", "journeys", "contents"],
)  # fmt: skip
def test_it_is_an_act_of_its_own(before: Texts, after: Texts, line: str) -> None:
    comparison = of(before, after)
    assert headline(comparison, Context()).sentences[0] == line
    labels = {act.change.label for act in comparison.acts if act.change}
    assert not {one for one in labels if one.startswith("New ") or one.endswith("removed")}
    assert counted(comparison, Tone.WORSE) == counted(comparison, Tone.BETTER) == 0


def test_what_moved_because_of_it_stands_beneath() -> None:
    (split,) = of(PERSONAS, APART).acts
    assert {one.label for one in split.effects} >= {"Goal moved", "Pain moved", "Personas"}


def test_what_the_whole_lacked_is_not_brought_by_a_part() -> None:
    comparison = of(PERSONAS, WITH_JOURNEY)
    brought = {one.message for one in brought_by(comparison).gaps}
    # Not all that was said of the whole was assumed.
    assert brought == {"All that is said of The boss is assumed"}
    moved = {one.text for one in comparison.changes if one.label == "New with the move"}
    assert {
        "Nothing is asked yet of The boss in the phase Awareness",
        "Nothing is asked yet of The buyer in the phase Purchase",
        "The persona The boss has no owner",
        "The journey “The boss's journey” has no owner",
    } < (moved)
    assert "Gap closed" not in {one.label for one in comparison.changes}


def test_a_step_that_no_part_has_is_asked_for_again() -> None:
    brought = brought_by(of(PERSONAS, {**WITH_JOURNEY, AWARENESS: None})).gaps
    told = {one.message for one in brought}
    assert "Nothing is asked yet of The boss in the phase Awareness" in told


def test_what_was_accepted_of_the_whole_is_asked_of_a_part() -> None:
    waived = "- {code: missing-owner, persona: buyer, reason: It is a small team}\n"
    waivers = {"site_config/waivers.yml": waived}
    brought = brought_by(of({**PERSONAS, **waivers}, {**WITH_JOURNEY, **waivers})).gaps
    assert "The persona The boss has no owner" in {one.message for one in brought}


def test_a_question_that_no_part_asks_is_lost() -> None:
    less = OF_TWO["content/journeys/after/purchase.md"].replace(
        "  - {text: What does it cost?, id: cost}\n", "  []\n"
    )
    lines = headline(
        of(HANDBOOK, {**OF_TWO, "content/journeys/after/purchase.md": less}), Context()
    ).sentences
    assert "1 question is no longer asked." in lines


def test_a_copy_is_no_part() -> None:
    copied = {**PERSONAS, BOSS: TWO_IN_ONE.replace("The buyer", "The boss")}
    assert headline(of(PERSONAS, copied), Context()).sentences[0] == "New persona: The boss."


def test_research_among_those_who_became_one_says_the_same() -> None:
    talks = (
        "---\npersonas: [buyer, boss]\n"
        "findings: [{text: Bosses hate forms, personas: [boss]},"
        " {text: Prices matter, personas: [buyer]}]\n---\n# Talks\n"
    )
    path = "content/research/talks.md"
    mended = talks.replace("[buyer, boss]", "[buyer]").replace("[boss]", "[buyer]")
    after = {**PERSONAS, BOSS: None, path: mended}
    labels = {act.change.label for act in of({**APART, path: talks}, after).acts if act.change}
    assert labels == {"Merged into another"}


def test_what_a_text_notes_goes_along_where_it_is_merged_into_another() -> None:
    rain = "Rain makes it stop. Water gets in below the lid. [content gap: a picture of the lid]"
    before = {**HANDBOOK, "content/assets/rain.md": f"---\nowner: Jo\n---\n# Rain\n{rain}\n"}
    after = {**HANDBOOK, PRICES: f"{HANDBOOK[PRICES]}{rain}\n"}
    comparison = of(before, after)
    assert not [one.text for one in comparison.changes if "picture of the lid" in one.text]
    for each in (comparison.pair.judged[0], comparison.pair.judged[1]):
        assert "noted-gap" in {one.code for one in each.site.findings}
