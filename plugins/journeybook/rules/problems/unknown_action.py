"""Unknown action.

A file names an action that no file in `actions/` describes.

What seems to be dealt with is then not: nobody knows who does what, and by when.

Correct the name, or describe the action in a file of its own. The file's name, its title and its
`aliases` are all understood.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.references import unknown_reference
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.UNKNOWN_ACTION
FAMILY = Family.PROBLEM
SEVERITY = Severity.ERROR

MESSAGE = marked("unknown action '{reference}'")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every reference to an action that nobody described."""
    return (unknown_reference(one, settings, MESSAGE) for one in handbook.mistakes_of(CODE))
