"""Step without a phase.

A step does not name its phase, and its file name is not that of one.

Without a phase the step has no place on the map and in no report.

Name the phase in the step's front matter, or give the file the name of the phase.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.references import unknown_reference
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.STEP_WITHOUT_PHASE
FAMILY = Family.PROBLEM
SEVERITY = Severity.ERROR

MESSAGE = marked("step '{step}' names no phase, and no phase has its name")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every step whose phase is unknown."""
    return (unknown_reference(one, settings, MESSAGE) for one in handbook.mistakes_of(CODE))
