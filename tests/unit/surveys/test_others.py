"""How customers see others: read and hidden as what they say of us, and told where nobody said."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from journeybook.handbook.fitting.rivals import Standing, rivals
from journeybook.handbook.journeys import Other
from journeybook.handbook.linking.surveys.survey_others import with_surveyed_others
from journeybook.handbook.surveys.results import GroupKind
from journeybook.pipeline import Judged
from tests.unit.surveys import files

SURVEY = (
    "{file: answers.csv, persona: Role, weight: Weight, scales: {satisfaction: 1-10}, asked: ["
    f"{{touchpoint: {files.PRICE}, satisfaction: Us, others: {{Northgate: N, Pen and paper: P}}}}, "
    "{phase: purchase, others: {Northgate: S}}]}"
)
HEAD = ("Role", "Weight", "Us", "N", "P", "S")
ROWS = (
    [("CFO", 1, 7, 10, 4, 3)] * 6 + [("IT manager", 3, 5, 8, 4, 3)] * 5 + [("CFO", 2, 2, 1, "", "")]
)


def judged(rows: Sequence[Sequence[object]], survey: str = SURVEY) -> Judged:
    of_all = files.judged(survey, files.table([HEAD, *rows]).encode())
    assert files.odd(of_all) == []
    return of_all


def others(of_all: Judged) -> dict[str, tuple[Other, ...]]:
    (step,) = of_all.handbook.journeys["buy"].steps
    return {"step": step.others, **{one.id: one.others for one in step.touchpoints}}


def test_what_they_say_of_others_is_read_on_our_scale_with_its_weights() -> None:
    survey = judged(ROWS).handbook.research["survey"].survey
    assert survey
    (topic,) = (one for one in survey.topics if one.touchpoints)
    figures = {(one.other, one.group.name): one.figure for one in topic.answers}
    # From 1 to 10 onto 1 to 5: 10 is 5, and each mark below it is four ninths less.
    marks = [(1, 10)] * 6 + [(3, 8)] * 5 + [(2, 1)]
    weighed = sum(weight * (1 + (mark - 1) * 4 / 9) for weight, mark in marks)
    mean = weighed / sum(weight for weight, _ in marks)
    assert figures["Northgate", ""].mean == pytest.approx(mean, abs=0.005)
    assert (figures["Northgate", ""].n, figures["Pen and paper", ""].n) == (12, 11)
    assert {group for other, group in figures if other == "Northgate"} == {"", "cfo", "it"}
    assert figures["", ""].mean != figures["Northgate", ""].mean


def test_their_mean_stands_where_nobody_marked_it_and_tells_how_we_stand() -> None:
    of_all = judged(ROWS)
    northgate = Other(name="Northgate", satisfaction=4, evidence=("survey",))
    paper = Other(name="Pen and paper", satisfaction=2, evidence=("survey",))
    found = others(of_all)
    assert found[files.PRICE_ID] == (northgate, paper)
    assert found[files.QUOTE_ID] == ()
    assert found["step"] == (Other(name="Northgate", satisfaction=2, evidence=("survey",)),)
    seen = {
        one.name: (one.standing, one.is_assumed)
        for one in rivals(of_all.handbook.journeys["buy"].steps, "cfo")
    }
    assert seen["Pen and paper"] == (Standing.AHEAD, False)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("northgate", Other(name="northgate", satisfaction=4, evidence=("survey",))),
        ("{name: Northgate, satisfaction: 2}", Other(name="Northgate", satisfaction=2)),
    ],
)
def test_what_an_author_marks_stays(
    monkeypatch: pytest.MonkeyPatch, written: str, told: Other
) -> None:
    path = "journeys/buy/purchase.md"
    text = files.HANDBOOK[path].replace("emotion: 1}", f"emotion: 1, others: [{written}]}}")
    monkeypatch.setitem(files.HANDBOOK, path, text)
    assert others(judged(ROWS))[files.PRICE_ID][0] == told


def test_what_few_people_say_of_others_is_told_nowhere() -> None:
    rows = [("CFO", 1, 7, 10 if at < 4 else "", "", "") for at in range(9)]
    of_all = judged(rows)
    survey = of_all.handbook.research["survey"].survey
    assert survey
    answers = [one for topic in survey.topics for one in topic.answers]
    assert {(one.other, one.group.kind) for one in answers} == {
        ("", GroupKind.ALL),
        ("", GroupKind.PERSONA),
    }
    assert set(others(of_all).values()) == {()}


def test_nobody_is_put_beside_us_where_an_author_says_that_there_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = "journeys/buy/purchase.md"
    text = files.HANDBOOK[path].replace(
        "emotion: worried", "emotion: worried\n        others: none"
    )
    monkeypatch.setitem(files.HANDBOOK, path, text)
    found = others(judged(ROWS))
    assert found["step"] == ()
    assert len(found[files.PRICE_ID]) == 2


def test_of_two_surveys_the_newest_counts() -> None:
    asked = judged(ROWS).handbook.research["survey"]
    earlier = replace(asked, id="z", date=date(2026, 4, 30))
    silent = f"{{file: answers.csv, asked: [{{touchpoint: {files.PRICE}, satisfaction: Us}}], "
    journeys = judged(ROWS, silent + "scales: {satisfaction: 1-10}}").handbook.journeys
    found = with_surveyed_others(journeys, {"survey": asked, "z": earlier})["buy"]
    assert {one.evidence for one in found.steps[0].others} == {("survey",)}
