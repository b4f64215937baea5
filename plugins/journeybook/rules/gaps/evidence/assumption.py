"""Assumption.

A statement about customers, a feeling included, that no research shows.

Assumptions are fine to start with. Decisions that rest on them may turn out wrong, so they should
be known and tested, the most important ones first.

Ask customers, describe the research in `research/`, and name it under `evidence` of the
statement. A statement that a persona inherits is reported once, where it is written.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.handbook.journeys import Emotion
from journeybook.rules.engine.about import all_said, gap_of_said
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.ASSUMPTION
SEVERITY = Severity.LOW
FIX = FixKind.PROCESS
BUTTON = marked("Add evidence")
IS_MARK = True


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the statements and feelings that no research shows."""
    say = settings.wording.text
    for said in all_said(handbook):
        if said.statement.support.is_assumption:
            is_felt = isinstance(said.statement, Emotion)
            message = (
                say("Nothing shows yet that it feels “{feeling}” here", feeling=said.text)
                if is_felt
                else say("Nothing shows yet that this is so: “{statement}”", statement=said.text)
            )
            hint = say("test it, and name the research that shows it")
            yield gap_of_said(settings, CODE, said, message, hint)
