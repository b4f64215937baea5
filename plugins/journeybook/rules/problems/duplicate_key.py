"""Key written twice.

The same key stands twice in one list of keys.

Only the first one counts, so what stands under the second is lost without anybody noticing.

Put both values under one key, as a list where there are several, and take the other key out.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.DUPLICATE_KEY
FAMILY = Family.PROBLEM
SEVERITY = Severity.ERROR

MESSAGE = marked("the key '{key}' is already written on line {line}")
HINT = marked("keep one of them; a list holds several values")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every key that is written twice."""
    return (settings.problem(one, MESSAGE, HINT) for one in handbook.mistakes_of(CODE))
