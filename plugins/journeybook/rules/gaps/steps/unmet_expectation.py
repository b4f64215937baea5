"""Unmet expectation.

A persona counts on something in a phase, and nothing lives up to it: no touchpoint that goes well,
no published content without a lack, no action that helps. A touchpoint goes badly that satisfies
with 2 of 5 or less, or feels bad.

An expectation that is let down weighs more than one that was never raised.

Name under `met_by` of the expectation the touchpoint of the same step, the content or the action
that meets it, or start what is missing.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.about import Said, gap_of_statement
from journeybook.rules.engine.helping import why_no_help
from journeybook.rules.engine.rule import ClosedBy
from journeybook.rules.engine.settings import Settings, filling
from journeybook.wording import marked, marked_count

CODE = Code.UNMET_EXPECTATION
SEVERITY = Severity.MEDIUM
SHORT = marked("nothing meets it")
REASON = marked_count(
    "{who} expects “{text}”. Nothing we do meets it.",
    "{who} expect “{text}”. Nothing we do meets it.",
)
CLOSED_BY = ClosedBy.WRITING


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the expectations that nothing meets."""
    say = settings.wording.text
    for journey, step in handbook.steps:
        for one in step.expectations:
            if one.id in handbook.coverage.helped:
                continue
            said = Said(journey=journey, step=step, statement=one)
            otherwise = say("name the touchpoint or the content that meets it")
            yield gap_of_statement(
                settings,
                CODE,
                said,
                say("Nothing meets the expectation “{expectation}”", expectation=one.text),
                why_no_help(one, step, handbook, settings) or otherwise,
                being_filled=filling(handbook.coverage.promised_for(one)),
            )
