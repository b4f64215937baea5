"""Whoever publishes takes nothing away, whatever is noted along with it."""

import pytest

from journeybook.compare.change import Thing
from journeybook.compare.comparison import Comparison, compare
from tests.repositories import HANDBOOK
from tests.review.comparing import PRICES, Texts, judge, told

DRAFT = HANDBOOK[PRICES].replace("published\npublished: 2026-01-10", "draft\ndue: 2026-12-01")
BEGUN: Texts = {
    **HANDBOOK,
    "content/assets/why.md": "---\nstatus: published\npersonas: all\nphases: awareness\n---\n# W",
    "content/personas/user.md": "# The user\n",
    "content/journeys/user/index.md": "---\npersona: user\n---\n# The user's journey\n",
    PRICES: DRAFT.replace("cta: Order now\n", "").replace("[buyer]", "[buyer, user]"),
}


def after(edits: Texts, before: Texts) -> Comparison:
    return compare(judge(before), judge({**before, **edits}))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("draft", "published"),
        ("draft", "published\npublished: 2026-11-20"),
        ("draft\ndue: 2026-12-01", "published"),
        ("draft", "published\nurl: https://www.example.com/prices\ncta: Order now"),
        ("draft\ndue: 2026-12-01\nreviewed: 2026-10-01", "published\nreviewed: 2026-11-20"),
        ("list\n", "list\nWhat it costs.\n"),
    ],
)
def test_whoever_publishes_opens_no_gap_whatever_is_noted_with_it(old: str, new: str) -> None:
    text = (BEGUN[PRICES] or "").replace(old, new).replace("status: draft", "status: published")
    lines = told(after({PRICES: text}, BEGUN))
    onward = "Nothing leads The buyer on from the phase Awareness"
    assert [one.split(" |")[0] for one in lines if onward in one] == [f"Comes to light: {onward}"]
    assert not [one for one in lines if one.startswith("New gap")]


@pytest.mark.parametrize(
    "noted", ["---\nreviewed: 2026-11-20\n---\n# The buyer\n", "# The purchaser\n"]
)
def test_a_day_or_a_name_that_is_noted_elsewhere_opens_no_gap(noted: str) -> None:
    text = (BEGUN[PRICES] or "").replace("draft", "published")
    buyer = "content/personas/buyer.md"
    known = {**BEGUN, buyer: "# The buyer\n"}
    comparison = after({PRICES: text, buyer: noted}, known)
    assert not [one for one in told(comparison) if one.startswith("New gap")]
    noting = [one for one in comparison.acts if one.change and one.change.thing is Thing.PERSONA]
    assert noting
    assert {act.effects for act in noting} == {()}


def test_whoever_publishes_for_fewer_than_were_promised_still_takes_something() -> None:
    text = (BEGUN[PRICES] or "").replace("draft", "published").replace(", user]", "]")
    assert any(one.startswith("New gap") for one in told(after({PRICES: text}, BEGUN)))


def test_what_follows_from_several_acts_for_several_journeys_stands_in_none_of_them() -> None:
    text = (BEGUN[PRICES] or "").replace("draft", "published\npublished: 2026-11-20")
    groups = after({PRICES: text}, BEGUN).groups
    (several,) = ((group, act) for group in groups for act in group.acts if act.change is None)
    assert len({one.place.journey for one in several[1].effects}) > 1
    assert not several[0].title
