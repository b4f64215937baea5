"""Unknown type of content.

An asset, or what a phase expects, names a type of content that is not in the vocabulary.

Content without a known type counts for no expectation of a phase, and never becomes stale.

Correct the word, or add the type to `vocabulary` in `site_config/journeybook.yml`, with its other
names under `aliases`.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.references import unknown_reference
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.UNKNOWN_ASSET_TYPE
FAMILY = Family.PROBLEM
SEVERITY = Severity.WARNING

MESSAGE = marked("unknown type of content '{reference}'")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every reference to an asset type that nobody described."""
    return (unknown_reference(one, settings, MESSAGE) for one in handbook.mistakes_of(CODE))
