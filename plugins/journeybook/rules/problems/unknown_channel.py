"""Unknown channel.

A file names a channel that no file in `channels/` describes.

Without the channel the touchpoint or asset is missing from the channel matrix, and nobody sees
whether anything is offered there.

Correct the name, or describe the channel in a file of its own. The file's name, its title and its
`aliases` are all understood.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.references import unknown_reference
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.UNKNOWN_CHANNEL
FAMILY = Family.PROBLEM
SEVERITY = Severity.ERROR

MESSAGE = marked("unknown channel '{reference}'")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every reference to a channel that nobody described."""
    return (unknown_reference(one, settings, MESSAGE) for one in handbook.mistakes_of(CODE))
