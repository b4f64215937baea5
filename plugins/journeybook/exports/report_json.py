"""The findings of a handbook as JSON."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pydantic import TypeAdapter

from journeybook.counts.gap_counts import gap_counts
from journeybook.findings import Filling, Finding, Waiver

SCHEMA_VERSION = 1
"""That of all that is written as JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRecord:
    """A finding as other programs read it."""

    code: str
    family: str
    severity: str
    message: str
    hint: str
    path: str
    line: int
    column: int
    persona: str | None
    journey: str | None
    phase: str | None
    subject: str | None
    subject_kind: str | None
    owner: str | None
    fingerprint: str
    waived: Waiver | None
    being_filled: Filling | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """How many findings there are, by severity, family and code, and gaps by what is done."""

    total: int
    severity: dict[str, int]
    family: dict[str, int]
    code: dict[str, int]
    gaps: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All findings of a handbook as of a day."""

    schema_version: int
    today: date
    summary: Summary
    findings: tuple[FindingRecord, ...]


def record(finding: Finding) -> FindingRecord:
    """Write a finding as a record."""
    return FindingRecord(
        code=finding.code,
        family=finding.family.value,
        severity=finding.severity.word,
        message=finding.message,
        hint=finding.hint,
        path=finding.span.path,
        line=finding.span.line,
        column=finding.span.column,
        persona=finding.persona,
        journey=finding.journey,
        phase=finding.phase,
        subject=finding.subject_id,
        subject_kind=finding.subject.kind.value if finding.subject else None,
        owner=finding.owner,
        fingerprint=finding.fingerprint,
        waived=finding.waived,
        being_filled=finding.being_filled,
    )


def summarise(findings: tuple[Finding, ...]) -> Summary:
    """Count findings by severity, family and code; each count in a fixed order."""
    return Summary(
        total=len(findings),
        severity=_counts(one.severity.word for one in findings),
        family=_counts(one.family.value for one in findings),
        code=_counts(one.code for one in findings),
        gaps={what.value: number for what, number in gap_counts(findings).items()},
    )


def _counts(words: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(words).items()))


_REPORT = TypeAdapter(Report)


def report_json(findings: tuple[Finding, ...], today: date) -> bytes:
    """Write the findings as JSON."""
    report = Report(
        schema_version=SCHEMA_VERSION,
        today=today,
        summary=summarise(findings),
        findings=tuple(record(one) for one in findings),
    )
    return _REPORT.dump_json(report, indent=1) + b"\n"
