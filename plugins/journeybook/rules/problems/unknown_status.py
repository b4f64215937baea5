"""Unknown status.

An asset has a status that is not in the vocabulary.

It then counts as an idea, or as published when it has a publication date, which may be wrong.

Write one of idea, planned, draft, review, published and retired, or add your own word to
`vocabulary` in `site_config/journeybook.yml`.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.references import unknown_reference
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.UNKNOWN_STATUS
FAMILY = Family.PROBLEM
SEVERITY = Severity.WARNING

MESSAGE = marked("unknown status '{reference}'")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every status that is in no vocabulary."""
    return (unknown_reference(one, settings, MESSAGE) for one in handbook.mistakes_of(CODE))
