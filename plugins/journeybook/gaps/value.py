"""Which gap to close first: its value, a sum of parts that can be told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from journeybook.codes import Severity
from journeybook.findings import Finding
from journeybook.gaps.bearing import Bearing
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Persona
from journeybook.handbook.fitting.coverage import AnswerState
from journeybook.handbook.journeys import DropOff, Emotion, Question, Touchpoint
from journeybook.handbook.statements import Statement
from journeybook.schema.settings.value import Weights

MOST_OTHERS = 3
MOST_RESEARCH = 3
MOST_PEOPLE = 50
_WARNING = 20
_EVEN = 3
_DECIDING = frozenset(("decider", "buyer"))


class Part(StrEnum):
    """What makes a gap weigh; each is a key of the weights, but for the severity."""

    SEVERITY = "severity"
    IMPORTANCE = "importance"
    NEUTRAL = "neutral"
    MOMENT_OF_TRUTH = "moment_of_truth"
    DISSATISFACTION = "dissatisfaction"
    FEELING = "feeling"
    DROP_OFF = "drop_off"
    EVIDENCE = "evidence"
    PEOPLE = "people"
    ASSUMPTION = "assumption"
    PERSONA = "persona"
    ROLE = "role"
    SHARED = "shared"
    STAGE = "stage"
    PARTLY = "partly"
    PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One part with its points: `amount` is the mark or number, `about` whose or what it is."""

    part: Part
    points: float
    amount: float = 0
    about: str = ""


@dataclass(frozen=True, kw_only=True)
class Value:
    """How much it is worth to close a gap, and why."""

    reasons: tuple[Reason, ...]

    @cached_property
    def points(self) -> float:
        """The points of all reasons together."""
        return round(sum(reason.points for reason in self.reasons), 1)


def severity_points(severity: Severity, weights: Weights) -> float:
    """Give the points of a severity; a team that raises gaps to problems wants them first."""
    points = {
        Severity.OFF: 0.0,
        Severity.LOW: weights.low,
        Severity.MEDIUM: weights.medium,
        Severity.HIGH: weights.high,
        Severity.WARNING: weights.high + _WARNING,
        Severity.ERROR: weights.high + 2 * _WARNING,
    }
    return points[severity]


def value_of(finding: Finding, bearing: Bearing, book: Handbook, weights: Weights) -> Value:
    """Weigh a gap by what it is about: never by what merely stands in the same step."""
    personas = [book.personas[one] for one in bearing.sharing]
    reasons = (
        _reason(Part.SEVERITY, severity_points(finding.severity, weights)),
        *_importance(bearing, weights),
        *_dissatisfaction(bearing, weights),
        *_evidence(bearing.statement, book, weights),
        *_personas(personas, weights),
        *_stage(bearing, book, weights),
        *_partly(bearing, book, weights),
        _reason(Part.PLACE, weights.place * (bearing.place - 1), bearing.place),
    )
    return Value(reasons=tuple(one for one in reasons if one.points))


def _importance(bearing: Bearing, weights: Weights) -> Iterator[Reason]:
    met, own = bearing.met, getattr(bearing.statement, "importance", None)
    if mark := own or met.importance:
        about = "" if own or not met.heaviest else met.heaviest.text
        yield _reason(Part.IMPORTANCE, weights.importance * mark, mark, about)
    else:
        yield _reason(Part.NEUTRAL, weights.importance * weights.neutral, weights.neutral)
    if met.is_moment_of_truth:
        yield _reason(Part.MOMENT_OF_TRUTH, weights.moment_of_truth)


def _dissatisfaction(bearing: Bearing, weights: Weights) -> Iterator[Reason]:
    met = bearing.met
    if (mark := met.satisfaction) is not None and mark < _EVEN:
        yield _reason(Part.DISSATISFACTION, weights.dissatisfaction * (_EVEN - mark), mark)
    felt = met.feeling if met.touchpoints else _mood(bearing)
    if felt is not None and felt < 0:
        yield _reason(Part.FEELING, -weights.feeling * felt, felt)
    if isinstance(bearing.statement, DropOff):
        yield _reason(Part.DROP_OFF, weights.drop_off)


