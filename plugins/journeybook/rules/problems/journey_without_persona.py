"""Journey without a persona.

A journey does not say whose it is, or a folder with steps has no `index.md` that says it.

A journey is somebody's. Without a persona its steps count for nobody: not in a matrix and not in
a report.

Name the persona in the journey's `index.md`, under `persona`, or under `personas` where several
go through it together.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.JOURNEY_WITHOUT_PERSONA
FAMILY = Family.PROBLEM
SEVERITY = Severity.ERROR

MESSAGE = marked("journey '{journey}' does not say whose it is")
HINT = marked("name its persona in index.md: persona: …")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every journey that is nobody's."""
    return (settings.problem(one, MESSAGE, HINT) for one in handbook.mistakes_of(CODE))
