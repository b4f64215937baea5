"""Which gap to close first: a score out of five reasons that can be told."""

from dataclasses import dataclass
from enum import StrEnum

from journeybook.codes import Severity
from journeybook.findings import Finding
from journeybook.gaps.bearing import Bearing
from journeybook.handbook.book import Handbook

SEVERITY_POINTS = {
    Severity.OFF: 0,
    Severity.LOW: 10,
    Severity.MEDIUM: 30,
    Severity.HIGH: 60,
    Severity.WARNING: 80,
    Severity.ERROR: 100,
}
MOMENT_OF_TRUTH_POINTS = 20
POINTS_PER_IMPORTANCE = 3
POINTS_PER_OTHER_PERSONA = 5
MOST_OTHER_PERSONAS = 3
BUYER_STAGE_POINTS = 5


class Factor(StrEnum):
    """What makes a gap weigh."""

    SEVERITY = "severity"
    MOMENT_OF_TRUTH = "moment-of-truth"
    IMPORTANCE = "importance"
    SHARED = "shared"
    STAGE = "stage"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One factor with the points it gives; `amount` is the mark or the number of personas."""

    factor: Factor
    points: int
    amount: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """How much a gap weighs, and why."""

    reasons: tuple[Reason, ...]

    @property
    def score(self) -> int:
        """The points of all reasons together."""
        return sum(reason.points for reason in self.reasons)


def rank(finding: Finding, bearing: Bearing, handbook: Handbook) -> Rank:
    """Weigh a gap by its severity, and by the moment, importance, personas and stage it meets."""
    reasons = [Reason(factor=Factor.SEVERITY, points=SEVERITY_POINTS[finding.severity])]
    if bearing.met.is_moment_of_truth:
        reasons.append(Reason(factor=Factor.MOMENT_OF_TRUTH, points=MOMENT_OF_TRUTH_POINTS))
    if bearing.met.importance:
        points = POINTS_PER_IMPORTANCE * bearing.met.importance
        reasons.append(
            Reason(factor=Factor.IMPORTANCE, points=points, amount=bearing.met.importance)
        )
    if len(bearing.sharing) > 1:
        others = min(len(bearing.sharing) - 1, MOST_OTHER_PERSONAS)
        points = POINTS_PER_OTHER_PERSONA * others
        reasons.append(Reason(factor=Factor.SHARED, points=points, amount=len(bearing.sharing)))
    phases = (handbook.phases[phase] for phase in bearing.phases)
    if any(phase.stage == "buyer" for phase in phases):
        reasons.append(Reason(factor=Factor.STAGE, points=BUYER_STAGE_POINTS))
    return Rank(reasons=tuple(reasons))
