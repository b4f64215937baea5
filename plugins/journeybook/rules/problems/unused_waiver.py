"""Waiver without a gap.

A waiver fits no gap: the gap was closed, or something in the waiver is misspelt.

A waiver left behind would hide a gap that comes back later.

Delete it, or correct the code, persona, journey, phase or subject it names.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.UNUSED_WAIVER
FAMILY = Family.PROBLEM
SEVERITY = Severity.WARNING

MESSAGE = marked("the waiver of '{waiver}' fits no gap")
HINT = marked("delete it, or correct what it names")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every waiver that waives nothing."""
    return (settings.problem(one, MESSAGE, HINT) for one in handbook.mistakes_of(CODE))
