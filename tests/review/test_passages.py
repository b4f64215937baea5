"""What a review says of how far everybody gets, and of a change that moves it."""

import pytest

from journeybook.compare.change import Tone
from journeybook.compare.comparison import Comparison, compare
from journeybook.compare.formats.comment import comment, plain_text
from journeybook.compare.summary.context import Context
from journeybook.compare.summary.headline import headline
from journeybook.compare.summary.passages import passages
from tests.repositories import HANDBOOK
from tests.review.comparing import PRICES, Texts, judge

STORY = "content/assets/story.md"
SEARCH = "touchpoints: [{title: Searches, channel: search}]"
ASSET = "---\nstatus: published\npersonas: buyer\nphases: awareness\n{}---\n# A story\n"
LED: Texts = {
    **HANDBOOK,
    STORY: ASSET.format("next: [price-list]\n"),
    "content/journeys/buyer/awareness.md": f"---\n{SEARCH}\n---\n",
}
ALONE = {STORY: ASSET.format("")}
PURCHASED = "content/phases/purchase.md"
ALLOWED = {PURCHASED: "---\norder: 2\nstage: buyer\nexpects: {gated: allowed}\n---\n# Purchase\n"}
GATED = {PRICES: HANDBOOK[PRICES].replace("cta: Order now", "cta: Order now\ngated: true")}


def between(before: Texts, edit: Texts) -> Comparison:
    """Compare a handbook with itself after an edit."""
    return compare(judge(before), judge({**before, **edit}))


@pytest.mark.parametrize(
    ("before", "edit", "said"),
    [
        (LED, ALONE, "The buyer no longer gets past Awareness."),
        (LED, {STORY: None}, "The buyer no longer gets into Awareness, where it all begins."),
        (LED, GATED, "The buyer no longer gets past Awareness."),
        ({**LED, **ALONE}, {STORY: LED[STORY]},
         "With this change The buyer gets all the way to Purchase."),
        ({**LED, STORY: "# Nothing\n"}, ALONE, "With this change The buyer gets to Awareness."),
        ({**LED, **GATED},
         ALLOWED,
         "By what is said of them now, The buyer gets to Purchase."),
        ({**LED, **GATED, **ALLOWED}, {PURCHASED: HANDBOOK[PURCHASED]},
         "By what is said of them now, The buyer gets no further than Awareness."),
    ],
)  # fmt: skip
def test_a_change_of_how_far_they_get_stands_in_the_first_lines(
    before: Texts, edit: Texts, said: str
) -> None:
    assert said in headline(between(before, edit), Context()).sentences


def test_only_an_offer_makes_it_better() -> None:
    lines = passages(between({**LED, **ALONE}, {STORY: LED[STORY]}))
    assert lines
    assert [one.tone for one in lines.lines] == [Tone.BETTER]
    moved = passages(between(LED, {"content/channels/search.md": "---\ntype: paid\n---\n# Find\n"}))
    assert moved
    assert [(one.tone, one.sentence) for one in moved.lines] == [(Tone.NEUTRAL, "")]


def test_every_review_says_how_far_they_get_and_what_lets_them_through() -> None:
    still = between(
        {**LED, **ALONE}, {"content/channels/mail.md": "---\ntype: paid\n---\n# Mail\n"}
    )
    line = (
        "The buyer gets to Awareness and not into Purchase: nothing they find in Awareness leads "
        "there. Let “A story” lead on to something in Purchase, or give it a call to action."
    )
    assert line in plain_text(still)
    assert "0 of 1 get to the end of the journey" in plain_text(still)
    assert line.replace(":", "&#58;") in comment(still)


def test_nobody_gets_further_by_a_copy() -> None:
    copy = HANDBOOK[PRICES].replace("[purchase]", "[awareness]")
    lines = passages(between({**LED, STORY: None}, {"content/assets/copy.md": copy}))
    assert lines
    assert lines.summary.startswith("1 of 1")
    assert [one.sentence for one in lines.lines] == [""]


def test_nothing_is_said_of_it_where_files_cannot_be_read() -> None:
    broken = between(LED, {STORY: "---\nnext: [[\n---\n# A story\n"})
    assert passages(broken) is None
    assert not any("gets" in one for one in headline(broken, Context()).sentences)
