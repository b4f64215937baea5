"""One id for two things.

Two files of the same kind, or two statements in one file, have the same id.

References cannot tell them apart. The first one keeps the id; a second file is left out of the
handbook.

Rename one of the files, or give one of the statements an `id` of its own.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.DUPLICATE_ID
FAMILY = Family.PROBLEM
SEVERITY = Severity.ERROR

MESSAGE = marked("the id '{id}' is taken already, in {first}")
HINT = marked("rename one of the two, or give it an id of its own")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every id that is taken already."""
    return (settings.problem(one, MESSAGE, HINT) for one in handbook.mistakes_of(CODE))
