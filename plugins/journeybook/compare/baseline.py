"""A baseline: the gaps a team knows of today, so that a check can tell what is new."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from itertools import chain
from typing import Any

from journeybook.codes import Code, Family, Severity
from journeybook.compare.pairing.likeness import likeness
from journeybook.findings import Finding
from journeybook.wording import marked

VERSION = 1

_OPEN = "open"
_QUOTED = re.compile("“([^”]*)”")
_ALIKE = 0.75
_MARK = re.compile(rb"^<{7}", re.MULTILINE)
_NONE = marked("{file} is no baseline that can be read; run journeybook baseline to write it anew")
_UNMERGED = marked(
    "a merge was not finished in {file}; finish it, or run journeybook baseline to write it anew"
)
_OTHER = marked("{file} was written by another version; run journeybook baseline to write it anew")
_LEAVING_NOTHING_TO_LEAD_TO = (Code.PHASE_WITHOUT_CONTENT, Code.ONLY_PLANNED_CONTENT)


class BaselineError(ValueError):
    """The file cannot be read as a baseline; the message says so of a `{file}`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownGap:
    """A gap as it was when it was recorded, with all personas and phases it concerned."""

    fingerprint: str
    code: str
    severity: str
    state: str
    gap: str
    place: str
    personas: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """All gaps of a day."""

    day: date
    gaps: tuple[KnownGap, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratchet:
    """Today's gaps against a baseline.

    `new` were not in it; `worse` were, but weigh more now, or were being filled or accepted then
    and are open now. `aside` are not in it either, but nobody brought them: time did, or a heavier
    gap stood there that is closed. `closed` are gone.
    """

    new: tuple[Finding, ...]
    worse: tuple[Finding, ...]
    aside: tuple[Finding, ...]
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


def hold_against(
    baseline: Baseline, findings: Iterable[Finding], then: Iterable[Finding] | None = None
) -> Ratchet:
    """Tell which open gaps a baseline does not know, and which of its gaps are closed.

    `then` is what is found in the same files as of the day of the baseline: what is not among it
    has come with time.
    """
    gaps = [one for one in findings if one.family is Family.GAP]
    known = _known_by_now(baseline, gaps)
    closed = tuple(one for one in baseline.gaps if one not in known.values())
    old = None if then is None else {one.fingerprint for one in then}
    waiting = [one for one in gaps if one.is_open]
    unknown = [one for one in waiting if one.fingerprint not in known]
    aside = [
        one
        for one in unknown
        if (old is not None and one.fingerprint not in old)
        or any(_stood_above(other, one) for other in closed)
    ]
    return Ratchet(
        new=tuple(one for one in unknown if one not in aside),
        worse=tuple(one for one in waiting if _is_worse(one, known)),
        aside=tuple(aside),
        closed=closed,
    )


def tightened(baseline: Baseline, findings: Sequence[Finding], day: date) -> Baseline:
    """Drop what is closed and take over what got better; nothing new is let in."""
    gaps = [one for one in findings if one.family is Family.GAP]
    known = _known_by_now(baseline, gaps)
    now = record(gaps, day).gaps
    kept = ((known[one.fingerprint], one) for one in now if one.fingerprint in known)
    return Baseline(day=day, gaps=tuple(_better(before, after) for before, after in kept))


def lets_no_more_pass(before: bytes, after: bytes) -> bool:
    """Tell whether a baseline holds no gap that another did not let pass as it is."""
    try:
        olds, news = (read_baseline(data).gaps for data in (before, after))
    except BaselineError:
        return False
    known = {one.fingerprint: one for one in olds}
    return all(
        one.fingerprint in known and one == _better(known[one.fingerprint], one) for one in news
    )


def _known_by_now(baseline: Baseline, gaps: Sequence[Finding]) -> Mapping[str, KnownGap]:
    # A file that is renamed, or a word that is mended, makes another fingerprint of the same gap.
    known = {one.fingerprint: one for one in baseline.gaps}
    found = {one.fingerprint: known[one.fingerprint] for one in gaps if one.fingerprint in known}
    left = [one for one in baseline.gaps if one.fingerprint not in found]
    for gap in gaps:
        if gap.fingerprint not in found:
            same = next((one for one in left if _is_the_same(one, gap)), None)
            if same:
                left.remove(same)
                found[gap.fingerprint] = same
    return found


def _is_the_same(known: KnownGap, gap: Finding) -> bool:
    if known.code != gap.code:
        return False
    if known.gap == gap.message:
        return True
    before, after = _QUOTED.split(known.gap), _QUOTED.split(gap.message)
    # Only what is quoted may be worded otherwise; in other words two gaps are hardly ever the same.
    return (
        known.place == gap.span.path
        and before[::2] == after[::2]
        and all(likeness(*pair) >= _ALIKE for pair in zip(before[1::2], after[1::2], strict=True))
    )


def _stood_above(known: KnownGap, gap: Finding) -> bool:
    people, phases = set(known.personas) & set(gap.personas), set(known.phases) & set(gap.phases)
    if gap.code == Code.NO_NEXT_STEP and known.code in _LEAVING_NOTHING_TO_LEAD_TO:
        # What stands in a phase now is what content of the phases before it should lead to.
        return bool(people)
    return bool(people and phases) and _weight(known) >= gap.severity and known.code != gap.code


def write_baseline(baseline: Baseline) -> bytes:
    """Write a baseline as JSON, a gap in a few lines, so that a change reads well in a diff."""
    written = {
        "schema_version": VERSION,
        "day": baseline.day.isoformat(),
        "gaps": [
            {key: value for key, value in asdict(one).items() if value != ()}
            for one in baseline.gaps
        ],
    }
    return (json.dumps(written, ensure_ascii=False, indent=1) + "\n").encode()


def read_baseline(data: bytes) -> Baseline:
    """Read a baseline.

    Raises:
        BaselineError: when it is none, or of a version this program does not know.
    """
    try:
        written = json.loads(data)
        version = written["schema_version"]
        gaps = tuple(_read(one) for one in written["gaps"]) if version == VERSION else ()
        day = date.fromisoformat(written["day"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BaselineError(_UNMERGED if _MARK.search(data) else _NONE) from error
    if version != VERSION:
        raise BaselineError(_OTHER)
    return Baseline(day=day, gaps=gaps)


def _read(written: Mapping[str, Any]) -> KnownGap:
    lists = {key: tuple(dict(written).get(key, ())) for key in ("personas", "phases")}
    gap = KnownGap(**{**written, **lists})
    words = (value for key, value in asdict(gap).items() if key not in lists)
    if not all(isinstance(one, str) for one in chain(words, *lists.values())):
        raise TypeError(written)
    return gap


def _known(finding: Finding) -> KnownGap:
    return KnownGap(
        fingerprint=finding.fingerprint,
        code=finding.code,
        severity=finding.severity.word,
        state=_state(finding),
        gap=finding.message,
        place=finding.span.path,
        personas=finding.personas,
        phases=finding.phases,
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
