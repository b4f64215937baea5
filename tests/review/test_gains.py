"""What many gain or lose at once, and what was moved, renamed or can be read no more."""

from journeybook.compare.comparison import compare
from journeybook.compare.formats.comment import plain_text
from journeybook.compare.summary.context import Context
from journeybook.compare.summary.headline import headline
from tests.review.comparing import Texts, judge, told
from tests.unit.held import hold

PEOPLE = ("ann", "bob", "cid", "dan", "eve", "fay", "gus", "hal", "ida")
SHARED = "content/assets/shared.md"
BEFORE: dict[str, str | None] = {
    "content/phases/look.md": "---\ntitle: Look\norder: 1\n---\n",
    "content/phases/buy.md": "---\ntitle: Buy\norder: 2\n---\n",
    "content/channels/desk.md": "---\ntitle: Desk\naliases: [counter]\n---\nWhere we meet.\n",
    "content/channels/mail.md": "# Mail",
    "content/research/talks.md": "---\ntitle: Talks\n---\nWe talked.\n",
    "content/research/calls.md": "---\ntitle: Calls\n---\nWe called.\n",
    "content/assets/one.md": "---\ntitle: One\n---\nThe same text stands here, and it is long.\n",
    "content/assets/two.md": "---\ntitle: Two\nstatus: draft\n---\nOther words.\n",
    "content/assets/three.md": "---\ntitle: Three\n---\nThree.\n",
    SHARED: (f"---\nstatus: published\npersonas: [{', '.join(PEOPLE)}]\n---\nFor all.\n"),
    "content/notes.md": "# Notes\n"
    + "".join(f"[{one}](assets/{one}-look.md)\n" for one in PEOPLE)
    + "[ann](assets/ann-look.md)\n" * 6,
    "site_config/rules.yml": "missing-owner: low\n",
    "site_config/waivers.yml": "[]\n",
    **{f"content/personas/{one}.md": f"# {one.title()}" for one in PEOPLE},
    **{
        f"content/journeys/{one}/index.md": f"---\ntitle: Of {one}\npersona: {one}\n---\n"
        for one in PEOPLE
    },
    **{
        f"content/journeys/{one}/{phase}.md": (
            f"---\nquestions: [What of {one}?, How of {one}?]\n---\n"
        )
        for one in PEOPLE
        for phase in ("look", "buy")
    },
}
ANSWERS: Texts = {
    f"content/assets/{one}-{phase}.md": (
        f"---\ntitle: For {one} in {phase}\nstatus: published\npublished: 2026-11-01\n"
        f"personas: {one}\nphases: {phase}\nanswers: ['{one}/{phase}#what-of-{one}']\n---\n"
    )
    for one in PEOPLE
    for phase in ("look", "buy")
}
TENTH: Texts = {
    "content/personas/jan.md": "# Jan",
    "content/journeys/jan/index.md": "---\ntitle: Of jan\npersona: jan\n---\n",
    "content/journeys/jan/look.md": "---\nneeds: [Peace]\n---\n",
}
MOVED: Texts = {
    "content/channels/desk.md": None,
    "content/channels/counter.md": "---\ntitle: The counter\n---\nWhere we meet.\n",
    "content/channels/mail.md": None,
    "content/channels/post.md": "---\ntitle: Post\naliases: [mail]\n---\n",
    "content/research/talks.md": None,
    "content/research/deep/talks.md": "---\ntitle: Talks at the gate\n---\nWe talked.\n",
    "content/research/calls.md": None,
    "content/research/rings.md": "---\ntitle: Calls\n---\nWe rang.\n",
    "content/assets/one.md": None,
    "content/assets/uno.md": (
        "---\ntitle: Uno\n---\nThe same text stands here, and it is very long.\n"
    ),
    "content/assets/two.md": "---\ntitle: [Two\n---\n",
    "content/assets/three.md": "",
    "content/assets/four.md": "---\ntitle: [Four\n---\n",
    "content/assets/five.md": "",
    "site_config/rules.yml": "missing-owner: [low\n",
}
# A phase is called otherwise, and its steps with it, of which one says something else.
OTHER: Texts = {
    "content/phases/buy.md": None,
    "content/phases/order.md": "---\ntitle: To order\norder: 2\naliases: [buy]\n---\n",
    "content/journeys/ann/buy.md": None,
    "content/journeys/ann/order.md": "---\nneeds: [A sure date]\n---\nOther words.\n",
    "content/journeys/bob/index.md": "---\ntitle: Of bob\npersona: cid\n---\n",
    "content/research/talks.md": "---\ntitle: Talks\nsurvey: {file: a.csv}\n---\nWe talked.\n",
    "content/assets/one.md": None,
    "content/assets/list.md": "---\nstatus: idea\n---\nWhat it costs to lease, in a list.\n",
}


_ALIKE = 25


def test_what_many_gain_or_lose_or_nobody_finds() -> None:
    # What is for all of them is written anew, so that it is told whose it is.
    after = {**BEFORE, **ANSWERS, SHARED: (BEFORE[SHARED] or "").replace("For", "To")}
    moved = {**BEFORE, **MOVED}
    lines: list[str] = []
    for name, old, new in (
        ("answers", BEFORE, after),
        ("no answers", after, BEFORE),
        ("ten people", BEFORE, {**BEFORE, **TENTH}),
        ("moved", BEFORE, moved),
        ("moved back", moved, BEFORE),
        ("moved otherwise", BEFORE, {**BEFORE, **OTHER}),
    ):
        comparison = compare(judge(old), judge(new))
        lines += [f"== {name}", *headline(comparison, Context()).sentences]
        # Of many that are alike, the first and the last.
        written = plain_text(comparison).splitlines()
        lines += told(comparison) if "moved" in name else [*written[2:_ALIKE], written[-1]]
        lines += [
            f"{one.label}: {one.text} {' '.join(map(str, one.spans))}"
            for one in comparison.changes
            if one.spans
        ]
    hold("gains", lines)


def test_a_gap_that_is_an_error_is_counted_once() -> None:
    rules = {"site_config/rules.yml": "phase-without-content: error\n"}
    old, new = judge({**BEFORE, **ANSWERS, **rules}), judge({**BEFORE, **rules})
    told = headline(compare(old, new), Context()).sentences
    assert "18 new errors: Phase without content." in told
    assert not [one for one in told if one.endswith("new gaps.")]


def test_errors_are_counted_by_what_is_wrong() -> None:
    names = "personas: [nobody]\nphases: [never]\n"
    wrong = {f"content/assets/{one}.md": f"---\ntitle: {one}\n{names}---\n" for one in PEOPLE}
    told = headline(compare(judge(BEFORE), judge({**BEFORE, **wrong})), Context()).sentences
    assert "18 new errors: 9 × Unknown persona, 9 × Unknown phase." in told


def test_what_named_an_answer_that_was_retired_says_so() -> None:
    path = "content/assets/ann-buy.md"
    gone = (ANSWERS[path] or "").replace("published\npub", "retired\npub")
    old = judge({**BEFORE, path: gone})
    lines = told(compare(old, judge({**BEFORE, path: gone.replace("answers:", "next: [] #")})))
    assert any(
        one.startswith("Other answers") and "For ann in buy (Retired)" in one for one in lines
    )
