"""File too large to be prose.

A Markdown file is larger than one megabyte.

No text of a handbook is that long; most often a picture or an export was pasted in. It is left
out, since it would slow down every build.

Take out what is no text, or move the file out of the content folder.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.FILE_TOO_LARGE
FAMILY = Family.PROBLEM
SEVERITY = Severity.ERROR

MESSAGE = marked("the file is larger than 1 MB and was left out")
HINT = marked("take out what is no text")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every file that is left out for its size."""
    return (settings.problem(one, MESSAGE, HINT) for one in handbook.mistakes_of(CODE))
