"""Waiver without a reason.

A waiver does not say why the gap may stay.

In half a year nobody knows whether it still holds. A waiver without a reason does not count.

Write the `reason` in one sentence, and who decided it under `by`.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.WAIVER_WITHOUT_REASON
FAMILY = Family.PROBLEM
SEVERITY = Severity.WARNING

MESSAGE = marked("the waiver of '{waiver}' gives no reason")
HINT = marked("write why the gap may stay: reason: …")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every waiver that gives no reason."""
    return (settings.problem(one, MESSAGE, HINT) for one in handbook.mistakes_of(CODE))
