"""Value that is not one of the choices.

A key that takes one of a few words holds another one.

Nobody can tell what is meant, so the value is left out.

Write one of the words that the message names.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.references import way_out
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.UNKNOWN_VALUE
FAMILY = Family.PROBLEM
SEVERITY = Severity.ERROR

MESSAGE = marked("'{key}' cannot be '{value}'")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every value that is not one of its key's choices."""
    return (settings.problem(one, MESSAGE, way_out(one)) for one in handbook.mistakes_of(CODE))
