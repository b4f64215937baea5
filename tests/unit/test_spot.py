"""Where somebody types is seen from the lines alone, however unfinished."""

import pytest

from journeybook.editors.spot import Spot, keys_beside, spot_at
from tests.unit.held import hold

TEXT = """\
---
title: Start
personas: [buyer, us|]
channels:
  - web|
  primary: sit
touchpoints:
  - title: Calls
    channel: "te|l"
    ass|
  -
    ow|ner: x
tags:
- a|
ro|
  dee|
---
bo|dy
"""


def at(number: int) -> tuple[list[str], int, int]:
    """The lines, with the place of the given mark, counted from 0."""
    lines = TEXT.split("\n")
    marks = [(line, text.index("|")) for line, text in enumerate(lines) if "|" in text]
    line, column = marks[number]
    return [text.replace("|", "") for text in lines], line, column


@pytest.mark.parametrize(
    ("number", "keys", "word", "is_key"),
    [
        (0, ("personas",), "us", False),
        (1, ("channels",), "web", False),
        (2, ("touchpoints", "channel"), "tel", False),
        (3, ("touchpoints",), "ass", True),
        (4, ("touchpoints",), "owner", True),
        (5, ("tags",), "a", False),
        (6, (), "ro", True),
    ],
)
def test_spot(number: int, keys: tuple[str, ...], word: str, is_key: bool) -> None:
    spot = spot_at(*at(number))
    assert spot
    assert (spot.keys, spot.word, spot.is_key) == (keys, word, is_key)
    lines, line, _ = at(number)
    assert lines[line][spot.start : spot.end].strip() == word


def test_there_is_none_outside_of_the_front_matter() -> None:
    assert spot_at(*at(8)) is None
    assert spot_at(["# Title", "title: x"], 1, 3) is None


def test_keys_that_stand_already_are_known() -> None:
    lines, line, column = at(3)
    spot = spot_at(lines, line, column)
    assert spot
    assert keys_beside(lines, line, spot) >= {"title", "channel"}
    lines, line, column = at(6)
    spot = spot_at(lines, line, column)
    assert spot
    assert keys_beside(lines, line, spot) == {
        "title",
        "personas",
        "channels",
        "touchpoints",
        "tags",
    }


WHOLE = """\
---
title: 'Start: now'
+tags:  [a b, "c", d ]
cta: {text: Call us, url: }
channels:
  primary: site
  secondary:
    - press
    -
# a comment: here
touchpoints:
- title: Calls
  channel: desk
  assets: [one]

- - x
  others:
    - name:
        ow
kpis:
  -   name: A
      unit : "%"

last
---
body: none
"""


def test_every_place_of_a_file_is_known() -> None:
    lines = WHOLE.split("\n")
    hold("spots", (line for at in range(len(lines)) for line in _spots(lines, at)))


def _spots(lines: list[str], at: int) -> list[str]:
    # Columns that give the same are told together.
    told: list[tuple[Spot | None, int, int]] = []
    for column in range(len(lines[at]) + 3):
        spot = spot_at(lines, at, column)
        if told and told[-1][0] == spot:
            told[-1] = (spot, told[-1][1], column)
        else:
            told.append((spot, column, column))
    return [
        lines[at],
        *(f"    {since}-{until} {_shown(spot, lines, at)}" for spot, since, until in told),
    ]


def _shown(spot: Spot | None, lines: list[str], at: int) -> str:
    if spot is None:
        return "nothing"
    beside = " ".join(sorted(keys_beside(lines, at, spot))) if spot.is_key else ""
    word = f"{'key' if spot.is_key else 'value'} {spot.word!r} {spot.start}-{spot.end}"
    return f"{'.'.join(spot.keys) or '-'} {word} {beside}".rstrip()
