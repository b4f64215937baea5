"""How we stand beside others: only what is known on both sides is compared."""

import pytest

from journeybook.handbook.fitting.rivals import rivals, worst
from journeybook.pages.parts.words.rivals import stand_of
from tests.unit.handbooks import judged

STEP = """\
---
phase: buy
touchpoints:
  - {{title: Asks, satisfaction: {own}, others: [{other}]}}
---
"""
FILES = {
    "personas/cfo.md": "# CFO",
    "phases/buy.md": "# Buy",
    "journeys/cfo/index.md": "---\npersona: cfo\n---\n",
    "research/talks.md": "---\ntitle: Talks\nmethod: interview\n---\n",
}


BOTH = "behind B (assumed), ahead of A (assumed)"


@pytest.mark.parametrize(
    ("own", "other", "words"),
    [
        (2, "{name: North, satisfaction: 4, evidence: talks}", "behind North"),
        (4, "{name: North, satisfaction: 4, evidence: talks}", "level with North"),
        (5, "{name: North, satisfaction: 4}", "ahead of North (assumed)"),
        (5, "{name: A, satisfaction: 4}, B", "ahead of A (assumed), B: satisfaction not known"),
        (5, "North", None),
        ("null", "{name: North, satisfaction: 4}", None),
        (3, "{name: A, satisfaction: 2}, {name: B, satisfaction: 4}", BOTH),
    ],
)  # fmt: skip
def test_the_words(own: object, other: str, words: str | None) -> None:
    site = judged({**FILES, "journeys/cfo/buy.md": STEP.format(own=own, other=other)}).site
    steps = [step for _, step in site.handbook.steps]
    stand = stand_of(steps, "cfo", site.wording)
    assert (stand.words if stand else None) == words


def test_behind_at_one_touchpoint_is_behind_and_a_step_is_the_mean_of_its_touchpoints() -> None:
    step = (
        "---\nphase: buy\nothers: [{name: Pen, satisfaction: 4}, {name: Car, satisfaction: 3}]\n"
        "touchpoints:\n  - {title: A, satisfaction: 5, others: [{name: North, satisfaction: 1}]}\n"
        "  - {title: B, satisfaction: 2, others: [{name: north, satisfaction: 3}]}\n"
        "  - {title: C}\n---\n"
    )
    steps = [one for _, one in judged({**FILES, "journeys/cfo/buy.md": step}).handbook.steps]
    found = {one.name: one.standing.value for one in rivals(steps, "cfo")}
    assert found == {"Pen": "behind", "North": "behind", "Car": "ahead"}
    assert worst(()) is None
