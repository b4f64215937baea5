"""Improvement of which nobody said what came out.

An action is done, and its lesson is missing, or nobody read its figure since.

The next one who tries the same starts from nothing, and whether it worked is a matter of opinion.

Write what was learned under `lesson`, and what the figure is now under `readings` or `actual`.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Action
from journeybook.rules.engine.about import gap_of_action
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.settings import Settings
from journeybook.schema.kpi import Kpi

CODE = Code.ACTION_WITHOUT_OUTCOME
SEVERITY = Severity.LOW
FIX = FixKind.PROCESS


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the actions that are done and leave nothing to learn from."""
    say = settings.wording.text
    for action in handbook.actions.values():
        if action.status != "done":
            continue
        unread = next((one for one in action.kpis if not _is_read(one, action)), None)
        if not action.lesson:
            message = say("Nobody wrote what was learned from “{action}”", action=action.title)
            hint = say("write it under 'lesson', whether it worked or not")
        elif unread:
            message = say(
                "“{action}” is done, and nobody read “{kpi}” since",
                action=action.title,
                kpi=unread.name,
            )
            hint = say("write what the figure is now, with the day, under 'readings'")
        else:
            continue
        yield gap_of_action(settings, CODE, action, message, hint)


def _is_read(kpi: Kpi, action: Action) -> bool:
    if action.done and kpi.readings:
        return kpi.readings[-1].date >= action.done
    return kpi.actual is not None
