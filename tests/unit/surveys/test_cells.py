"""What each cell of a survey means on each scale, and which scale answers seem to have."""

from collections.abc import Mapping
from datetime import date, time
from fractions import Fraction

import pytest

from journeybook.handbook.surveys.answers import Reader, Scale, stated, taken_from
from journeybook.handbook.surveys.hiding import shown_groups
from journeybook.handbook.surveys.numbers import (
    Number,
    Odd,
    Tongue,
    number_of,
    numbers_in,
    weight_of,
)
from journeybook.handbook.surveys.results import Measure
from journeybook.handbook.surveys.sums import Sums, figure, question
from tests.unit.handbooks import handbook
from tests.unit.held import hold

BOOK = handbook({"index.md": "# Nothing"})
TONGUE = Tongue(
    words=BOOK.vocabulary.survey,
    feeling=BOOK.vocabulary.emotion,
    phrases=BOOK.vocabulary.phrases,
)
CELLS: tuple[object, ...] = (
    "", " ", "-", "n/a", "?", 0, 1, 3, 5, 6, 7, 9, 10, 2.5, -2, 100, True, "4", " 4 ", "'4'", "4,5",
    "4 of 5", "8/10", "4 van de 5", "80 %", "3 - neutral", "5 (very)", "4 stars", "★★★☆", "☆☆",
    "Very satisfied (5)", "score: 2", "−1", "+2", "1/2/2026", "3-mrt", "2026-01-02", "1, 2",
    "1 and 2", "yes", "No", "ja, graag", "nee - nooit", "✓", "✗", "☑ ✓", "x", "maybe", "happy",
    "happy, sad", "worried; nonsense", "nonsense", "angry", "good", "bad", "Fair",
    "very satisfied", "neutral", "strongly disagree", "12345", date(2026, 1, 2), time(1, 2),
    "5=best", "10 points", "0",
)  # fmt: skip
SCALES = {
    "1-5": Scale(),
    "0-10": Scale(worst=Fraction(0), best=Fraction(10)),
    "5-1": Scale(worst=Fraction(5), best=Fraction(1)),
    "-2-2": Scale(worst=Fraction(-2), best=Fraction(2)),
    "words": Scale(best=Fraction(3), words=("bad", "fair", "good")),
}
ASKED = {
    Measure.RECOGNISED: ("1-5",),
    Measure.SATISFACTION: ("1-5", "0-10", "5-1", "words"),
    Measure.EMOTION: ("1-5", "-2-2", "words"),
    Measure.NPS: ("0-10",),
}


def told_of(value: object) -> str:
    match value:
        case None:
            return "-"
        case Odd():
            return f"odd {value.why}"
        case Number():
            return f"{float(value.value):g}" + (f" of {value.most}" if value.most else "")
        case (Fraction() as number, tuple() as words):
            return f"{float(number):.4g} {' '.join(map(str, words))}".rstrip()
    return repr(value)


def test_what_a_cell_means() -> None:
    lines = []
    for cell in CELLS:
        weight = weight_of(cell)
        told = [
            told_of(number_of(cell, TONGUE)),
            f"weighs {'-' if weight is None else float(weight)}",
        ]
        for measure, names in ASKED.items():
            readers = (Reader(measure=measure, scale=SCALES[name], tongue=TONGUE) for name in names)
            read = (
                f"{name} {told_of(one.read(cell))}"
                for name, one in zip(names, readers, strict=True)
            )
            told.append(f"{measure} {', '.join(read)}")
        lines.append(f"{cell!r}: {' | '.join(told)}")
    hold("survey-cells", lines)


