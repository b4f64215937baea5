"""Surveys, linked: what customers say of touchpoints and feelings, told at the round it is from."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from journeybook.handbook.linking.surveys.survey_names import Surroundings
from journeybook.handbook.linking.surveys.survey_reading import SurveyReading
from journeybook.handbook.research import Research
from journeybook.handbook.surveys.results import Figures, Measure, SurveyFigure
from journeybook.schema.research import Research as Written
from journeybook.sources.document import Document


def link_surveys(
    documents: Mapping[str, Document[Written]], rounds: Mapping[str, Research], around: Surroundings
) -> dict[str, Research]:
    """Give the rounds of research, each survey with what its responses say, show and contradict.

    A file of responses belongs to one round: seen in two ways, it would tell of small groups.
    """
    found = dict(rounds)
    taken: dict[bytes, str] = {}
    for name, document in documents.items():
        survey = document.fields.survey
        if survey is None:
            continue
        reading = SurveyReading(around=around, document=document, survey=survey)
        file = reading.file
        if file and file.data and taken.setdefault(file.data, name) != name:
            reading.unread("again", first=rounds[taken[file.data]].title)
        elif file and (result := reading.result(file)):
            found[name] = _judging(replace(rounds[name], survey=result), around)
    return found


def _judging(one: Research, around: Surroundings) -> Research:
    # What was said of the same by hand stays; a figure is told where nobody did.
    marks = one.survey.marks if one.survey else {}
    said = frozenset((*one.supports, *one.contradicts))
    judged = [
        (name, agrees)
        for identifier, figures in marks.items()
        for name, agrees in _judged(identifier, figures, around)
        if name not in said
    ]
    return replace(
        one,
        supports=(*one.supports, *(name for name, agrees in judged if agrees)),
        contradicts=(*one.contradicts, *(name for name, agrees in judged if not agrees)),
    )


def _judged(identifier: str, figures: Figures, around: Surroundings) -> Iterator[tuple[str, bool]]:
    touchpoint = around.places.touchpoints.get(identifier)
    felt = figures.get(Measure.EMOTION)
    if touchpoint is None:
        yield from _agreeing(identifier, around.emotions[identifier].score, felt, around)
        return
    if around.standards.are_known(figures):
        yield identifier, True
    importance = figures.get(Measure.IMPORTANCE)
    yield from _agreeing(f"{identifier}.importance", touchpoint.importance, importance, around)
    yield from _agreeing(f"{identifier}.emotion", touchpoint.emotion, felt, around)


def _agreeing(
    name: str, mark: int | None, figure: SurveyFigure | None, around: Surroundings
) -> Iterator[tuple[str, bool]]:
    if mark is not None and figure is not None:
        yield name, not around.standards.differ(mark, figure)
