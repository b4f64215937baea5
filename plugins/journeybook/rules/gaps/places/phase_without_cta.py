"""Phase without a call to action.

A phase asks for a call to action, and none of the content a persona finds there has one.

People who are ready to go on are not told how, and wait.

Write under `cta` of at least one of these assets what the reader can do next. If the phase can do
without, set `cta: optional` under its `expects`.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.about import gap_of_stretch
from journeybook.rules.engine.rule import ClosedBy, FixKind
from journeybook.rules.engine.scope import Stretch, stretches
from journeybook.rules.engine.settings import Settings, filling
from journeybook.wording import marked

CODE = Code.PHASE_WITHOUT_CTA
SEVERITY = Severity.HIGH
FIX = FixKind.UPDATE
CLOSED_BY = ClosedBy.WRITING


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the phases that ask for a call to action where a persona finds none."""
    say = settings.wording.text
    for stretch in stretches(handbook):
        if lacks_cta(stretch):
            yield gap_of_stretch(
                settings,
                CODE,
                stretch,
                marked("Nothing that {persona} finds in the phase {phase} has a call to action"),
                say("tell in “{asset}” what to do next", asset=stretch.published[0].title),
                being_filled=filling(tuple(one for one in stretch.coming if one.cta)),
            )


def lacks_cta(stretch: Stretch) -> bool:
    """Tell whether a phase asks for a call to action and no content of the persona has one."""
    asked = stretch.expects.cta == "required" and stretch.tells("cta")
    return asked and not any(one.cta for one in stretch.published)
