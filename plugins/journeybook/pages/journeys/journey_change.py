"""What would change for its personas if a journey of the future were true."""

from collections.abc import Iterator

from journeybook.handbook.fitting.asked import parts_not_asked
from journeybook.handbook.fitting.coverage import AnswerState
from journeybook.handbook.ids import folded
from journeybook.handbook.journeys import Question, Step
from journeybook.pages.journeys.map.journey_items import Around, Group, Item, ListedStep, StepList
from journeybook.pages.parts.words.asked import part_words
from journeybook.pages.parts.words.states import answer_word


def would_change(around: Around) -> StepList | None:
    """Hold a journey of the future against those of today; nothing for a journey of today."""
    if around.journey.is_current:
        return None
    phases = around.here.site.handbook.phases
    told = ((step, (*_answered(step, around), *_asked(step, around))) for step in _steps(around))
    return StepList(
        title=around.say("What would change"),
        parts=tuple(
            ListedStep(
                step=around.here.step(step),
                phase=phases[step.phase or ""].title,
                groups=(Group(items=items),),
            )
            for step, items in told
            if items
        ),
        nothing=around.say("Nothing more would be answered or asked than today."),
    )


def _steps(around: Around) -> Iterator[Step]:
    return (step for step in around.journey.steps if step.phase)


def _answered(step: Step, around: Around) -> Iterator[Item]:
    site = around.here.site
    for question in step.questions:
        today = _today(question, step, around)
        state = site.handbook.coverage.state_of(question)
        if state is AnswerState.ANSWERED and today is not AnswerState.ANSWERED:
            word = answer_word(site, today) if today else around.say("not asked yet")
            yield Item(
                text=question.text,
                kind=state.value,
                word=answer_word(site, state),
                note=around.say("today: {state}", state=word),
            )


def _today(question: Question, step: Step, around: Around) -> AnswerState | None:
    # How the same words of the same people stand today, at best.
    book = around.here.site.handbook
    states = [
        book.coverage.state_of(one)
        for _, told, one in book.questions
        if told.phase == step.phase
        and folded(one.text) == folded(question.text)
        and set(one.personas) & set(question.personas)
    ]
    return min(states, key=tuple(AnswerState).index, default=None)


def _asked(step: Step, around: Around) -> Iterator[Item]:
    book = around.here.site.handbook
    for persona in step.personas:
        left = book.asked.missing.get((persona, step.phase or ""), frozenset())
        silent = frozenset(parts_not_asked(step, persona))
        if parts := part_words(around.here.site, left - silent):
            yield Item(
                text=around.say("asked: {parts}", parts=parts),
                kind=AnswerState.ANSWERED.value,
                word=around.say("asked"),
                personas=(book.personas[persona].title,),
            )
