"""What stays the same: prose, renamed files, and a comparison seen from the other side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.compare.comparison import compare
from journeybook.compare.formats.comment import MOST_CHARACTERS, comment
from journeybook.compare.pairing.likeness import likeness, paired_by_lines, paired_by_text
from journeybook.compare.summary.context import Context
from journeybook.compare.summary.headline import headline
from tests.repositories import HANDBOOK
from tests.review.comparing import (
    AWARENESS,
    PRICES,
    PURCHASE,
    Texts,
    changed,
    edited,
    first_lines,
    judge,
    told,
)

EVERYTHING: Texts = {
    **edited(PRICES, "status: published", "status: draft"),
    **edited(AWARENESS, "score: -1, label: worried", "score: 1"),
    PURCHASE: (
        "---\nneeds: [A price on a single page]\nquestions: [Can we lease?]\nemotion: {score: 2}\n"
        "expectations: [{text: An answer within a day, met_by: [price-list]}]\n"
        "touchpoints: [{title: Looks up the price, channel: mail, moment_of_truth: true}]\n"
        "drop_offs: [Leaves at the form]\n---\nThe second story.\n"
    ),
    "content/assets/faq.md": "---\ntype: faq\nstatus: published\nanswers: [stops]\n---\n# Faq\n",
    "content/personas/user.md": "# The user\n",
    "content/channels/search.md": None,
    "content/research/talks.md": None,
    "site_config/waivers.yml": "- {code: phase-without-content, reason: Later}\n",
}


def test_of_two_files_the_one_that_is_closer_is_the_same() -> None:
    before = {"far": frozenset(("one", "two")), "near": frozenset(("one", "two", "three"))}
    assert paired_by_lines(before, {"new": before["near"]}) == [("near", "new")]


def test_a_handbook_against_itself_shows_nothing() -> None:
    assert changed({}).groups == ()


@pytest.mark.parametrize(
    "edit",
    [
        {PURCHASE: HANDBOOK[PURCHASE].replace("\n", "\r\n")},
        edited(PURCHASE, "needs: [A price on one page]", "needs:\n- 'A price on one page'"),
        edited(PURCHASE, "drop_offs:", "# A remark\ndrop_offs:"),
        edited(PURCHASE, "The second story.", "The  second\nstory."),
    ],
    ids=["line ends", "style of YAML", "a comment", "white space"],
)
def test_style_is_told_as_style(edit: Texts) -> None:
    assert told(changed(edit)) == []
    assert first_lines(edit) == "Only how it is written changed; nobody will notice."


def test_a_story_that_is_turned_round_is_told_with_its_sentences() -> None:
    line = "Text rewritten: Purchase | The second story. | The first of two. Better."
    edit = edited(PURCHASE, "The second story.", "The first of two. Better.")
    assert told(changed(edit)) == [line]


def test_a_renamed_asset_is_the_same_asset() -> None:
    renamed = {PRICES: None, "content/assets/sales/all-prices.md": HANDBOOK[PRICES]}
    assert told(changed(renamed)) == [
        "File renamed: Price list | assets/price-list.md | assets/sales/all-prices.md"
    ]


def test_a_renamed_journey_is_the_same_journey() -> None:
    moved = {
        path.replace("journeys/buyer/", "journeys/purchaser/"): text.replace("buyer/purchase#", "")
        for path, text in HANDBOOK.items()
    }
    gone = dict.fromkeys(HANDBOOK, None)
    assert [line.split(":")[0] for line in told(changed({**gone, **moved}))] == ["File renamed"]


def test_a_renamed_step_is_the_same_step() -> None:
    step = HANDBOOK[AWARENESS].replace("---\nquestions", "---\nphase: awareness\nquestions")
    assert told(changed({AWARENESS: None, "content/journeys/buyer/first.md": step})) == [
        "File renamed: Awareness | journeys/buyer/awareness.md | journeys/buyer/first.md"
    ]


_LINES = [line for text in HANDBOOK.values() for line in text.splitlines()]
_ODD = ["  - {text: '@all `|` <!-- ', id: x}", "questions: 3", "- : ]", "\x00", "emotion: great"]


@given(st.data())
def test_no_edit_stops_a_comparison(data: st.DataObject) -> None:
    texts = dict(HANDBOOK)
    for _ in range(data.draw(st.integers(1, 4))):
        path = data.draw(st.sampled_from(sorted(texts)))
        lines = texts[path].splitlines()
        at = data.draw(st.integers(0, len(lines)))
        take = data.draw(st.integers(0, 3))
        put = data.draw(st.lists(st.sampled_from(_LINES + _ODD), max_size=2))
        texts[path] = "\n".join([*lines[:at], *put, *lines[at + take :]]) + "\n"
    before, after = judge(HANDBOOK), judge(texts)
    there = compare(before, after)
    assert len(comment(there)) < MOST_CHARACTERS
    # Whatever is written otherwise is told, be it as a matter of style.
    same = all(texts[path] == HANDBOOK[path] for path in texts)
    assert (" ".join(headline(there, Context()).sentences) == "No change.") is same
    assert compare(after, after).acts == ()


@given(st.text(), st.text())
def test_likeness_is_the_same_both_ways(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1


def test_long_texts_are_compared_by_how_they_begin() -> None:
    beginning = "How do we get there? " * 20
    assert likeness(f"{beginning} By train", f"{beginning} By bicycle") == 1
    assert likeness(f"By train. {beginning}", f"By bicycle. {beginning}") < 1


@pytest.mark.parametrize(
    ("before", "after"), [("aab", "aa"), ("aa", "baa"), ("abab", "baba"), ("aaa", "a")]
)
def test_texts_that_are_the_same_pair_in_their_order(before: str, after: str) -> None:
    texts = {"a": "What does it cost?", "b": "Who repairs it?"}
    old = [(texts[one], at) for at, one in enumerate(before)]
    new = [(texts[one], at) for at, one in enumerate(after)]
    there = paired_by_text(old, new, lambda one: one[0])
    back = paired_by_text(new, old, lambda one: one[0])
    assert sorted(there) == sorted((one, other) for other, one in back)
    for text in texts.values():
        pairs = sorted((one[1], other[1]) for one, other in there if one[0] == text)
        assert [there for _, there in pairs] == sorted(there for _, there in pairs)


def test_too_many_to_compare_stay_unpaired() -> None:
    names = [str(at) for at in range(51)]
    assert len(paired_by_text(names[:50], names[:50], str)) == 50
    assert paired_by_text(names, names[:50], str) == paired_by_text(names[:50], names, str) == []
    lines = {name: frozenset((f"line {name}",)) for name in names}
    most = dict(list(lines.items())[:50])
    assert len(paired_by_lines(most, most)) == 50
    assert paired_by_lines(lines, most) == paired_by_lines(most, lines) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("What does an hour of downtime cost us?", "What does downtime cost us per hour?", True),
        ("What does it cost?", "What does it cost us?", True),
        ("Can we lease?", "Who else in logistics solved this?", False),
        ("How do we migrate without a stop?", "Who trains the night shift?", False),
    ],
)
def test_wordings_of_the_same_are_told_from_others(one: str, other: str, same: bool) -> None:
    assert (likeness(one, other) >= 0.55) is same
