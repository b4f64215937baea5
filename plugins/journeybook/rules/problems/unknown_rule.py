"""Unknown rule.

The file `rules.yml` sets a rule that does not exist.

The rule that was meant keeps the severity it comes with.

Correct the code. All codes stand in the manual, and behind every finding.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.references import DID_YOU_MEAN
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.UNKNOWN_RULE
FAMILY = Family.PROBLEM
SEVERITY = Severity.WARNING

MESSAGE = marked("unknown rule '{reference}'")
HINT = marked("the manual lists the codes of all rules")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every rule that does not exist."""
    for mistake in handbook.mistakes_of(CODE):
        yield settings.problem(
            mistake, MESSAGE, DID_YOU_MEAN if mistake.values["suggestion"] else HINT
        )
