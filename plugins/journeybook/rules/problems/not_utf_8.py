"""File that is not UTF-8.

A file is saved in an encoding other than UTF-8, or is no text at all.

Letters such as é and € would come out broken, so the file is left out.

Open the file in an editor and save it as UTF-8; most editors offer that under Save as.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.NOT_UTF_8
FAMILY = Family.PROBLEM
SEVERITY = Severity.ERROR

MESSAGE = marked("the byte {byte} is not UTF-8, so the file was left out")
HINT = marked("save the file as UTF-8")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every file that cannot be read as text."""
    return (settings.problem(one, MESSAGE, HINT) for one in handbook.mistakes_of(CODE))
