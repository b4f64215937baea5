"""Overdue improvement.

An action that is planned or under way, although the day it should have been done has passed. Until
it is done, it no longer counts as help for what it names.

The pain it was meant to take away is still there, and everybody thinks somebody is on it.

Finish it and say so under `status`, agree on a new day under `due`, or drop it.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.about import gap_of_action
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.settings import Settings

CODE = Code.OVERDUE_ACTION
SEVERITY = Severity.MEDIUM
FIX = FixKind.PROCESS


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the actions that should have been done."""
    say, day = settings.wording.text, settings.wording.day
    for action in handbook.actions.values():
        if action.due and action.is_overdue(handbook.today):
            message = say(
                "“{action}” should have been done by {day}",
                action=action.title,
                day=day(action.due),
            )
            hint = say("finish it, agree on a new day, or drop it")
            yield gap_of_action(settings, CODE, action, message, hint)
