"""The order of the gaps in words: each gap's score, and how scores are made."""

from journeybook.findings import Severity
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
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.states import severity_word
from journeybook.wording import Wording

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
