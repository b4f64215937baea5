"""Figure that should have been read again.

A figure of a journey, a step or an action says how often it is read, and the last reading is older,
or there is none.

An old figure is believed as if it were of today, and decisions rest on it.

Read it, and add the day and the value under `readings`.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding, only
from journeybook.handbook.book import Handbook
from journeybook.handbook.index.figures import Figure, all_figures
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.scope import Place
from journeybook.rules.engine.settings import Settings

CODE = Code.OVERDUE_READING
SEVERITY = Severity.LOW
FIX = FixKind.PROCESS


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the figures that were not read in time."""
    for figure in all_figures(handbook):
        due = figure.kpi.next_reading
        never = figure.kpi.every is not None and not figure.kpi.readings
        if never or (due and due < handbook.today):
            yield _finding(figure, settings)


def _finding(figure: Figure, settings: Settings) -> Finding:
    say, due = settings.wording.text, figure.kpi.next_reading
    message = (
        say(
            "“{kpi}” should have been read again by {day}",
            kpi=figure.kpi.name,
            day=settings.wording.day(due),
        )
        if due
        else say("“{kpi}” was never read", kpi=figure.kpi.name)
    )
    return settings.gap(
        CODE,
        message,
        say("read it, and add the day and the value under 'readings'"),
        figure.place.span,
        place=Place(personas=figure.personas, journeys=figure.journeys, phases=figure.phases),
        journey=only(figure.journeys),
        phase=only(figure.phases),
        subject=figure.ref,
        owner=figure.owner,
    )
