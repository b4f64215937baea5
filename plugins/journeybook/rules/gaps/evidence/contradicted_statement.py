"""Contradicted statement still shown as fact.

Research contradicts a statement, or the importance or feeling of a touchpoint, and the handbook
still says it.

Who reads the map takes it for true and acts on what customers said is not so.

Say what the research shows, or take the statement out; then name the research under its `evidence`.
Where the research is wrong or meant somebody else, take the statement out of its `contradicts`.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.handbook.journeys import Emotion, Touchpoint
from journeybook.handbook.statements import Statement
from journeybook.handbook.strength import Support
from journeybook.rules.engine.about import all_said, gap_of_said
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.CONTRADICTED_STATEMENT
SEVERITY = Severity.HIGH
SHORT = marked("research says otherwise")

_IS = marked("Research says otherwise than “{statement}”: {research}")
_FEELS = marked("Research says that it feels otherwise than said at “{statement}”: {research}")
_MATTERS = marked("Research says that it matters otherwise than said at “{statement}”: {research}")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find what research contradicts."""
    say, both = settings.wording.text, settings.wording.both
    for said in all_said(handbook):
        for message, support in _contradicted(said.statement):
            # Where the figures of a survey say otherwise, another rule tells which they are.
            rounds = [
                one.title
                for one in (handbook.research[name] for name in support.contradicted_by)
                if not one.measures(said.statement.id)
            ]
            if not rounds:
                continue
            told = say(message, research=both(rounds), statement=said.text)
            yield gap_of_said(settings, CODE, said, told, say("say what was found, or take it out"))


def _contradicted(one: Statement | Emotion) -> Iterator[tuple[str, Support]]:
    if one.support.is_contradicted:
        is_felt = isinstance(one, Emotion)
        yield _FEELS if is_felt else _IS, one.support
    elif isinstance(one, Touchpoint):
        if one.importance is not None and one.importance_support.is_contradicted:
            yield _MATTERS, one.importance_support
        if one.emotion is not None and one.emotion_support.is_contradicted:
            yield _FEELS, one.emotion_support
