"""Evidence that grew old.

A round of research is past the shelf life of its method, and statements rest on it that would be
weaker without it.

Customers and markets change. What was true then is still shown as known, and decisions rest on it.

Repeat the round, and name the new one under `evidence` or its own `supports`. How long research of
each method holds is set under `research` in `site_config/journeybook.yml`.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.handbook.strength import Shortcoming
from journeybook.rules.engine.about import all_said, gap_of_research
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.settings import Settings

CODE = Code.OLD_EVIDENCE
SEVERITY = Severity.MEDIUM
FIX = FixKind.PROCESS


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the rounds that are too old for what rests on them."""
    resting: dict[str, int] = {}
    for one in (said.statement for said in all_said(handbook)):
        if Shortcoming.OLD in one.support.lacks and not one.support.is_contradicted:
            for name in one.evidence:
                resting[name] = resting.get(name, 0) + 1
    for research in handbook.research.values():
        until = handbook.standards.good_until(research)
        if until and until < handbook.today and research.id in resting:
            message = settings.wording.count(
                "“{research}” held until {day}, and {n} statement rests on it",
                "“{research}” held until {day}, and {n} statements rest on it",
                resting[research.id],
                research=research.title,
                day=settings.wording.day(until),
            )
            hint = settings.wording.text("repeat it, and name the new round")
            yield gap_of_research(settings, CODE, research, message, hint)
