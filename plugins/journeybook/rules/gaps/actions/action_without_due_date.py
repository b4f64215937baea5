"""Improvement without a date.

An action is planned or under way and names no day on which it should be done.

What is due on no day is never late, and waits until somebody asks.

Agree on a day and write it under `due`.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.about import gap_of_action
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.settings import Settings

CODE = Code.ACTION_WITHOUT_DUE_DATE
SEVERITY = Severity.LOW
FIX = FixKind.DECISION


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the actions that are due on no day."""
    say = settings.wording.text
    for action in handbook.actions.values():
        if action.waits and not action.due:
            message = say("“{action}” is due on no day", action=action.title)
            hint = say("agree on a day and write it under 'due'")
            yield gap_of_action(settings, CODE, action, message, hint)
