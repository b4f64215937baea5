"""Research that nothing rests on.

A round of research shows no statement of any persona or journey, and contradicts none.

Somebody took the trouble to ask, and what customers said changes nothing on the map.

Name it under `evidence` of the statements that it shows, or name these under its own `supports` and
`contradicts`.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.about import gap_of_research
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.settings import Settings

CODE = Code.UNUSED_RESEARCH
SEVERITY = Severity.LOW
FIX = FixKind.PROCESS


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the rounds that show and contradict nothing."""
    used = {name for one in handbook.said.values() for name in one.evidence}
    used.update(
        name for _, step in handbook.all_steps for one in step.none for name in one.evidence
    )
    for research in handbook.research.values():
        says = research.supports or research.contradicts
        if research.id not in used and not says and research.is_held(handbook.today):
            say = settings.wording.text
            message = say("Nothing rests on “{research}”", research=research.title)
            hint = say("name the statements that it shows or contradicts")
            yield gap_of_research(settings, CODE, research, message, hint)
