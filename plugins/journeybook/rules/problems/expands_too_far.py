"""Front matter that grows beyond measure.

Front matter repeats itself through YAML aliases (`&name` and `*name`), or is nested so deeply,
that it says far more than anybody writes.

Such a file would take hours to read and fill the memory. It is almost always a mistake of a
program that made it, or an attack.

Write the values out, without aliases and without lists inside lists.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.EXPANDS_TOO_FAR
FAMILY = Family.PROBLEM
SEVERITY = Severity.ERROR

MESSAGE = marked("the front matter says more than {most} things once it is written out")
HINT = marked("write it without aliases and without lists in lists")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of every front matter that is refused for its size."""
    return (settings.problem(one, MESSAGE, HINT) for one in handbook.mistakes_of(CODE))
