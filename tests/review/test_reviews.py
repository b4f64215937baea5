"""All that a review tells of one change, as a whole: words, figures, places and what follows."""

from collections.abc import Iterator
from itertools import permutations

import pytest

from journeybook.compare.acts.strengths import turns
from journeybook.compare.comparison import compare
from journeybook.compare.formats.comment import comment, plain_text
from journeybook.compare.summary.context import NOTHING_KNOWN, Context
from tests.repositories import HANDBOOK
from tests.review.cases import reviewed
from tests.review.comparing import PURCHASE, Texts, changed, edited, judge
from tests.unit.held import hold, hold_each


@pytest.mark.parametrize("kind", ["statements", "files", "decisions", "same", "causes"])
def test_all_that_is_told_of_a_change(kind: str) -> None:
    hold_each(f"review-{kind}", reviewed)


NOTHING: Texts = {}
ONE: Texts = {"content/phases/look.md": "# Look\n"}
LESS: Texts = {**HANDBOOK, **edited(PURCHASE, "importance: 3", "importance: 2")}
LEFT_OUT = Context(left_out=("content/a", "content/b"))
TROUBLED = Context(troubles=("After: mkdocs.yml cannot be read.",))
SURROUNDED = Context(
    before="main", version="1.2", inside="a b/../docs/", files="https://h/head",
    left_out=("content/a",), preview="https://p", troubles=("Before: something is odd.",),
)  # fmt: skip
AROUND = {
    "a handbook of one file is gone": (ONE, NOTHING, NOTHING_KNOWN),
    "a handbook is gone": (HANDBOOK, NOTHING, NOTHING_KNOWN),
    "a handbook of one file is new": (NOTHING, ONE, NOTHING_KNOWN),
    "a handbook is new": (NOTHING, HANDBOOK, NOTHING_KNOWN),
    "nothing could be compared": (NOTHING, NOTHING, LEFT_OUT),
    "not all could be compared": (ONE, ONE, LEFT_OUT),
    "a handbook cannot be read whole": (HANDBOOK, HANDBOOK, TROUBLED),
    "a change of which all is known": (HANDBOOK, LESS, SURROUNDED),
    "a change between two commits": (HANDBOOK, LESS, Context(before="a", after="b")),
}


def test_what_is_said_of_whole_handbooks_and_of_what_surrounds_a_change() -> None:
    lines: list[str] = []
    for name, (before, after, context) in AROUND.items():
        comparison = compare(judge(before), judge(after))
        shown = plain_text(comparison, context).splitlines()
        lines += [f"== {name}", *shown[:6], *comment(comparison, context).splitlines()[:32]]
    hold("review-around", lines)


def test_what_does_not_fit_in_a_comment_is_counted() -> None:
    found = changed({f"content/assets/piece-{at}.md": f"# Piece {at}\n" for at in range(3)})
    whole = comment(found)
    # Some room is always kept free.
    most = len(whole) + 2_000
    last = len(whole) - whole.rindex("\n- ") - len("\n</details>\n")
    told = [comment(found, most=most - less).splitlines()[-1] for less in (0, 1, last)]
    assert told == [
        "</details>",
        "1 more change does not fit in this comment&#58; New content",
        "2 more changes do not fit in this comment&#58; New content",
    ]


ROUNDS = {"assumed": "", "one": "talks", "some": "talks, chats", "valid": "talks, sums", "not": ""}


def known(side: int, many: int) -> Texts:
    """A handbook in which so many statements of each kind are known as well as of each other."""
    needs = [(f"{old}-{new}-{at}", (old, new)[side])
             for old, new in permutations(ROUNDS, 2) for at in range(many)]  # fmt: skip
    wrong = ", ".join(
        f"buyer/purchase#needs.{name}" for name, strength in needs if strength == "not"
    )
    lines = "".join(
        f"  - {{text: Need {name}, id: {name}, evidence: [{ROUNDS[strength]}]}}\n"
        for name, strength in needs
    )
    return {
        **HANDBOOK,
        "content/research/chats.md": "---\nmethod: interview\ndate: 2026-05-02\n---\n# Chats\n",
        "content/research/sums.md": "---\nmethod: survey\ndate: 2026-05-02\n---\n# Sums\n",
        "content/research/doubts.md": f"---\ncontradicts: [{wrong}]\n---\n# Doubts\n",
        PURCHASE: f"---\nneeds:\n{lines}---\n",
    }


def said(many: int) -> Iterator[str]:
    for tone, sentences in turns(
        compare(judge(known(0, many)), judge(known(1, many))).pair
    ).items():
        yield from (f"{tone}: {sentence}" for sentence in sentences)


def test_how_many_statements_are_known_better_or_worse_is_said() -> None:
    hold("review-turns", [*said(1), *said(2)])
