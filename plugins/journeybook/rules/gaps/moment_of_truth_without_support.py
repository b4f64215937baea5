"""Moment of truth without support.

A touchpoint that is marked as a moment of truth, where no published content helps and no action
that is planned, under way or done is meant to improve it.

The persona decides here whether to go on, and we leave the outcome to chance.

Name the content that is used at this moment under `assets` of the touchpoint, or start an action
for it.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.handbook.index.coverage import coming, published
from journeybook.handbook.journeys import Touchpoint
from journeybook.rules.engine.about import Said, gap_of_statement
from journeybook.rules.engine.rule import ClosedBy
from journeybook.rules.engine.settings import Settings, filling
from journeybook.wording import marked

CODE = Code.MOMENT_OF_TRUTH_WITHOUT_SUPPORT
SEVERITY = Severity.HIGH
SHORT = marked("nothing supports it")
CLOSED_BY = ClosedBy.NAMING


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the moments of truth that have neither content nor an action."""
    say = settings.wording.text
    acted = touchpoints_acted_on(handbook)
    for journey, step, one in handbook.touchpoints:
        if is_unsupported(one, acted, handbook):
            yield gap_of_statement(
                settings,
                CODE,
                Said(journey=journey, step=step, statement=one),
                say("The moment of truth “{touchpoint}” has no support", touchpoint=one.text),
                say("name content that helps at this moment, or plan an action for it"),
                being_filled=filling(coming(handbook.assets[asset] for asset in one.assets)),
            )


def is_unsupported(one: Touchpoint, acted: frozenset[str], handbook: Handbook) -> bool:
    """Tell whether a touchpoint is a moment of truth with neither content nor an action."""
    helped = one.id in acted or published(handbook.assets[asset] for asset in one.assets)
    return one.moment_of_truth and not helped


def touchpoints_acted_on(handbook: Handbook) -> frozenset[str]:
    """Give the touchpoints that an action improves which is planned, under way or done."""
    return frozenset(
        one.touchpoint for one in handbook.actions.values() if one.is_live and one.touchpoint
    )
