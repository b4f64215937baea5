"""Unknown view.

A page asks for a view that Journeybook does not have, as in `<!-- journeybook/mpa -->`.

Where the view should stand, the page stays empty.

Correct the name. The views are map, curve, flow, scores, questions, touchpoints, gaps and matrix.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.references import unknown_reference
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.UNKNOWN_VIEW
FAMILY = Family.PROBLEM
SEVERITY = Severity.WARNING

MESSAGE = marked("unknown view '{reference}'")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every placed view that does not exist."""
    return (unknown_reference(one, settings, MESSAGE) for one in handbook.mistakes_of(CODE))
