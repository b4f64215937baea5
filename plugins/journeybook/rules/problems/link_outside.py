"""Link that leaves the handbook.

A file in the content folder is a symbolic link to a place outside of it.

What it points to may differ on every machine, and may hold what nobody wants to publish. It is
not followed.

Put a copy of the file in the content folder in place of the link.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.LINK_OUTSIDE
FAMILY = Family.PROBLEM
SEVERITY = Severity.ERROR

MESSAGE = marked("the file is a link to a place outside the content folder")
HINT = marked("put the file itself here")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every link that leads out of the content folder."""
    return (settings.problem(one, MESSAGE, HINT) for one in handbook.mistakes_of(CODE))
