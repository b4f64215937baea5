"""How a persona did since earlier days: words, and a small line."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from journeybook.counts.moves import Moves
from journeybook.pages.home.since import Trend, chosen, trend
from journeybook.pages.parts.past import Past
from journeybook.pages.parts.ways.links import Here
from tests.unit.handbooks import TODAY, judged

FILES = {
    "personas/buyer.md": "---\ntitle: Buyer\n---\n",
    "phases/buy.md": "---\ntitle: Buy\n---\n",
    "journeys/buyer/index.md": "---\ntitle: Buying\npersona: buyer\n---\n",
    "journeys/buyer/buy.md": """
        ---
        questions: [{text: What is it?, answered_by: [tour]}, What does it cost?]
        ---
        """,
    "assets/tour.md": "---\ntitle: Tour\nstatus: published\n---\n",
}


def past(days: int, answered: int, whole: int = 4) -> Past:
    """An earlier day, so many days ago, on which some of all was answered."""
    return Past(
        day=TODAY - timedelta(days=days),
        answered={"buyer": (answered, whole)} if whole else {},
        published=frozenset(),
        moves=Moves(opened=0, filled=0, closed=0),
    )


def here(*earlier: Past) -> Here:
    """The first page of a handbook of which some earlier days are known."""
    return Here(site=replace(judged(FILES).site, past=earlier), uri="index.md")


def told(*earlier: Past) -> Trend:
    """What is told of the persona."""
    found = trend("buyer", here(*earlier))
    assert found
    return found


def places(line: str) -> list[tuple[float, float]]:
    """The points of the drawn line, and the dot at its end."""
    drawn = re.findall(r'd="M([\d. L]+)"', line)[-1]
    x, y = re.findall(r'c[xy]="([\d.]+)"', line)
    points = (one.split() for one in (*drawn.split("L"), f"{x} {y}"))
    return [(float(x), float(y)) for x, y in points]


def test_the_line_goes_from_nothing_answered_at_the_bottom_to_all_at_the_top() -> None:
    line = told(past(100, 0), past(75, 4), past(50, 1)).line
    # A quarter of the time is a quarter of the way; now half is answered.
    assert places(line) == [(0, 23), (21.2, 3), (42.5, 18), (85, 13), (85, 13)]
    assert 'viewBox="0 0 88 26"' in line


def test_a_day_on_which_nothing_was_asked_is_no_point_of_the_line() -> None:
    assert len(places(told(past(100, 0), past(75, 0, 0), past(50, 1)).line)) == 4
    assert told(past(100, 0, 0)).line == ""
    assert trend("buyer", here()) is None


@pytest.mark.parametrize(
    ("was", "words", "before", "tone"),
    [
        (past(9, 0), "up by 1", "was 0 of 4", "ok"),
        (past(9, 3), "down by 2", "was 3 of 4", "open"),
        (past(9, 1), "unchanged", "was 1 of 4", "quiet"),
        (past(9, 0, 0), "not described then", "", "quiet"),
    ],
)
def test_the_difference_is_told_in_words(was: Past, words: str, before: str, tone: str) -> None:
    (one,) = told(was).differences
    assert (one.words, one.before, one.tone, one.is_shown) == (words, before, tone, True)


@pytest.mark.parametrize(
    ("ages", "shown"), [((200, 91, 90, 89), 90), ((89, 5), 89), ((5,), 5), ((), None)]
)
def test_a_quarter_ago_or_as_long_as_is_known_is_compared_with_at_first(
    ages: tuple[int, ...], shown: int | None
) -> None:
    found = chosen(here(*(past(age, 1) for age in ages)))
    assert (found and found.day) == (shown and TODAY - timedelta(days=shown))
