"""Missing title.

A file has neither a `title` nor a first `# heading`.

Pages then show a name made from the file's name, which readers do not always understand.

Write a `title` in the front matter, in the words your readers use.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.MISSING_TITLE
FAMILY = Family.PROBLEM
SEVERITY = Severity.WARNING

MESSAGE = marked("no title; the name '{title}' is made from the file's name")
HINT = marked("write a title, or a first # heading")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every file that nobody gave a name."""
    return (settings.problem(one, MESSAGE, HINT) for one in handbook.mistakes_of(CODE))
