"""Waivers: findings the team has decided to live with, for a reason and until a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from journeybook.codes import Code
from journeybook.findings import Finding, Mistake, Waiver
from journeybook.handbook.ids import is_named
from journeybook.sources.likeness import close_to
from journeybook.sources.settings.configuration import WrittenWaiver


@dataclass(frozen=True, slots=True, kw_only=True)
class Waived:
    """All findings, those that are waived marked so, and what is wrong with the waivers."""

    findings: tuple[Finding, ...]
    mistakes: tuple[Mistake, ...]


def apply_waivers(
    findings: Iterable[Finding], waivers: Sequence[WrittenWaiver], today: date
) -> Waived:
    """Mark what is waived; a waiver without a reason, or past its last day, does not count."""
    mistakes = [mistake for waiver in waivers for mistake in _wrong(waiver, today)]
    wrong = {mistake.span for mistake in mistakes}
    good = [waiver for waiver in waivers if waiver.span not in wrong]
    used: set[int] = set()
    marked = tuple(_marked(finding, good, used) for finding in findings)
    unused = (waiver for at, waiver in enumerate(good) if at not in used)
    mistakes.extend(
        Mistake(code=Code.UNUSED_WAIVER, span=waiver.span, values=_unused(waiver))
        for waiver in unused
    )
    return Waived(findings=marked, mistakes=tuple(mistakes))


def _unused(waiver: WrittenWaiver) -> dict[str, str]:
    code = waiver.entry.code or ""
    meant = "" if code in tuple(Code) else close_to(code, tuple(Code))
    return {"waiver": _shown(waiver), "suggestion": meant}


def _wrong(waiver: WrittenWaiver, today: date) -> Iterable[Mistake]:
    entry = waiver.entry
    if not entry.reason:
        values = {"waiver": _shown(waiver)}
        yield Mistake(code=Code.WAIVER_WITHOUT_REASON, span=waiver.span, values=values)
    elif entry.until and entry.until < today:
        values = {"waiver": _shown(waiver), "until": entry.until.isoformat()}
        yield Mistake(code=Code.EXPIRED_WAIVER, span=waiver.span, values=values)


def _marked(finding: Finding, waivers: Sequence[WrittenWaiver], used: set[int]) -> Finding:
    for at, waiver in enumerate(waivers):
        if _matches(waiver, finding):
            used.add(at)
            entry = waiver.entry
            reason = Waiver(
                reason=entry.reason or "", by=entry.by or "", until=entry.until, span=waiver.span
            )
            return replace(finding, waived=reason)
    return finding


def _matches(waiver: WrittenWaiver, finding: Finding) -> bool:
    entry = waiver.entry
    if entry.fingerprint:
        return entry.fingerprint == finding.fingerprint
    if entry.code != finding.code:
        return False
    places = (
        (entry.persona, finding.persona),
        (entry.journey, finding.journey),
        (entry.phase, finding.phase),
        (entry.subject, finding.subject_id),
    )
    return all(_same(wanted, actual) for wanted, actual in places)


def _same(wanted: str | None, actual: str | None) -> bool:
    # A subject may be written by its last part, the way other references may.
    return wanted is None or (actual is not None and is_named(actual, wanted))


def _shown(waiver: WrittenWaiver) -> str:
    entry = waiver.entry
    return entry.fingerprint or entry.code or "?"
