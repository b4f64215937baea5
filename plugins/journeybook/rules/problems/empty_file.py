"""Empty file.

A file holds nothing.

It takes part in nothing, and others may believe that it says something.

Write it, starting with a title, or delete it.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.EMPTY_FILE
FAMILY = Family.PROBLEM
SEVERITY = Severity.WARNING

MESSAGE = marked("the file is empty")
HINT = marked("write something in it, or delete the file")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every file without content."""
    return (settings.problem(one, MESSAGE, HINT) for one in handbook.mistakes_of(CODE))
