"""What reports say around a gap: what is expected, what is at stake, and why it comes here."""

from journeybook.codes import Severity
from journeybook.gaps.ledger import Entry
from journeybook.gaps.ranking import (
    BUYER_STAGE_POINTS,
    MOMENT_OF_TRUTH_POINTS,
    MOST_OTHER_PERSONAS,
    POINTS_PER_IMPORTANCE,
    POINTS_PER_OTHER_PERSONA,
    SEVERITY_POINTS,
    Factor,
    Reason,
)
from journeybook.handbook.entities import Expects
from journeybook.handbook.journeys import DropOff
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.states import severity_word
from journeybook.wording import Wording


def expectation_words(expects: Expects, site: Site) -> tuple[str, ...]:
    """Say what a phase expects for a persona, one phrase for each demand."""
    wording = site.wording
    found = [
        wording.count("{n} asset", "{n} assets", expects.assets) if expects.assets else "",
        wording.count("{n} format", "{n} formats", expects.formats) if expects.formats else "",
        *(site.handbook.vocabulary.type_label(one) for one in expects.types),
        _cta_expected(expects, site),
        _gating_expected(expects, site),
    ]
    return tuple(phrase for phrase in found if phrase)


def _cta_expected(expects: Expects, site: Site) -> str:
    say = site.wording.text
    return {
        "required": say("a call to action on everything"),
        "optional": say("a call to action where it fits"),
    }.get(expects.cta or "", "")


def _gating_expected(expects: Expects, site: Site) -> str:
    say = site.wording.text
    return {
        "expected": say("something worth leaving an address for"),
        "discouraged": say("nothing behind a form"),
    }.get(expects.gated or "", "")


def stake_words(entry: Entry, site: Site) -> str:
    """Say where personas leave or are let down around the gap; nothing where nobody wrote it."""
    say = site.wording.text
    sentences = []
    if drop_off := _drop_off(entry, site.handbook.coverage.helped):
        sentences.append(say("Here they drop off: “{drop_off}”.", drop_off=drop_off.text))
    if poor := entry.bearing.met.poorest:
        sentences.append(
            say(
                "“{touchpoint}” satisfies them {mark} of 5.",
                touchpoint=poor.text,
                mark=poor.satisfaction,
            )
        )
    return " ".join(sentences)


def _drop_off(entry: Entry, helped: frozenset[str]) -> DropOff | None:
    """The first that nobody counters, else the first."""
    bearing, first = entry.bearing, None
    personas = set(bearing.personas)
    for one in (one for step in bearing.steps for one in step.drop_offs):
        if one != bearing.statement and not personas.isdisjoint(one.personas):
            if one.id not in helped:
                return one
            first = first or one
    return first


_SHOWN = (Severity.HIGH, Severity.MEDIUM, Severity.LOW)


def score_words(entry: Entry, site: Site) -> str:
    """Say the score of a gap, such as `95 points`."""
    return site.wording.count("{n} point", "{n} points", entry.rank.score)


def reason_words(entry: Entry, site: Site) -> tuple[str, ...]:
    """Say what the score is made of, part by part."""
    parts = []
    for reason in entry.rank.reasons:
        words = _words(reason, entry, site)
        parts.append(site.wording.text("{reason}: {points}", reason=words, points=reason.points))
    return tuple(parts)


def how_ranked(site: Site) -> tuple[str, ...]:
    """Explain the points, one sentence for each factor."""
    say, number = site.wording.text, site.wording.number
    severities = site.wording.both(
        say("{severity} {points}", severity=severity_word(site, one), points=SEVERITY_POINTS[one])
        for one in _SHOWN
    )
    return (
        say("Severity, as the team sets it: {severities} points.", severities=severities),
        say(
            "A moment of truth, where a deal or a customer is won or lost: {points} points.",
            points=number(MOMENT_OF_TRUTH_POINTS),
        ),
        say(
            "Importance to the customer, 1 to 5, the highest of the step: {points} points for "
            "each.",
            points=number(POINTS_PER_IMPORTANCE),
        ),
        say(
            "Every other persona with the same gap: {points} points, for at most {most} of them.",
            points=number(POINTS_PER_OTHER_PERSONA),
            most=number(MOST_OTHER_PERSONAS),
        ),
        say(
            "Before the purchase, when the customer can still choose another: {points} points.",
            points=number(BUYER_STAGE_POINTS),
        ),
        say("At the same score, the earlier phase comes first."),
    )


def _words(reason: Reason, entry: Entry, site: Site) -> str:
    wording: Wording = site.wording
    match reason.factor:
        case Factor.SEVERITY:
            word = severity_word(site, entry.finding.severity)
            return wording.text("severity {severity}", severity=word)
        case Factor.MOMENT_OF_TRUTH:
            return wording.text("moment of truth")
        case Factor.IMPORTANCE:
            return wording.text("importance {mark} of 5", mark=reason.amount)
        case Factor.SHARED:
            return wording.count("shared by {n} persona", "shared by {n} personas", reason.amount)
        case _:
            return wording.text("before the purchase")
