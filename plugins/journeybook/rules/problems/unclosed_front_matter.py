"""Front matter that does not end.

A file starts with `---`, but the second `---` that ends the front matter is missing.

Where the front matter ends is then anybody's guess, so none of it is read.

Write `---` on a line of its own where the front matter ends.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.UNCLOSED_FRONT_MATTER
FAMILY = Family.PROBLEM
SEVERITY = Severity.ERROR

MESSAGE = marked("the front matter is not closed")
HINT = marked("write --- on a line of its own where it ends")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every front matter that is never closed."""
    return (settings.problem(one, MESSAGE, HINT) for one in handbook.mistakes_of(CODE))
