"""What to ask customers next: the assumptions under the most valuable fixes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from journeybook.codes import Code
from journeybook.gaps.ledger import Entry
from journeybook.handbook.journeys import Emotion, Step
from journeybook.handbook.statements import Lane, Statement
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.table import Column, Table, Value
from journeybook.wording import Wording, marked, signed

MOST = 20
"""No talk and no survey has room for more."""

_ASKING = frozenset(
    (Code.ASSUMPTION, Code.OLD_ASSUMPTION, Code.NOT_ASKED_YET, Code.PERSONA_ON_ASSUMPTIONS)
)
_OPEN = marked("Take me back to that moment: what happened?")
_OPENERS: Mapping[Lane, str] = {
    Lane.NEEDS: marked("What did you need at that moment?"),
    Lane.QUESTIONS: marked("What did you want to know then, and where did you look for it?"),
    Lane.EXPECTATIONS: marked("What did you count on?"),
    Lane.TOUCHPOINTS: marked("How did you get in touch there, and what was that like?"),
    Lane.DROP_OFFS: marked("Was there a moment at which you nearly stopped, and why?"),
    Lane.GOALS: marked("When is this a success for you?"),
    Lane.PAINS: marked("What troubles you most in this?"),
}
_FEELING = marked("How did you feel at that moment?")
_APPLIES = marked("How much does this apply to you: “{statement}”?")
_CLOSED: Mapping[Lane, str] = {
    Lane.QUESTIONS: marked("Did you want to know this: “{statement}”?"),
    Lane.TOUCHPOINTS: marked("Do you know this moment: “{statement}”?"),
    Lane.DROP_OFFS: marked("Did you ever stop for this: “{statement}”?"),
}
_FELT = marked("How did you feel in “{step}”?")
_MATTERS = marked("How important was that to you?")
_YES_OR_NO = marked("yes or no")
_ONE_TO_FIVE = marked("1 (not at all) to 5 (very much)")
_FEELS = marked("-2 (very bad) to 2 (very good)")

Closed = tuple[str, str]
"""A question of a survey, and the scale of its answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An assumption to test: who is asked about which moment, why, and in which words."""

    statement: Statement | Emotion
    text: str
    personas: str
    step: Step | None
    fix: str
    value: float
    opener: str
    closed: tuple[Closed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The assumptions to test, those under the most valuable fixes first, and how many are left."""

    items: tuple[Item, ...]
    left: int


def make_plan(site: Site) -> Plan:
    """Choose the assumptions to test."""
    found: dict[str, Item] = {}
    for fix in site.fixes.all:
        for entry in fix.entries:
            why = "" if entry.finding.code in _ASKING else entry.finding.message
            for one in _under(entry):
                known = found.get(one.id)
                if one.support.is_assumption and (known is None or (why and not known.fix)):
                    found[one.id] = _item(one, why, fix.value, site)
    asked: dict[object, Item] = {}
    for item in sorted(found.values(), key=lambda one: (not one.fix, -one.value)):
        # What several maps say in the same words is asked of the same people once.
        asked.setdefault((item.personas, item.text, item.closed), item)
    return Plan(items=tuple(asked.values())[:MOST], left=max(0, len(asked) - MOST))


def _under(entry: Entry) -> Iterator[Statement | Emotion]:
    # What a gap is about, where customers meet us for it, and how they feel there.
    if entry.bearing.statement is None:
        return
    yield entry.bearing.statement
    if entry.finding.code not in _ASKING:
        yield from entry.bearing.met.touchpoints
        wanted = set(entry.bearing.personas)
        for step in entry.bearing.steps:
            yield from (one for one in step.emotions if wanted & set(one.personas))


def _item(one: Statement | Emotion, fix: str, value: float, site: Site) -> Item:
    say, book = site.wording, site.handbook
    step = book.step(one.id)
    felt = signed(one.score) if isinstance(one, Emotion) and one.score is not None else ""
    return Item(
        statement=one,
        text=one.text if isinstance(one, Statement) else one.label or felt,
        personas=say.both(book.personas[name].title for name in one.personas),
        step=step,
        fix=fix,
        value=value,
        opener=say.text(_OPENERS.get(one.lane, _OPEN) if isinstance(one, Statement) else _FEELING),
        closed=tuple(closed_questions(one, step, say)),
    )


def closed_questions(one: Statement | Emotion, step: Step | None, say: Wording) -> Iterator[Closed]:
    """Give the questions of a survey about a statement or feeling, with their answers."""
    if isinstance(one, Emotion):
        title = step.title if step else ""
        yield say.text(_FELT, step=title), say.text(_FEELS)
        return
    words = say.text(_CLOSED.get(one.lane, _APPLIES), statement=one.text)
    yield words, say.text(_YES_OR_NO if one.lane in _CLOSED else _ONE_TO_FIVE)
    if one.lane is Lane.TOUCHPOINTS:
        yield say.text(_MATTERS), say.text(_ONE_TO_FIVE)
        yield say.text(_FEELING), say.text(_FEELS)


def plan_table(plan: Plan, site: Site) -> Table:
    """Give the items of a test plan, a row for each question of the survey."""
    say = site.wording.text
    return Table(
        title=say("Test plan"),
        columns=(
            Column(title=say("Order")),
            Column(title=say("Personas")),
            Column(title=say("Journey")),
            Column(title=say("Phase")),
            Column(title=say("Step")),
            Column(title=say("Assumption")),
            Column(title=say("Under this fix")),
            Column(title=say("Value")),
            Column(title=say("Ask in a talk")),
            Column(title=say("Ask in a survey")),
            Column(title=say("Answers")),
            Column(title=say("Id")),
        ),
        rows=tuple(_rows(plan, site)),
    )


def _rows(plan: Plan, site: Site) -> Iterator[tuple[Value, ...]]:
    book = site.handbook
    for number, one in enumerate(plan.items, start=1):
        step = one.step
        for question, scale in one.closed:
            yield (
                number,
                one.personas,
                book.journeys[step.journey].title if step else None,
                book.phases[step.phase].title if step and step.phase else None,
                step.title if step else None,
                one.text,
                one.fix or None,
                one.value,
                one.opener,
                question,
                scale,
                one.statement.id,
            )
