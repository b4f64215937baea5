"""Unmet expectation.

A persona counts on something in a phase, and no touchpoint and no published content lives up to
it.

An expectation that is let down weighs more than one that was never raised.

Name under `met_by` of the expectation the touchpoint of the same step or the content that meets
it, or start what is missing.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.handbook.index.coverage import coming, published
from journeybook.rules.engine.about import Said, gap_of_statement
from journeybook.rules.engine.rule import ClosedBy
from journeybook.rules.engine.settings import Settings, filling
from journeybook.wording import marked

CODE = Code.UNMET_EXPECTATION
SEVERITY = Severity.MEDIUM
SHORT = marked("nothing meets it")
CLOSED_BY = ClosedBy.NAMING


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the expectations that nothing meets."""
    say = settings.wording.text
    for journey, step in handbook.steps:
        for one in step.expectations:
            assets = tuple(handbook.assets[asset] for asset in one.met_by_assets)
            if one.met_by_touchpoints or published(assets):
                continue
            yield gap_of_statement(
                settings,
                CODE,
                Said(journey=journey, step=step, statement=one),
                say("Nothing meets the expectation “{expectation}”", expectation=one.text),
                say("name the touchpoint or the content that meets it"),
                being_filled=filling(coming(assets)),
            )
