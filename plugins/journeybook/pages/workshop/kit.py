"""A workshop about a journey: the empty map, a card per thing to talk about, and the votes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from journeybook.handbook.journeys import Emotion, Journey, Step, Touchpoint
from journeybook.handbook.statements import Lane, Statement
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.table import Column, Table
from journeybook.pages.research.test_plan import closed_questions
from journeybook.wording import marked, signed

_QUESTIONS = (
    (marked("Needs and questions"), marked("What do they need here, and what do they ask?")),
    (marked("Feelings"), marked("How do they feel, from −2 to +2, and why?")),
    (marked("Touchpoints"), marked("Where do they meet us, and which meeting decides?")),
    (marked("Expectations"), marked("What do they count on?")),
    (marked("Drop-offs"), marked("Where do they leave, and why?")),
)
"""The five questions of every phase, as the rows of an empty map."""
_NAMES: Mapping[Lane, str] = {
    Lane.NEEDS: marked("Need"),
    Lane.QUESTIONS: marked("Question"),
    Lane.EXPECTATIONS: marked("Expectation"),
    Lane.TOUCHPOINTS: marked("Touchpoint"),
    Lane.DROP_OFFS: marked("Drop-off"),
}
VOTE_HEADS: Mapping[str, str] = {
    "card": marked("Card"),
    "kind": marked("Kind"),
    "place": marked("Phase and step"),
    "statement": marked("Statement"),
    "who": marked("Who votes"),
    "true": marked("Known or true (yes or no)"),
    "importance": marked("Importance (1 to 5)"),
    "feeling": marked("Feeling (-2 to 2)"),
    "remark": marked("Remark"),
    "id": marked("Id"),
}
"""How the columns of the voting sheet are headed, by what they hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A touchpoint or an assumption to talk about; `asked` are questions with their answers."""

    number: int
    kind: str
    place: str
    text: str
    is_assumed: bool
    asked: tuple[tuple[str, str], ...]
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """All there is to print for one workshop."""

    phases: tuple[str, ...]
    questions: tuple[tuple[str, str], ...]
    cards: tuple[Card, ...]


def kit_of(journey: Journey, site: Site) -> Kit:
    """Give the kit for a workshop about a journey."""
    say, book = site.wording.text, site.handbook
    return Kit(
        phases=tuple(book.phases[phase].title for phase in journey.scope),
        questions=tuple((say(name), say(question)) for name, question in _QUESTIONS),
        cards=tuple(_cards(journey, site)),
    )


def _cards(journey: Journey, site: Site) -> Iterator[Card]:
    said = ((step, one) for step in journey.steps for one in _to_talk_about(step))
    for number, (step, one) in enumerate(said, start=1):
        yield Card(
            number=number,
            kind=site.wording.text(_kind(one)),
            place=_place(step, site),
            text=_text(one),
            is_assumed=one.support.is_assumption,
            asked=tuple(closed_questions(one, step, site.wording)),
            id=one.id,
        )


def _to_talk_about(step: Step) -> Iterator[Statement | Emotion]:
    # A meeting is worth a card however well it is known, since people differ in how it matters.
    said: tuple[Statement | Emotion, ...] = (*step.emotions, *step.statements)
    yield from (one for one in said if isinstance(one, Touchpoint) or one.support.is_assumption)


def _kind(one: Statement | Emotion) -> str:
    return _NAMES[one.lane] if isinstance(one, Statement) else marked("Feeling")


def _text(one: Statement | Emotion) -> str:
    if isinstance(one, Statement):
        return one.text
    return " ".join(part for part in (one.label, signed(one.score)) if part)


def _place(step: Step, site: Site) -> str:
    phase = site.handbook.phases[step.phase].title if step.phase else ""
    parts = (phase, step.title if step.title != phase else "")
    return " · ".join(part for part in parts if part)


def vote_table(journey: Journey, site: Site) -> Table:
    """Give the sheet on which the votes of a workshop come back, a row for each card."""
    say = site.wording.text
    return Table(
        title=say("Votes"),
        columns=tuple(Column(title=say(title)) for title in VOTE_HEADS.values()),
        rows=tuple(
            (one.number, one.kind, one.place, one.text, None, None, None, None, None, one.id)
            for one in _cards(journey, site)
        ),
    )
