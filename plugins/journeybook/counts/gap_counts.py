"""Gaps by their state: every gap is counted in exactly one of four numbers."""

from collections import Counter
from collections.abc import Iterable, Mapping

from journeybook.codes import Family
from journeybook.counts.counted import Counted
from journeybook.counts.definitions import words_of
from journeybook.findings import Finding
from journeybook.gaps.state import GapState, state_of
from journeybook.wording import Wording

GAP_STATES: Mapping[Counted, GapState] = {
    Counted.OPEN_GAPS: GapState.OPEN,
    Counted.MINOR_GAPS: GapState.MINOR,
    Counted.FILLING_GAPS: GapState.FILLING,
    Counted.ACCEPTED_GAPS: GapState.WAIVED,
}


def gap_counts(findings: Iterable[Finding]) -> dict[Counted, int]:
    """Count the gaps among some findings."""
    states = Counter(state_of(one) for one in findings if one.family is Family.GAP)
    return {what: states[state] for what, state in GAP_STATES.items()}


def gap_words(findings: Iterable[Finding], wording: Wording) -> str:
    """Say how many gaps there are among some findings, such as `3 open gaps, 1 minor gap`."""
    counts = gap_counts(findings).items()
    return ", ".join(words_of(what, number, None, wording) for what, number in counts)
