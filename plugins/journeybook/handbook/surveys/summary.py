"""What may be told of a survey: each topic with its groups, and the marks of the map."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeybook.handbook.journeys import Step, Touchpoint
from journeybook.handbook.surveys.results import (
    Figures,
    Measure,
    SurveyName,
    SurveyResult,
    SurveyTopic,
)
from journeybook.handbook.surveys.sums import Question, question
from journeybook.handbook.surveys.tally import Asked, Tally

PHASE = "phase"
"""Stands in front of a topic that is a phase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The touchpoints of today by id, and the steps of today by phase."""

    touchpoints: Mapping[str, Touchpoint]
    steps: Mapping[str, Sequence[Step]]


def summarised(
    tally: Tally, places: Places, *, file: str, responses: int | None, least: int
) -> SurveyResult:
    """Take what groups of at least so many people answered, and nothing else."""
    by_topic: dict[Asked, list[Question]] = {topic: [] for topic in tally.labels if topic}
    for (topic, measure, other), crossings in tally.topics.items():
        by_topic.setdefault(topic, []).append(question(measure, crossings, least, other))
    overall = [question(measure, crossings, least) for measure, crossings in tally.overall.items()]
    every = (*overall, *(one for ones in by_topic.values() for one in ones))
    return SurveyResult(
        file=file,
        responses=responses if responses is not None and responses >= least else None,
        topics=tuple(_topics(by_topic, places)),
        overall=tuple(answer for one in _in_order(overall) for answer in one.answers),
        named=tuple(
            SurveyName(label=label, n=n)
            for label, n in sorted(tally.named.items(), key=lambda one: (-one[1], one[0]))
            if n >= least
        ),
        scales={one.value: str(taken.scale) for one, taken in sorted(tally.scales.items())},
        hidden=max((one.shown.hidden for one in every), default=0),
        marks={
            identifier: figures
            for topic, questions in sorted(by_topic.items())
            for identifier, figures in _marks(topic, questions, places)
            if figures
        },
    )


def _topics(by_topic: Mapping[Asked, Sequence[Question]], places: Places) -> Iterator[SurveyTopic]:
    for topic, questions in sorted(by_topic.items()):
        is_phase = topic[0] == PHASE
        label = "" if is_phase else places.touchpoints[topic[0]].text
        yield SurveyTopic(
            label=label,
            phase=topic[1] if is_phase else None,
            touchpoints=() if is_phase else topic,
            answers=tuple(answer for one in _in_order(questions) for answer in one.answers),
        )


def _in_order(questions: Sequence[Question]) -> Sequence[Question]:
    return sorted(questions, key=lambda one: (tuple(Measure).index(one.measure), one.other))


def _marks(
    topic: Asked, questions: Sequence[Question], places: Places
) -> Iterator[tuple[str, Figures]]:
    if topic[0] != PHASE:
        for name in topic:
            yield name, _figures(questions, places.touchpoints[name].personas)
        return
    felt = [one for one in questions if one.measure is Measure.EMOTION]
    for step in places.steps.get(topic[1], ()):
        for emotion in step.emotions:
            yield emotion.id, _figures(felt, emotion.personas)


def _figures(questions: Sequence[Question], personas: Sequence[str]) -> Figures:
    found = {one.measure: one.of(personas) for one in _in_order(questions) if not one.other}
    return {measure: figure for measure, figure in found.items() if figure is not None}
