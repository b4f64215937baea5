"""Personas that extend each other in a circle.

A persona extends another one, which in the end extends the first again.

Nobody can tell who inherits from whom, so none of them inherits anything.

Decide which persona is the general one, and take `extends` out of its file.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.CIRCULAR_EXTENDS
FAMILY = Family.PROBLEM
SEVERITY = Severity.ERROR

MESSAGE = marked("'{persona}' extends itself: {circle}")
HINT = marked("take 'extends' out of one of them")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every persona that inherits from itself."""
    return (settings.problem(one, MESSAGE, HINT) for one in handbook.mistakes_of(CODE))
