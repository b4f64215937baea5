"""Where somebody types is seen from the lines alone, however unfinished."""

import pytest

from journeybook.editors.spot import keys_beside, spot_at

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
