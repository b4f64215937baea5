"""Which gaps opened, closed, are being filled or were waived; and which problems came or went."""

from collections.abc import Iterable, Iterator
from enum import IntEnum

from journeybook.codes import Family, Severity
from journeybook.compare.change import Change, Place, Thing, Tone, What
from journeybook.compare.sides import About, Sides
from journeybook.findings import Finding, Ref
from journeybook.schema import Kind
from journeybook.wording import marked

Findings = tuple[Finding, ...]
_Key = tuple[str | int | Ref | None, ...]


class GapState(IntEnum):
    """How a gap stands, the best last."""

    OPEN = 0
    WAIVED = 1
    FILLING = 2
    CLOSED = 3


_WORDS = {
    GapState.OPEN: marked("open"),
    GapState.WAIVED: marked("waived"),
    GapState.FILLING: marked("being filled"),
    GapState.CLOSED: marked("no gap"),
}
_WEIGHTS = {Severity.LOW: 30, Severity.MEDIUM: 58, Severity.HIGH: 78}


def state_of(finding: Finding | None) -> GapState:
    """Tell how a gap stands; one that is not found is closed."""
    if finding is None:
        return GapState.CLOSED
    if finding.waived:
        return GapState.WAIVED
    return GapState.FILLING if finding.being_filled else GapState.OPEN


def finding_changes(before: Findings, after: Findings, sides: Sides) -> Iterator[Change]:
    """Compare all findings of two states of a handbook."""
    olds = {_then(one, sides): one for one in before}
    news = {_now(one): one for one in after}
    for key in dict.fromkeys((*news, *olds)):
        old, new = olds.get(key), news.get(key)
        known = new or old
        if known is None or state_of(old) is state_of(new):
            continue
        if known.family is Family.GAP:
            yield _gap(known, state_of(old), state_of(new), sides)
        elif old is None or new is None:
            yield _problem(known, came=new is not None)


def _then(finding: Finding, sides: Sides) -> _Key:
    one = sides.matches.one
    if finding.family is Family.PROBLEM:
        path = sides.matches.paths.get(finding.span.path, finding.span.path)
        return (finding.code, path, finding.subject or finding.message, finding.nth)
    return (
        finding.code,
        one(Kind.PERSONA, finding.persona),
        one(Kind.JOURNEY, finding.journey),
        one(Kind.PHASE, finding.phase),
        sides.matches.subject(finding.subject),
        finding.nth,
    )


def _now(finding: Finding) -> _Key:
    if finding.family is Family.PROBLEM:
        return (
            finding.code,
            finding.span.path,
            finding.subject or finding.message,
            finding.nth,
        )
    return (
        finding.code,
        finding.persona,
        finding.journey,
        finding.phase,
        finding.subject,
        finding.nth,
    )


def _gap(finding: Finding, old: GapState, new: GapState, sides: Sides) -> Change:
    say = sides.wording.text
    tone = Tone.BETTER if new > old else Tone.WORSE
    if GapState.WAIVED in (old, new):
        # A waiver changes what is counted, not what personas find.
        tone = Tone.NEUTRAL
    return Sides.change(
        _about(finding, Thing.GAP, _place(finding, sides)),
        What.CHANGED,
        _label(old, new),
        weight=_WEIGHTS.get(finding.severity, 80) - (0 if new is GapState.OPEN else 6),
        tone=tone,
        values=(say(_WORDS[old]), say(_WORDS[new])),
        aspect="state",
    )


def _label(old: GapState, new: GapState) -> str:
    match new:
        case GapState.CLOSED:
            return marked("Gap closed")
        case GapState.WAIVED:
            return marked("Gap waived")
        case GapState.FILLING:
            return marked("Gap being filled")
    if old is GapState.CLOSED:
        return marked("New gap")
    return (
        marked("Gap no longer waived")
        if old is GapState.WAIVED
        else marked("Gap no longer being filled")
    )


def _place(finding: Finding, sides: Sides) -> Place:
    if finding.journey:
        return Place(journey=finding.journey, phase=finding.phase)
    book = sides.after if finding.persona in sides.after.personas else sides.before
    journeys = book.journeys_of(finding.persona or "")
    return Place(journey=journeys[0].id if len(journeys) == 1 else None, phase=finding.phase)


def _problem(finding: Finding, *, came: bool) -> Change:
    about = _about(finding, Thing.PROBLEM, Place())
    what, label = (
        (What.ADDED, marked("New problem")) if came else (What.REMOVED, marked("Problem solved"))
    )
    tone = Tone.WORSE if came else Tone.BETTER
    values = ("", about.text) if came else (about.text, "")
    weight = 70 if finding.severity is Severity.ERROR else 25
    return Sides.change(about, what, label, weight=weight, tone=tone, values=values)


def _about(finding: Finding, thing: Thing, place: Place) -> About:
    people: Iterable[str] = finding.personas or filter(None, [finding.persona])
    return About(
        thing=thing,
        text=" ".join(finding.message.split()),
        subject=finding.fingerprint,
        span=finding.span,
        place=place,
        personas=tuple(people),
    )
