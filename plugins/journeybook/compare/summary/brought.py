"""What a change itself brings: the gaps it opens and the problems it makes, and no others."""

from dataclasses import dataclass

from journeybook.compare.change import Thing, Tone, What
from journeybook.compare.comparison import Comparison
from journeybook.compare.consequences.verdicts import NOW_COUNTED, TO_BEGIN_WITH
from journeybook.compare.summary.headline import decisions
from journeybook.findings import Finding

_COUNTED = (TO_BEGIN_WITH, NOW_COUNTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """The open gaps and the problems that a change brings; `decisions` are sentences.

    What comes to light, moves along with a step, or grows old is not brought by it.
    """

    gaps: tuple[Finding, ...]
    problems: tuple[Finding, ...]
    decisions: tuple[str, ...]


def brought_by(comparison: Comparison) -> Brought:
    """Find what a change brings."""
    gaps = [
        finding
        for one in comparison.changes
        if one.thing is Thing.GAP and (one.tone is Tone.WORSE or one.label in _COUNTED)
        for finding in one.findings
        if finding.is_open
    ]
    problems = [
        finding
        for one in comparison.changes
        if one.thing is Thing.PROBLEM and one.what is not What.REMOVED
        for finding in one.findings
    ]
    return Brought(
        gaps=tuple(gaps), problems=tuple(problems), decisions=tuple(decisions(comparison))
    )
