"""Improvement without effect.

An action is done, and the figure it should move is not where it should be. It then no longer counts
as help for what it names.

The work is paid for and the pain is still there; whoever looks at the list thinks it is gone.

Find out why, write it under `lesson`, and start what may work better. Where a lower figure is
better, say `better: lower` in the `kpi`; bring `actual` up to date where it has moved since.
"""

from collections.abc import Iterator
from itertools import islice

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.about import gap_of_action
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.settings import Settings

CODE = Code.ACTION_WITHOUT_EFFECT
SEVERITY = Severity.MEDIUM
FIX = FixKind.PROCESS


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the actions that are done and miss their target."""
    say, number = settings.wording.text, settings.wording.number
    for action in handbook.actions.values():
        missed = (kpi for kpi in action.kpis if action.misses_target and kpi.misses)
        for kpi in islice(missed, 1):
            message = say(
                "“{action}” is done, and “{kpi}” is {actual} where it should be {target}",
                action=action.title,
                kpi=kpi.name,
                actual=number(kpi.actual or 0),
                target=number(kpi.target or 0),
            )
            hint = say("find out why, and try something else")
            yield gap_of_action(settings, CODE, action, message, hint)
