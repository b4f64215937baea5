"""Figures, states and feelings: their words and signs."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from journeybook.codes import Severity
from journeybook.findings import Filling, Finding
from journeybook.handbook.fitting.coverage import AnswerState
from journeybook.handbook.journeys import Question, Touchpoint
from journeybook.handbook.vocabulary import Status
from journeybook.pages.parts.site import Site
from journeybook.rules.engine.lacks import lack_names
from journeybook.wording import marked

SIGNS: Mapping[str, str] = {
    "answered": "✓",
    "lacking": "!",
    "filling": "◐",
    "open": "○",
    "unasked": "?",
    "pain": "▼",
    "delight": "▲",
    "neutral": "–",
    "moment": "◆",
    "leave": "⇥",
}
"""The letters that stand for our shapes where none of them can be drawn."""

UNCOUNTED = Markup()
"""The attributes of what counts nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number with its words; `share` (0 to 1) draws a bar, `tone` is ok, wait or open.

    `attributes` say what it counts.
    """

    figure: str
    words: str
    share: float | None = None
    tone: str = ""
    explanation: str = ""
    href: str | None = None
    attributes: Markup = UNCOUNTED


STAGES = {"buyer": marked("Buyer journey"), "customer": marked("Customer journey")}
"""The two halves of a journey, in words."""
EFFORTS = {"small": marked("small"), "medium": marked("medium"), "large": marked("large")}
"""How much work something is, in words."""

DECISIONS = {
    "keep": marked("keep"),
    "update": marked("update"),
    "merge": marked("merge"),
    "remove": marked("remove"),
}
"""What a team decided about content, in words."""


def status_kind(status: Status) -> str:
    """Give the mark of a status: published is served, retired is quiet, the rest is on its way."""
    if status is Status.PUBLISHED:
        return "served"
    return "unused" if status is Status.RETIRED else "thin"


def yes_or_no(site: Site, *, value: bool | None) -> str:
    """Say yes or no; nothing where nobody said."""
    if value is None:
        return ""
    return site.wording.text("yes") if value else site.wording.text("no")


def feeling_kind(site: Site, emotion: int | None) -> tuple[str, str]:
    """Give the mark and the word of a feeling: pain, neutral or delight."""
    say = site.wording.text
    if emotion is None or emotion == 0:
        return "neutral", say("neutral") if emotion == 0 else say("not known how it feels")
    return ("pain", say("pain")) if emotion < 0 else ("delight", say("delight"))


def touchpoint_marks(site: Site, one: Touchpoint) -> str:
    """Say how much a touchpoint matters and how well it goes; nothing where nobody measured."""
    say = site.wording.text
    parts = [
        say("importance {mark} of 5", mark=one.importance) if one.importance else "",
        say("satisfaction {mark} of 5", mark=one.satisfaction) if one.satisfaction else "",
    ]
    return " · ".join(part for part in parts if part)


_ANSWERS = {
    AnswerState.ANSWERED: marked("answered"),
    AnswerState.LACKING: marked("answered with a lack"),
    AnswerState.FILLING: marked("being filled"),
    AnswerState.OPEN: marked("open"),
}
_SEVERITIES = {
    Severity.LOW: marked("low"),
    Severity.MEDIUM: marked("medium"),
    Severity.HIGH: marked("high"),
    Severity.WARNING: marked("warning"),
    Severity.ERROR: marked("error"),
}


def answer_word(site: Site, state: AnswerState) -> str:
    """Say whether a question is answered, answered with a lack, being filled or open."""
    return site.wording.text(_ANSWERS[state])


def answer_words(site: Site, question: Question) -> str:
    """Say how a question stands with the persona it serves worst, and what its answer lacks."""
    coverage = site.handbook.coverage
    word = answer_word(site, coverage.state_of(question))
    lacks = lack_names(coverage.lacks_of(question), site.wording)
    return f"{word}: {lacks}" if lacks else word


def severity_word(site: Site, severity: Severity) -> str:
    """Say how much a finding weighs."""
    return site.wording.text(_SEVERITIES.get(severity, severity.word))


def gap_state(site: Site, finding: Finding) -> tuple[str, str]:
    """Give the mark and the word of a gap: open, being filled or waived."""
    say = site.wording.text
    if finding.waived:
        return "waived", say("accepted for now")
    if finding.being_filled:
        return "filling", say("being filled")
    return "open", severity_word(site, finding.severity)


def filling_words(site: Site, filling: Filling) -> str:
    """Say how far content is that will close a gap, such as `draft · 1 March 2027`."""
    due = site.wording.day(filling.due) if filling.due else ""
    return " · ".join(part for part in (filling.status, due, filling.owner or "") if part)
