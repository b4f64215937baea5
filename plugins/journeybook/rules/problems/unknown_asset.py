"""Unknown asset.

A file names a piece of content that no file in `assets/` describes.

The map would promise content that nobody can find, so the reference is left out.

Correct the name, or describe the asset in a file of its own. The file's name, its title and its
`aliases` are all understood.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.references import unknown_reference
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.UNKNOWN_ASSET
FAMILY = Family.PROBLEM
SEVERITY = Severity.ERROR

MESSAGE = marked("unknown asset '{reference}'")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every reference to an asset that nobody described."""
    return (unknown_reference(one, settings, MESSAGE) for one in handbook.mistakes_of(CODE))
