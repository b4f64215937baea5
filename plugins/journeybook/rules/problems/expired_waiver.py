"""Expired waiver.

A waiver counts until a day that has passed.

The gap it covers is open again and counts like any other. Waivers end so that decisions are taken
anew.

Close the gap and delete the waiver, or decide again and write a later `until`.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.EXPIRED_WAIVER
FAMILY = Family.PROBLEM
SEVERITY = Severity.WARNING

MESSAGE = marked("the waiver of '{waiver}' ended on {until}")
HINT = marked("close the gap and delete the waiver, or decide again until when it counts")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every waiver that is past its last day."""
    return (settings.problem(one, MESSAGE, HINT) for one in handbook.mistakes_of(CODE))