@pytest.mark.parametrize(
    ("measure", "cells", "scale"),
    [
        (Measure.SATISFACTION, {1: 3, 5: 2}, "1 – 5"),
        (Measure.SATISFACTION, {2: 3, 4: 2}, "1 – 5 unsure"),
        (Measure.SATISFACTION, {2: 3, 5: 2}, "1 – 5 unsure"),
        (Measure.SATISFACTION, {2: 3, 5: 27}, "1 – 5"),
        (Measure.SATISFACTION, {2: 2, 5: 27}, "1 – 5 unsure"),
        (Measure.SATISFACTION, {1: 3, 7: 2}, "1 – 7"),
        (Measure.SATISFACTION, {1: 30, 7: 2}, "1 – 7 mixed"),
        (Measure.SATISFACTION, {1: 27, 7: 3}, "1 – 7"),
        (Measure.SATISFACTION, {1: 3, 10: 2}, "1 – 10"),
        (Measure.SATISFACTION, {0: 3, 10: 2}, "0 – 10"),
        (Measure.SATISFACTION, {0: 3, 100: 2}, "0 – 100"),
        (Measure.SATISFACTION, {0: 3, 101: 2}, "0 – 10 unsure"),
        (Measure.SATISFACTION, {0.5: 3, 1: 2}, "0 – 1 unsure"),
        (Measure.SATISFACTION, {0: 3, 1: 2}, "0 – 10 unsure"),
        (Measure.SATISFACTION, {"3/5": 3, "5/5": 2}, "1 – 5"),
        (Measure.SATISFACTION, {"0/5": 3, "5/5": 2}, "0 – 5"),
        (Measure.SATISFACTION, {"80 %": 3}, "0 – 100"),
        (Measure.SATISFACTION, {"3/5": 3, "8/10": 2}, "1 – 10 mixed"),
        (Measure.SATISFACTION, {"3/5": 3, 4: 2}, "1 – 5 mixed"),
        (Measure.SATISFACTION, {"3/5": 2, 1: 2, 5: 1}, "1 – 5"),
        (Measure.EMOTION, {-2: 1, 2: 1}, "−2 – 2"),
        (Measure.EMOTION, {0: 1, 2: 1}, "−2 – 2 unsure"),
        (Measure.EMOTION, {-3: 1, 3: 1}, "−3 – 3"),
        (Measure.EMOTION, {-5: 1, 3: 1}, "−5 – 5 unsure"),
        (Measure.EMOTION, {1: 1, 5: 1}, "1 – 5"),
        (Measure.NPS, {9: 1}, "0 – 10"),
        (Measure.NPS, {5: 1, 0: 3}, "0 – 10 low"),
        (Measure.NPS, {6: 1}, "0 – 10"),
    ],
)
def test_the_smallest_usual_scale_is_taken(
    measure: Measure, cells: Mapping[object, int], scale: str
) -> None:
    taken = taken_from(measure, numbers_in(cells, TONGUE))
    assert f"{taken.scale} {taken.doubt}".rstrip() == scale


@pytest.mark.parametrize(
    ("words", "scale"),
    [
        (["1-10"], (1, 10, ())),
        ([" -2 to 2 "], (-2, 2, ())),
        (["5 – 1"], (5, 1, ())),
        (["0,5 t/m 2"], (Fraction(1, 2), 2, ())),
        (["3-3"], None),
        (["good"], None),
        ([], None),
        (["Bad", "So so"], (1, 2, ("bad", "soso"))),
    ],
)
def test_a_scale_as_it_is_written(
    words: list[str], scale: tuple[object, object, tuple[str, ...]] | None
) -> None:
    found = stated(words, BOOK.vocabulary.phrases)
    assert (found and (found.worst, found.best, found.words)) == scale


def test_sums_give_mean_spread_and_shares_of_whoever_may_be_shown() -> None:
    crossings: dict[tuple[str | None, str | None], Sums] = {}
    for persona, segment, n, weight, value, said in (
        ("cfo", "big", 5, 1, 2, ("happy",)),
        ("cfo", "small", 6, 2, -1, ("sad", "angry")),
        ("cto", "big", 5, 1, 0, ("calm",)),
        ("cto", None, 1, 1, 1, ()),
        (None, "small", 5, 1, 1, ("angry",)),
        ("cto", "small", 5, 3, 2, ("happy",)),
    ):
        key = (persona, segment)
        crossings.setdefault(key, Sums()).add(n, Fraction(weight), Fraction(value), said)
    lines = []
    for least in (1, 5, 6, 11, 28):
        asked = question(Measure.EMOTION, crossings, least, "Shop")
        lines.append(f"== {least}: {sorted(asked.shown.personas)} {sorted(asked.shown.segments)}")
        lines += [str(one) for one in asked.answers]
        lines += [f"of {who}: {asked.of(who)}" for who in (("cfo",), ("cfo", "cto"), ("boss",))]
    alone = question(Measure.EMOTION, {(None, None): crossings["cfo", "big"]}, 5)
    lines.append(f"of nobody known: {alone.of(('cfo',))}")
    total = Sums()
    for one in crossings.values():
        total.join(one)
    hold("survey-sums", (*lines, str(figure(total))))


@pytest.mark.parametrize(
    ("people", "least", "shown"),
    [
        ({("a", None): 4}, 5, (False, "", "", 1)),
        ({("a", None): 5}, 5, (True, "a", "", 0)),
        ({("a", None): 5, ("b", None): 4}, 5, (True, "", "", 2)),
        ({("a", None): 6, ("b", None): 5, ("c", None): 4}, 5, (True, "a", "", 2)),
        ({("a", "x"): 5, ("a", "y"): 5, ("b", "x"): 5, ("b", "y"): 5}, 5, (True, "ab", "xy", 0)),
        ({("a", "x"): 9, ("a", "y"): 5, ("b", "x"): 5, ("b", "y"): 1}, 5, (True, "ab", "", 2)),
        ({("a", "x"): 5, (None, "x"): 5, (None, None): 0}, 5, (True, "a", "x", 0)),
        ({}, 0, (False, "", "", 0)),
    ],
)
def test_groups_that_may_be_shown(
    people: Mapping[tuple[str | None, str | None], int],
    least: int,
    shown: tuple[bool, str, str, int],
) -> None:
    found = shown_groups(people, least)
    told = ("".join(sorted(found.personas)), "".join(sorted(found.segments)))
    assert (found.everybody, *told, found.hidden) == shown
