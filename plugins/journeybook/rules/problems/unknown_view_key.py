"""Unknown key of a view.

A view that is placed in a page is given a key that it does not understand, as in
`<!-- journeybook/gaps fase=purchase -->`.

The view is shown without it, so it shows more than was asked for.

Correct the key: `journey`, and for lists also `persona` and `phase`.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.references import unknown_reference
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.UNKNOWN_VIEW_KEY
FAMILY = Family.PROBLEM
SEVERITY = Severity.WARNING

MESSAGE = marked("this view does not understand '{reference}'")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every key that the view it is given to does not understand."""
    return (unknown_reference(one, settings, MESSAGE) for one in handbook.mistakes_of(CODE))
