"""Touchpoint that customers do not know.

In a survey fewer customers know a touchpoint than should. How many that are stands in
`journeybook.yml`, under `research`.

What is on the map and not in customers' lives costs work that nobody meets.

Ask what they do in its place, and take it out, rename it in their words, or make it easier to find.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.handbook.surveys.results import Measure
from journeybook.rules.engine.about import Said, gap_of_statement
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.UNRECOGNISED_TOUCHPOINT
SEVERITY = Severity.MEDIUM
SHORT = marked("few customers know it")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the touchpoints that too few of those asked know, by the newest survey that asked."""
    wording = settings.wording
    for journey, step, one in handbook.touchpoints:
        surveyed = handbook.surveyed.get(one.id, ())
        asked = (each for _, each in surveyed if Measure.RECOGNISED in each)
        figures = next(asked, None)
        if figures and not handbook.standards.are_known(figures):
            known = figures[Measure.RECOGNISED]
            message = wording.count(
                "{share} of {n} customer know “{touchpoint}”",
                "{share} of {n} customers know “{touchpoint}”",
                known.n,
                share=wording.percent(known.mean),
                touchpoint=one.text,
            )
            hint = wording.text("ask what they do in its place")
            said = Said(journey=journey, step=step, statement=one)
            yield gap_of_statement(settings, CODE, said, message, hint)
