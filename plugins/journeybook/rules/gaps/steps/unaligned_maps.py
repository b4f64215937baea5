"""Departments that see a persona differently.

Departments made maps of the same persona, and these differ: in what is felt in a phase, in how
important something is, or in what research says of it; or one department knows a touchpoint that
the others do not.

Each department works by its own map. Where they differ, customers are promised one thing and get
another.

Put the maps side by side on the page “What departments see”, ask customers where nobody knows, and
write the same in both. How far marks must lie apart can be set in `rules.yml`. Two statements count
as the same where they have the same `id`, or share half of their words.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.about import gap_of_statement
from journeybook.rules.engine.differing import Limits, difference_words, told_differences
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.UNALIGNED_MAPS
SEVERITY = Severity.MEDIUM
FIX = FixKind.DECISION
SHORT = marked("departments differ")
BUTTON = marked("Agree on it")
Parameters = Limits


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find what departments have to agree on."""
    hint = settings.wording.text("agree on it, and write the same in both maps")
    for persona in handbook.personas:
        for one, said in told_differences(handbook, persona, settings):
            message = difference_words(one, said, handbook, settings.wording)
            yield gap_of_statement(settings, CODE, said, message, hint, personas=(persona,))
