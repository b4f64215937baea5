"""Only planned content.

A persona goes through a phase of its journey for which content is planned, being written or under
review, but none is published yet.

Until the first piece comes out the persona hears only from others here.

Finish the piece that is furthest, before any other is started.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.about import gap_of_stretch
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.scope import stretches
from journeybook.rules.engine.settings import Settings, filling
from journeybook.wording import marked

CODE = Code.ONLY_PLANNED_CONTENT
SEVERITY = Severity.MEDIUM
FIX = FixKind.CONTENT


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the phases in which everything for a persona is still on its way."""
    say = settings.wording.text
    for stretch in stretches(handbook):
        if stretch.coming and not stretch.published:
            yield gap_of_stretch(
                settings,
                CODE,
                stretch,
                marked("All that {persona} will find in the phase {phase} is still on its way"),
                say("finish “{asset}” first", asset=stretch.coming[0].title),
                being_filled=filling(stretch.coming),
            )
