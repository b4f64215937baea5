"""States in words: of gaps, of answers, and of content on its way."""

from journeybook.findings import Filling, Finding, Severity
from journeybook.handbook.index.coverage import AnswerState
from journeybook.handbook.journeys import Question
from journeybook.pages.parts.site import Site
from journeybook.rules.engine.lacks import lack_names
from journeybook.wording import marked

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


def answer_words(site: Site, question: Question, persona: str | None = None) -> str:
    """Say how a question stands with a persona, or with the one it serves worst, and what lacks."""
    coverage = site.handbook.coverage
    word = answer_word(site, coverage.state_of(question, persona))
    lacks = lack_names(coverage.lacks_of(question, persona), site.wording)
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
