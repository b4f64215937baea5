"""A baseline: the gaps a team knows of today, so that a check can tell what is new."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date

from journeybook.codes import Family, Severity
from journeybook.findings import Finding

VERSION = 1

_OPEN = "open"


class BaselineError(ValueError):
    """The file cannot be read as a baseline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownGap:
    """A gap as it was when it was recorded."""

    fingerprint: str
    code: str
    severity: str
    state: str
    gap: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """All gaps of a day."""

    day: date
    gaps: tuple[KnownGap, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratchet:
    """Today's gaps against a baseline.

    `new` were not in it; `worse` were, but weigh more now, or were being filled or accepted then
    and are open now. `closed` are gone.
    """

    new: tuple[Finding, ...]
    worse: tuple[Finding, ...]
    closed: tuple[KnownGap, ...]

    @property
    def failing(self) -> tuple[Finding, ...]:
        """The gaps that the baseline does not excuse."""
        return (*self.new, *self.worse)


def record(findings: Iterable[Finding], day: date) -> Baseline:
    """Record the gaps of a day, waived ones and those being filled included."""
    gaps = (one for one in findings if one.family is Family.GAP)
    known = (_known(one) for one in gaps)
    return Baseline(day=day, gaps=tuple(sorted(known, key=lambda one: (one.code, one.fingerprint))))


def compare(baseline: Baseline, findings: Iterable[Finding]) -> Ratchet:
    """Tell which open gaps a baseline does not know, and which of its gaps are closed."""
    gaps = [one for one in findings if one.family is Family.GAP]
    known = {one.fingerprint: one for one in baseline.gaps}
    still_there = {one.fingerprint for one in gaps}
    waiting = [one for one in gaps if one.is_open]
    return Ratchet(
        new=tuple(one for one in waiting if one.fingerprint not in known),
        worse=tuple(one for one in waiting if _is_worse(one, known)),
        closed=tuple(one for one in baseline.gaps if one.fingerprint not in still_there),
    )


def tightened(baseline: Baseline, findings: Sequence[Finding], day: date) -> Baseline:
    """Drop what is closed and take over what got better; nothing new is let in."""
    now = {one.fingerprint: one for one in record(findings, day).gaps}
    kept = ((one, now[one.fingerprint]) for one in baseline.gaps if one.fingerprint in now)
    return Baseline(day=day, gaps=tuple(_better(before, after) for before, after in kept))


def write_baseline(baseline: Baseline) -> bytes:
    """Write a baseline as JSON, a gap in a few lines, so that a change reads well in a diff."""
    written = {
        "schema_version": VERSION,
        "day": baseline.day.isoformat(),
        "gaps": [asdict(one) for one in baseline.gaps],
    }
    return (json.dumps(written, ensure_ascii=False, indent=1) + "\n").encode()


def read_baseline(data: bytes) -> Baseline:
    """Read a baseline.

    Raises:
        BaselineError: when it is none, or of a version this program does not know.
    """
    try:
        written = json.loads(data)
        if written["schema_version"] != VERSION:
            raise BaselineError(f"its schema_version is not {VERSION}")
        gaps = tuple(KnownGap(**one) for one in written["gaps"])
        return Baseline(day=date.fromisoformat(written["day"]), gaps=gaps)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BaselineError(str(error)) from error


def _known(finding: Finding) -> KnownGap:
    return KnownGap(
        fingerprint=finding.fingerprint,
        code=finding.code,
        severity=finding.severity.word,
        state=_state(finding),
        gap=finding.message,
        place=finding.span.path,
    )


def _state(finding: Finding) -> str:
    if finding.waived:
        return "waived"
    return "filling" if finding.being_filled else _OPEN


def _is_worse(finding: Finding, known: Mapping[str, KnownGap]) -> bool:
    before = known.get(finding.fingerprint)
    if before is None:
        return False
    return before.state != _OPEN or finding.severity > _weight(before)


def _better(before: KnownGap, after: KnownGap) -> KnownGap:
    # Taking over a heavier severity, or that a gap is open again, would excuse what got worse.
    severity = min(before, after, key=_weight).severity
    state = before.state if before.state != _OPEN else after.state
    return replace(after, severity=severity, state=state)


def _weight(gap: KnownGap) -> Severity:
    return next((one for one in Severity if one.word == gap.severity), Severity.OFF)
