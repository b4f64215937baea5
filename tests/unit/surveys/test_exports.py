"""Six tools, and what came out of each: the same as when it is counted by hand."""

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


def test_feelings_are_told_by_their_share() -> None:
    ones = files.people()
    result = files.read("google.csv", files.google_forms(ones), "google.csv")
    felt = next(one for one in result.topics[0].answers if one.measure is Measure.EMOTION)
    assert felt.group.kind is GroupKind.ALL
    counted = {word: sum(one.price[3] == word for one in ones) for word in FEELINGS}
    shares = {one.answer: one.share for one in felt.figure.shares}
    assert shares == {word: round(n / len(ones), 2) for word, n in counted.items()}
