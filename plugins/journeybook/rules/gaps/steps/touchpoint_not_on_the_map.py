"""Touchpoint that customers name and no journey has.

In a survey several customers name a touchpoint that stands in no journey of today.

Where they meet somebody else than we think, nobody looks after them.

Add it to the step where it happens. Where it is there under another name, say so under
`touchpoints` of the survey.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.about import gap_of_research
from journeybook.rules.engine.settings import Settings

CODE = Code.TOUCHPOINT_NOT_ON_THE_MAP
SEVERITY = Severity.MEDIUM


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find what customers name beyond the map, survey by survey."""
    wording = settings.wording
    for research in handbook.research.values():
        named = research.survey.named if research.survey else ()
        if named:
            message = wording.text(
                "Customers name touchpoints in “{research}” that no journey has: {named}",
                research=research.title,
                named=wording.both(f"{one.label} ({wording.number(one.n)})" for one in named),
            )
            hint = wording.text("add them to the step where they happen")
            yield gap_of_research(settings, CODE, research, message, hint)
