"""The state of a gap: what is done about it, and whether it counts."""

from enum import StrEnum

from journeybook.codes import Severity
from journeybook.findings import Finding


class GapState(StrEnum):
    """Every gap is in exactly one of these: open, minor and open, on its way to be closed, or kept.

    What is on its way or accepted stays so however little it weighs.
    """

    OPEN = "open"
    MINOR = "minor"
    FILLING = "filling"
    WAIVED = "waived"

    @property
    def waits(self) -> bool:
        """Whether nobody is filling it and nobody has accepted it."""
        return self in {GapState.OPEN, GapState.MINOR}


def is_quiet(finding: Finding) -> bool:
    """Whether a gap weighs so little that it is told folded."""
    return finding.severity <= Severity.LOW


def state_of(finding: Finding) -> GapState:
    """Tell the state of a gap."""
    if finding.waived:
        return GapState.WAIVED
    if finding.being_filled:
        return GapState.FILLING
    return GapState.MINOR if is_quiet(finding) else GapState.OPEN
