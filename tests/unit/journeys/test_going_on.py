"""The weakest way on is told only of what is measured, and says how much that is."""

import pytest

from journeybook.pages.journeys.going_on import weakest_words
from journeybook.pages.parts.ways.links import Here
from tests.unit.handbooks import judged

PHASES = {f"phases/{at}.md": f"---\ntitle: P{at}\norder: {at}\n---\n" for at in range(1, 5)}
FILES = {"personas/cfo.md": "# CFO", "journeys/cfo/index.md": "---\npersona: cfo\n---\n"} | PHASES


def _words(*moves_on: str) -> str:
    steps = {
        f"journeys/cfo/{at}.md": f"---\nmoves_on: {one}\n---\n"
        for at, one in enumerate(moves_on, start=1)
    }
    site = judged({**FILES, **steps}).site
    return weakest_words(site.handbook.journeys["cfo"], Here(site=site, uri=""))


@pytest.mark.parametrize(
    ("moves_on", "words"),
    [
        ((), ""),
        # One figure alone is the weakest of nothing.
        (("30",), ""),
        (("30 %", "20"), "The fewest go on here: P2 → P3, 20%. Measured: 2 of the 3 ways on."),
        (("30", "20", "{actual: 40}"), "The fewest go on here: P2 → P3, 20%."),
        # Who misses a target by most goes before who goes on least.
        (
            ("{actual: 5, target: 5}", "{actual: 30, target: 60}", "{actual: 40, target: 50}"),
            "Furthest from its target: “P2 → P3”, 30%, should be 60%.",
        ),
        (
            ("{unit: dagen, actual: 30, target: 10}",),
            (
                "Furthest from its target: “P1 → P2 (dagen)”, 30 dagen, should be at most 10 "
                "dagen. Measured: 1 of the 3 ways on."
            ),
        ),
        # After the last phase nobody goes on, and a target alone is no figure.
        (("{target: 50}", "{target: 50}", "10", "5"), ""),
    ],
)
def test_the_sentence(moves_on: tuple[str, ...], words: str) -> None:
    assert _words(*moves_on) == words
