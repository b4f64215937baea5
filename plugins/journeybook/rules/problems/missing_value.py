"""Missing value.

An entry in a list, or a group of keys, leaves out the one key it cannot do without, such as the
`text` of a question.

Without it there is nothing to show, so the entry is left out.

Write the key, or take the entry out.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.MISSING_VALUE
FAMILY = Family.PROBLEM
SEVERITY = Severity.ERROR

MESSAGE = marked("an entry of '{within}' has no '{key}'")
MESSAGE_ALONE = marked("'{key}' is missing")
HINT = marked("write it, or take the entry out")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every entry without the key it cannot do without."""
    for mistake in handbook.mistakes_of(CODE):
        message = MESSAGE if mistake.values["within"] else MESSAGE_ALONE
        yield settings.problem(mistake, message, HINT)
