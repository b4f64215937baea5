"""Six tools, and what came out of each: the same as when it is counted by hand."""

import csv
import io
from collections.abc import Callable, Sequence
from fractions import Fraction

import pytest

from journeybook.handbook.surveys.results import GroupKind, Measure, SurveyFigure, SurveyResult
from tests.unit.surveys import files
from tests.unit.surveys.files import FEELINGS, PRICE_ID, QUOTE_ID, Person

EXPORTS: dict[str, tuple[str, Callable[[Sequence[Person]], bytes], bool]] = {
    "google": ("google.csv", files.google_forms, False),
    "microsoft": ("forms.xlsx", files.microsoft_forms, False),
    "qualtrics": ("qualtrics.csv", files.qualtrics, False),
    "surveymonkey": ("monkey.csv", files.surveymonkey, False),
    "limesurvey": ("lime.csv", files.limesurvey_dutch, True),
    "typeform": ("typeform.txt", files.typeform_unicode, False),
}


@pytest.mark.parametrize("tool", EXPORTS)
def test_every_figure_is_that_of_a_plain_count(tool: str) -> None:
    name, write, is_weighted = EXPORTS[tool]
    ones = files.people()
    judged = files.judged(name, write(ones), name)
    told = [one for one in files.odd(judged) if "Windows-1252" not in one]
    assert told == []
    result = judged.handbook.research["survey"].survey
    assert result
    assert result.responses == len(ones)
    assert result.hidden == 0
    assert of_result(result) == expected(ones, is_weighted=is_weighted)


Figures = dict[tuple[str, str, Measure], tuple[int, float]]


def of_result(result: SurveyResult) -> Figures:
    """How many answered, and the mean, by what was asked, group and measure."""
    found: Figures = {}
    for topic in result.topics:
        for one in topic.answers:
            found[topic.touchpoints[0], one.group.name, one.measure] = plain(one.figure)
    for one in result.overall:
        found["", one.group.name, one.measure] = plain(one.figure)
    return found


def plain(figure: SurveyFigure) -> tuple[int, float]:
    return figure.n, figure.mean


def expected(ones: Sequence[Person], *, is_weighted: bool) -> Figures:
    """Count again, from the people and not from their file."""
    found: Figures = {}
    groups: dict[str, list[Person]] = {"": list(ones)}
    for one in ones:
        groups.setdefault("cfo" if one.persona == "CFO" else "it", []).append(one)
        groups.setdefault(one.segment, []).append(one)
    for group, members in groups.items():
        weights = [
            Fraction(one.weight.replace(",", ".")) if is_weighted else Fraction(1)
            for one in members
        ]

        def mean(values: Sequence[int], weights: Sequence[Fraction] = weights) -> tuple[int, float]:
            total = sum(weight * value for weight, value in zip(weights, values, strict=True))
            return len(values), round(float(total / sum(weights)), 2)

        for topic, answers in (
            (PRICE_ID, [one.price for one in members]),
            (QUOTE_ID, [one.quote for one in members]),
        ):
            found[topic, group, Measure.RECOGNISED] = mean([int(one[0]) for one in answers])
            found[topic, group, Measure.IMPORTANCE] = mean([one[1] for one in answers])
            found[topic, group, Measure.SATISFACTION] = mean([one[2] for one in answers])
            found[topic, group, Measure.EMOTION] = mean([FEELINGS[one[3]] for one in answers])
        promoters = [
            100 if one.recommends > 8 else -100 if one.recommends < 7 else 0 for one in members
        ]
        found["", group, Measure.NPS] = mean(promoters)
    return found


Heads = Callable[[str], tuple[str, ...]]
BESIDE: dict[str, Heads] = {
    "a quiz of Microsoft": lambda ask: (ask, f"Points - {ask}", f"Feedback - {ask}"),
    "a quiz of Google": lambda ask: (ask, f"{ask} [Score]", f"{ask} [Feedback]"),
    "times of LimeSurvey": lambda ask: (f"G1Q1[SQ001]. {ask}", f"G1Q1Time. Vraagtijd: {ask}"),
    "times by code": lambda ask: (f"G1Q1. {ask}", f"Question time: G1Q1. {ask}"),
}


@pytest.mark.parametrize("heads", BESIDE.values(), ids=BESIDE)
def test_what_stands_beside_an_answer_is_none(heads: Heads) -> None:
    ones = files.people()
    first, *rows = csv.reader(io.StringIO(files.google_forms(ones).decode()))
    head = [*first[:3], *(name for ask in first[3:] for name in heads(ask))]
    number = len(heads("")) - 1
    cells = [[*row[:3], *(c for one in row[3:] for c in (one, *["1.5"] * number))] for row in rows]
    judged = files.judged("quiz.csv", files.table([head, *cells]).encode(), "quiz.csv")
    (told,) = files.odd(judged)
    assert "answers in others are left out: “" in told
    assert f"”, … ({9 * number}); if one of them asks" in told
    result = judged.handbook.research["survey"].survey
    assert result
    assert of_result(result) == expected(ones, is_weighted=False)


def test_of_two_columns_that_ask_the_same_none_is_taken_before_the_other() -> None:
    ones = files.people()
    first, *rows = csv.reader(io.StringIO(files.google_forms(ones).decode()))
    twice = [[*row, row[4]] for row in rows]
    for again in (first[4], f"{first[4]} (2)", f"Really: {first[4]} now"):
        judged = files.judged("a.csv", files.table([[*first, again], *twice]).encode(), "a.csv")
        assert "several columns tell the same as" in files.odd(judged)[0]


def test_the_same_address_twice_is_told_and_left_to_who_knows_them() -> None:
    ones = files.people(20)
    first, *rows = csv.reader(io.StringIO(files.google_forms(ones).decode()))
    names = ["ann@x.example", *(f"p{at}@x.example" for at in range(17)), "", "Ann@x.example "]
    table = [
        ["Email Address", *first],
        *([name, *row] for name, row in zip(names, rows, strict=True)),
    ]
    judged = files.judged("a.csv", files.table(table).encode(), "a.csv")
    (told,) = (one for one in files.odd(judged) if "address" in one)
    assert told.startswith("content/research/a.csv:21:1: rows with an e-mail address that stands")
    assert "in a row above: 1, the first is row 21; each counts as somebody else; " in told
    result = judged.handbook.research["survey"].survey
    assert result
    assert result.responses == 20
    by_address = "{file: a.csv, response: Email Address}"
    told_so = files.odd(files.judged(by_address, files.table(table).encode(), "a.csv"))
    assert not any("address" in one for one in told_so)


def test_feelings_are_told_by_their_share() -> None:
    ones = files.people()
    result = files.read("google.csv", files.google_forms(ones), "google.csv")
    felt = next(one for one in result.topics[0].answers if one.measure is Measure.EMOTION)
    assert felt.group.kind is GroupKind.ALL
    counted = {word: sum(one.price[3] == word for one in ones) for word in FEELINGS}
    shares = {one.answer: one.share for one in felt.figure.shares}
    assert shares == {word: round(n / len(ones), 2) for word, n in counted.items()}
