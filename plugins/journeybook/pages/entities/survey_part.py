"""What customers answered in a survey: each thing asked about with its groups, in a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeybook.handbook.surveys.results import (
    OF_TOPIC,
    OVERALL,
    GroupKind,
    Measure,
    SurveyAnswer,
    SurveyGroup,
    SurveyResult,
    SurveyTopic,
)
from journeybook.pages.parts.entity_parts import said_link
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.pages.parts.words.customers import MEASURES, mean_said


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A mean with its spread, how many people it rests on, and the share of each answer."""

    mean: str = ""
    note: str = ""
    shares: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a group answered."""

    group: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What was asked about, and the groups that may be shown."""

    links: tuple[Link, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyPart:
    """The figures of a survey; `notes` say how to read them."""

    columns: tuple[str, ...]
    blocks: tuple[Block, ...]
    overall_columns: tuple[str, ...]
    overall: tuple[Row, ...]
    named: tuple[str, ...]
    lead: str
    notes: tuple[str, ...]


def survey_part(here: Here, survey: SurveyResult) -> SurveyPart:
    """Show a survey."""
    answers = [answer for topic in survey.topics for answer in topic.answers]
    asked, overall = _columns(answers, OF_TOPIC), _columns(survey.overall, OVERALL)
    return SurveyPart(
        columns=tuple(_heading(here, *one) for one in asked),
        blocks=tuple(
            Block(links=tuple(_links(here, topic)), rows=tuple(_rows(here, topic.answers, asked)))
            for topic in survey.topics
        ),
        overall_columns=tuple(_heading(here, *one) for one in overall),
        overall=tuple(_rows(here, survey.overall, overall)),
        named=tuple(f"{one.label} ({here.site.wording.number(one.n)})" for one in survey.named),
        lead=_lead(here, survey),
        notes=tuple(_notes(here, survey)),
    )


def _columns(
    answers: Sequence[SurveyAnswer], measures: Sequence[Measure]
) -> tuple[tuple[Measure, str], ...]:
    # Beside what was asked about us stands what was asked about others.
    asked = {(one.measure, one.other) for one in answers}
    return tuple(sorted(asked, key=lambda one: (measures.index(one[0]), one[1])))


def _heading(here: Here, measure: Measure, other: str) -> str:
    say = here.site.wording.text
    return say("Satisfaction with {name}", name=other) if other else say(MEASURES[measure])


def _links(here: Here, topic: SurveyTopic) -> Iterator[Link]:
    if topic.phase:
        yield here.phase(topic.phase)
    said = here.site.handbook.said
    yield from (said_link(here, said[one]) for one in topic.touchpoints)


def _rows(
    here: Here, answers: Sequence[SurveyAnswer], columns: Sequence[tuple[Measure, str]]
) -> Iterator[Row]:
    for group in dict.fromkeys(one.group for one in answers):
        figures = {(one.measure, one.other): one for one in answers if one.group == group}
        yield Row(
            group=_group(here, group),
            cells=tuple(_cell(here, figures[one]) if one in figures else Cell() for one in columns),
        )


def _group(here: Here, group: SurveyGroup) -> str:
    if group.kind is GroupKind.ALL:
        return here.site.wording.text("Everybody who answered")
    if group.kind is GroupKind.PERSONA:
        return here.site.handbook.personas[group.name].title
    return group.name


def _cell(here: Here, answer: SurveyAnswer) -> Cell:
    wording, figure = here.site.wording, answer.figure
    is_share = answer.measure in (Measure.RECOGNISED, Measure.NPS)
    spread = "" if is_share else f" ± {wording.number(round(figure.spread, 1))}"
    shares = (f"{one.answer} {wording.percent(one.share)}" for one in figure.shares)
    return Cell(
        mean=f"{mean_said(answer.measure, figure, wording)}{spread}",
        note=wording.count("{n} person", "{n} people", figure.n),
        shares=", ".join(shares),
    )


def _lead(here: Here, survey: SurveyResult) -> str:
    if survey.responses is None:
        return ""
    return here.site.wording.count(
        "{n} response was read.", "{n} responses were read.", survey.responses
    )


def _notes(here: Here, survey: SurveyResult) -> Iterator[str]:
    say, wording = here.site.wording.text, here.site.wording
    yield say(
        "Marks run from 1 to 5 and feelings from −2 to 2, whatever the scale of the answers was; "
        "behind ± stands how far answers lie from the mean."
    )
    scales = [
        f"{wording.text(MEASURES[Measure(name)])}: {scale}" for name, scale in survey.scales.items()
    ]
    if scales:
        yield say("Answers were read on these scales: {scales}.", scales=wording.both(scales))
    if survey.hidden:
        least = here.site.handbook.standards.smallest_group
        yield say(
            "Groups of fewer than {n} people are not shown, nor those from which such a group "
            "could be worked out.",
            n=least,
        )
