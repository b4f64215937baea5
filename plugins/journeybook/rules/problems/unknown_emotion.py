"""Unknown word for a feeling.

A step names a feeling that is not in the vocabulary, without a score.

Without a score the feeling is missing from the emotion curve.

Write a `score` from -2 to 2 beside the word, or add the word to `vocabulary` in
`site_config/journeybook.yml`.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.references import DID_YOU_MEAN
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.UNKNOWN_EMOTION
FAMILY = Family.PROBLEM
SEVERITY = Severity.WARNING

MESSAGE = marked("unknown feeling '{reference}'")
HINT = marked("write a score from -2 to 2 beside it, or add the word to the vocabulary")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every feeling without a known score."""
    for mistake in handbook.mistakes_of(CODE):
        yield settings.problem(
            mistake, MESSAGE, DID_YOU_MEAN if mistake.values["suggestion"] else HINT
        )
