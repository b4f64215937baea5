"""How content customers are with others where a survey asked for it and an author does not say."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from journeybook.handbook.ids import folded
from journeybook.handbook.journeys import Journey, Other, Step
from journeybook.handbook.research import Research
from journeybook.handbook.surveys.results import GroupKind, SurveyTopic

_HALF = 0.5

Marks = Mapping[str, Other]
"""What customers said of others in one place, by the folded name of each."""


def with_surveyed_others(
    journeys: Mapping[str, Journey], rounds: Mapping[str, Research]
) -> dict[str, Journey]:
    """Give the journeys, those of today with what everybody together answered about others.

    What an author marks stays; of several surveys the newest one counts.
    """
    surveyed = _surveyed(rounds.values())
    if not surveyed.touchpoints and not surveyed.phases:
        return dict(journeys)
    return {
        name: replace(one, steps=tuple(surveyed.on(step) for step in one.steps))
        if one.is_current
        else one
        for name, one in journeys.items()
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Surveyed:
    touchpoints: dict[str, dict[str, Other]]
    phases: dict[str, dict[str, Other]]

    def on(self, step: Step) -> Step:
        touchpoints = tuple(
            replace(one, others=_filled(one.others, self.touchpoints.get(one.id, {})))
            for one in step.touchpoints
        )
        # Whoever says that there is none beside us has the last word.
        of_phase = {} if step.is_alone else self.phases.get(step.phase or "", {})
        return replace(step, touchpoints=touchpoints, others=_filled(step.others, of_phase))


def _surveyed(rounds: Iterable[Research]) -> _Surveyed:
    found = _Surveyed(touchpoints={}, phases={})
    for one in sorted(rounds, key=lambda one: (one.date or date.min, one.id)):
        for topic in one.survey.topics if one.survey else ():
            marks = dict(_marks(topic, one.id))
            for touchpoint in topic.touchpoints:
                found.touchpoints.setdefault(touchpoint, {}).update(marks)
            if topic.phase:
                found.phases.setdefault(topic.phase, {}).update(marks)
    return found


def _marks(topic: SurveyTopic, research: str) -> Iterator[tuple[str, Other]]:
    for answer in topic.answers:
        if answer.other and answer.group.kind is GroupKind.ALL:
            mark = int(answer.figure.mean + _HALF)
            other = Other(name=answer.other, satisfaction=mark, evidence=(research,))
            yield folded(answer.other), other


def _filled(others: Iterable[Other], marks: Marks) -> tuple[Other, ...]:
    named = {folded(one.name) for one in others}
    return (
        *(_marked(one, marks.get(folded(one.name))) for one in others),
        *(mark for name, mark in marks.items() if name not in named),
    )


def _marked(one: Other, mark: Other | None) -> Other:
    if mark is None or one.satisfaction is not None:
        return one
    evidence = tuple(dict.fromkeys((*one.evidence, *mark.evidence)))
    return replace(one, satisfaction=mark.satisfaction, evidence=evidence)
