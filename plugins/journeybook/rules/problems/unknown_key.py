"""Unknown key.

A key is written that this kind of file does not know.

What stands under it is shown nowhere and counts for nothing.

Correct the key, or take it out. The manual lists the keys of every kind; free words go under
`tags`.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.references import DID_YOU_MEAN, KNOWN
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.UNKNOWN_KEY
FAMILY = Family.PROBLEM
SEVERITY = Severity.WARNING

MESSAGE = marked("unknown key '{key}'")
NO_KEYS = marked("nothing can be set here but the severity and where it differs")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every key that its kind of file does not know."""
    for mistake in handbook.mistakes_of(CODE):
        hint = KNOWN if mistake.values["known"] else NO_KEYS
        yield settings.problem(
            mistake, MESSAGE, DID_YOU_MEAN if mistake.values["suggestion"] else hint
        )
