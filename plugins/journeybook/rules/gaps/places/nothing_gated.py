"""Nothing gated.

A phase expects content for which people leave their address, and a persona finds only open
content there.

People who compare gladly give an address for something of real use. Without it nobody knows who
they are.

Put a form in front of one piece that is worth it, such as a white paper with figures. If the
phase can do without, set `gated: allowed` under its `expects`.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.about import gap_of_stretch
from journeybook.rules.engine.rule import ClosedBy
from journeybook.rules.engine.scope import stretches
from journeybook.rules.engine.settings import Settings, filling
from journeybook.wording import marked

CODE = Code.NOTHING_GATED
SEVERITY = Severity.LOW
CLOSED_BY = ClosedBy.WRITING


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the phases that expect gated content where a persona finds none."""
    say = settings.wording.text
    for stretch in stretches(handbook):
        expected = stretch.expects.gated == "expected"
        if expected and stretch.tells("gated") and not any(one.gated for one in stretch.published):
            yield gap_of_stretch(
                settings,
                CODE,
                stretch,
                marked(
                    "{persona} can read everything in the phase {phase} without leaving an address"
                ),
                say("put a form in front of the piece that is worth it most"),
                being_filled=filling(tuple(one for one in stretch.coming if one.gated)),
            )
