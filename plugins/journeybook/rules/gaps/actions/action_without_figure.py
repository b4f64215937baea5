"""Improvement without a figure.

An action is planned, under way or done, and no figure tells whether it works.

Without a figure nobody can say afterwards whether the money was well spent.

Name the figure that should move under `kpi`; the name of one of the journey is enough.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.about import gap_of_action
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.settings import Settings

CODE = Code.ACTION_WITHOUT_FIGURE
SEVERITY = Severity.LOW
FIX = FixKind.DECISION


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the actions that move no figure."""
    say = settings.wording.text
    for action in handbook.actions.values():
        if action.is_live and not action.kpis:
            message = say("No figure tells whether “{action}” works", action=action.title)
            hint = say("name under 'kpi' what should move")
            yield gap_of_action(settings, CODE, action, message, hint)