def _mood(bearing: Bearing) -> int | None:
    # How the personas of a gap feel in its own step; a gap of several steps has no mood.
    if len(bearing.steps) != 1 or isinstance(bearing.statement, Touchpoint):
        return None
    wanted = set(bearing.personas)
    felt = (
        one.score
        for one in bearing.steps[0].emotions
        if one.score is not None and not wanted.isdisjoint(one.personas)
    )
    return min(felt, default=None)


def _evidence(
    statement: Statement | Emotion | None, book: Handbook, weights: Weights
) -> Iterator[Reason]:
    if statement is None:
        return
    if statement.support.is_assumption:
        yield _reason(Part.ASSUMPTION, weights.assumption)
    elif statement.support.strength.is_shown:
        research = [book.research[one] for one in dict.fromkeys(statement.evidence)]
        rounds = min(len(research), MOST_RESEARCH)
        yield _reason(Part.EVIDENCE, weights.evidence * rounds, rounds)
        people = sum(one.participants or 0 for one in research)
        yield _reason(Part.PEOPLE, weights.people * min(people, MOST_PEOPLE), people)


def _personas(personas: list[Persona], weights: Weights) -> Iterator[Reason]:
    # Of several, the one who counts most; whose name comes first decides nothing.
    heaviest = max(personas, key=lambda one: (one.weight or 1, one.title), default=None)
    if heaviest and heaviest.weight not in (None, 1):
        points = weights.persona * ((heaviest.weight or 1) - 1)
        yield _reason(Part.PERSONA, points, heaviest.weight or 1, heaviest.title)
    elif deciding := sorted(one.title for one in personas if _decides(one)):
        yield _reason(Part.ROLE, weights.role, about=deciding[0])
    if len(personas) > 1:
        others = min(len(personas) - 1, MOST_OTHERS)
        yield _reason(Part.SHARED, weights.shared * others, len(personas))


def _decides(persona: Persona) -> bool:
    return persona.weight is None and not _DECIDING.isdisjoint(persona.roles)


def _stage(bearing: Bearing, book: Handbook, weights: Weights) -> Iterator[Reason]:
    # The nearer to the purchase, before it or after it, the more is at stake.
    if near := _places(bearing.phases, "buyer", book):
        buying = _places(book.phases, "buyer", book)
        share = sum(one <= near[-1] for one in buying) / len(buying)
        yield _reason(Part.STAGE, weights.buyer * share, about="buyer")
    elif soon := _places(bearing.phases, "customer", book):
        using = _places(book.phases, "customer", book)
        share = sum(one >= soon[0] for one in using) / len(using)
        yield _reason(Part.STAGE, weights.customer * share, about="customer")


def _places(phases: Iterable[str], stage: str, book: Handbook) -> list[int]:
    return sorted(book.phase_places[one] for one in phases if book.phases[one].stage == stage)


def _partly(bearing: Bearing, book: Handbook, weights: Weights) -> Iterator[Reason]:
    statement = bearing.statement
    if isinstance(statement, Question):
        state = book.coverage.state_of(statement)
        if state is AnswerState.LACKING:
            yield _reason(Part.PARTLY, weights.partly)


def _reason(part: Part, points: float, amount: float = 0, about: str = "") -> Reason:
    return Reason(part=part, points=round(points, 1), amount=amount, about=about)


def together(points: Iterable[float], weights: Weights) -> float:
    """Give the value of closing several gaps at once: each further one counts a part of it."""
    heaviest = sorted(points, reverse=True)
    return round(sum(one * weights.further**at for at, one in enumerate(heaviest)), 1)
