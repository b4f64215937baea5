"""The lanes of a journey that belong to a step: from what is felt to what is measured."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from journeybook.handbook.entities import Asset
from journeybook.handbook.fitting.asked import Part, PartState, state_in
from journeybook.handbook.fitting.coverage import AnswerState, coming, published
from journeybook.handbook.journeys import DropOff, Emotion, Expectation, Question, Step
from journeybook.handbook.statements import Statement
from journeybook.pages.journeys.map.journey_items import (
    Around,
    Group,
    Item,
    Reference,
    customer_links,
    feeling_word,
    importance_words,
)
from journeybook.pages.journeys.map.touchpoint_lane import touchpoint_lane
from journeybook.pages.parts.entity_parts import figure_words, joined, target
from journeybook.pages.parts.words.asked import NOT_ASKED
from journeybook.pages.parts.words.states import answer_word
from journeybook.rules.engine.lacks import lack_names
from journeybook.schema.kpi import Kpi
from journeybook.wording import signed

_LANES = {Part.EMOTION: "feelings"}


def step_lanes(step: Step, around: Around) -> dict[str, tuple[Group, ...]]:
    """Give what stands in each lane of a step; empty lanes are left out."""
    lanes = {
        Part.EMOTION: _plain(_feeling(one, around) for one in step.emotions),
        Part.NEEDS: _plain(_need(one, around) for one in step.needs),
        Part.QUESTIONS: _plain(_question(one, around) for one in step.questions),
        Part.EXPECTATIONS: _plain(_expectation(one, step, around) for one in step.expectations),
        Part.TOUCHPOINTS: touchpoint_lane(step, around),
        Part.DROP_OFFS: _plain(_drop_off(one, step, around) for one in step.drop_offs),
    }
    told = {
        _LANES.get(part, part.value): (*groups, *_plain(_silent(part, step, around)))
        for part, groups in lanes.items()
    }
    kpis = _plain(kpi_item(one, around) for one in step.figures)
    return {key: groups for key, groups in {**told, "kpis": kpis}.items() if groups}


def unasked_lanes(around: Around) -> dict[str, tuple[Group, ...]]:
    """Give what stands in each lane of a phase that no step tells of."""
    return {_LANES.get(part, part.value): _plain((_unasked(around),)) for part in Part}


def _silent(part: Part, step: Step, around: Around) -> Iterator[Item]:
    # What is said to be none, and what nobody asked yet, each with those for whom it is so.
    people = step.personas or (None,)
    states = {persona: state_in(step, part, persona) for persona in people}
    none = [persona for persona, state in states.items() if state is PartState.NONE]
    left = [persona for persona, state in states.items() if state is PartState.NOT_ASKED]
    if none:
        yield Item(text=around.say("none"), kind="none", personas=_who(none, people, around))
    if left:
        yield replace(_unasked(around), personas=_who(left, people, around))


def _unasked(around: Around) -> Item:
    return Item(text=around.say("not asked yet"), kind=NOT_ASKED, marks=("gap",))


def _who(
    some: Sequence[str | None], people: Sequence[str | None], around: Around
) -> tuple[str, ...]:
    names = around.here.site.handbook.personas
    return tuple(names[one].title for one in some if one) if len(some) < len(people) else ()


def kpi_item(kpi: Kpi, around: Around) -> Item:
    """Tell a figure: what it is, what it should be, and who answers for it."""
    here, parts = around.here, []
    if kpi.actual is not None:
        parts.append(around.say("now {actual}", actual=figure_words(here, kpi.actual, kpi)))
    if kpi.target is not None:
        parts.append(around.say("should be {target}", target=target(here, kpi)))
    if kpi.unit and not parts:
        parts.append(kpi.unit)
    if kpi.owner:
        parts.append(kpi.owner)
    return Item(text=kpi.name, note=" · ".join(parts))


def _plain(items: Iterable[Item]) -> tuple[Group, ...]:
    found = tuple(items)
    return (Group(items=found),) if found else ()


def _feeling(emotion: Emotion, around: Around) -> Item:
    score = emotion.score
    kind = "neutral" if not score else "delight" if score > 0 else "pain"
    words = [emotion.label or "", signed(score)]
    target = emotion.target
    aim = around.say("should be {score}", score=signed(target)) if target is not None else ""
    return around.told(
        Item(
            text=" ".join(part for part in words if part) or around.say("not said"),
            kind=kind,
            word=feeling_word(score, around),
            note=aim if target != score else "",
            references=tuple(customer_links(emotion, around)),
        ),
        emotion,
    )


def _need(need: Statement, around: Around) -> Item:
    return around.told(Item(text=need.text, note=importance_words(need, around)), need)


def _question(question: Question, around: Around) -> Item:
    coverage = around.here.site.handbook.coverage
    state = coverage.state_of(question)
    found = coverage.answers_to(question)
    useful = (*published(found), *coming(found))
    is_open = state is not AnswerState.ANSWERED
    item = Item(
        text=question.text,
        kind=state.value,
        word=answer_word(around.here.site, state),
        references=tuple(_answer(one, question, around) for one in useful),
        note=importance_words(question, around),
        missing=around.missing(question.ref),
    )
    return around.told(item, question, *(("gap",) if is_open else ()))


def _answer(asset: Asset, question: Question, around: Around) -> Reference:
    site = around.here.site
    best = [one for one in site.handbook.coverage.answers_for(question) if one.asset == asset.id]
    lacks = lack_names(dict.fromkeys(lack for one in best for lack in one.lacks), site.wording)
    reference = around.asset(asset)
    return replace(reference, note=lacks) if lacks else reference


def _expectation(one: Expectation, step: Step, around: Around) -> Item:
    return around.told(
        Item(
            text=one.text,
            references=(
                *_content(one.met_by_assets, around),
                *_touchpoints(one.met_by_touchpoints, step, around),
                *_actions(one.met_by_actions, around),
            ),
            note=importance_words(one, around),
            missing=around.missing(one.ref),
        ),
        one,
    )


def _content(assets: Iterable[str], around: Around) -> Iterator[Reference]:
    return (around.asset(around.here.site.handbook.assets[one]) for one in assets)


def _touchpoints(touchpoints: Iterable[str], step: Step, around: Around) -> Iterator[Reference]:
    here = {one.id: one for one in step.touchpoints} if touchpoints else {}
    for one in (here[each] for each in touchpoints):
        note = around.say("goes badly") if one.goes_badly else ""
        yield Reference(link=around.here.statement(one), note=note)


def _actions(actions: Iterable[str], around: Around) -> Iterator[Reference]:
    return (around.action(around.here.site.handbook.actions[one]) for one in actions)


def _drop_off(one: DropOff, step: Step, around: Around) -> Item:
    against = (
        *_content(one.assets, around),
        *_touchpoints(one.touchpoints, step, around),
        *_actions(one.actions, around),
    )
    return around.told(
        Item(
            text=one.text,
            why=joined(
                one.why or "", around.say("an address is asked") if one.because == "gate" else ""
            ),
            note=importance_words(one, around),
            references=against,
            missing=around.missing(one.ref),
        ),
        one,
        *(() if against else ("gap",)),
    )
