"""Quick win nobody took up.

An action would bring much for little work, or soon, and is still an idea.

It is the cheapest way to make something better, and it lies on a list.

Plan it with an owner and a day, or say by its impact, its term or its effort that it is not as easy
as it looked.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.about import gap_of_action
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.settings import Settings

CODE = Code.UNTAKEN_QUICK_WIN
SEVERITY = Severity.MEDIUM
FIX = FixKind.DECISION


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the quick wins that are still an idea."""
    say = settings.wording.text
    for action in handbook.actions.values():
        if action.is_quick_win and action.status in (None, "idea"):
            message = say("Nobody took up the quick win “{action}”", action=action.title)
            hint = say("plan it, with an owner and a day")
            yield gap_of_action(settings, CODE, action, message, hint)
