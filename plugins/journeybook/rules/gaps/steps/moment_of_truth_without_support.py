"""Moment of truth without support.

A touchpoint that is marked as a moment of truth, where no published content without a lack helps,
or which goes badly in spite of it, and no action that helps is meant to improve it. It goes badly
where it satisfies with 2 of 5 or less, or feels bad.

The persona decides here whether to go on, and we leave the outcome to chance.

Name the content that is used at this moment under `assets` of the touchpoint, or start an action
for it. An action that is still an idea, was dropped, is overdue or misses its target does not
help.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.handbook.fitting.coverage import published
from journeybook.handbook.journeys import Touchpoint
from journeybook.rules.engine.about import Said, gap_of_statement
from journeybook.rules.engine.helping import why_no_help
from journeybook.rules.engine.rule import ClosedBy
from journeybook.rules.engine.settings import Settings, filling
from journeybook.rules.gaps.steps.unsatisfying_moment_of_truth import is_unsatisfying
from journeybook.wording import marked, marked_count

CODE = Code.MOMENT_OF_TRUTH_WITHOUT_SUPPORT
SEVERITY = Severity.HIGH
SHORT = marked("nothing supports it")
REASON = marked_count(
    "Here it is decided for {who}: “{text}”. Nothing we have helps.",
    "Here it is decided for {who}: “{text}”. Nothing we have helps.",
)
CLOSED_BY = ClosedBy.WRITING


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the moments of truth that have neither content nor an action."""
    say = settings.wording.text
    for journey, step, one in handbook.touchpoints:
        said = Said(journey=journey, step=step, statement=one)
        if is_unsupported(one, handbook) and not _goes_badly_instead(said, one, handbook, settings):
            otherwise = say("name content that helps at this moment, or plan an action for it")
            yield gap_of_statement(
                settings,
                CODE,
                said,
                say("The moment of truth “{touchpoint}” has no support", touchpoint=one.text),
                why_no_help(one, step, handbook, settings) or otherwise,
                being_filled=filling(handbook.coverage.promised_for(one)),
            )


def is_unsupported(one: Touchpoint, handbook: Handbook) -> bool:
    """Tell whether a touchpoint is a moment of truth that nothing supports."""
    return one.moment_of_truth and one.id not in handbook.coverage.helped


def _goes_badly_instead(
    said: Said, one: Touchpoint, handbook: Handbook, settings: Settings
) -> bool:
    # Where there is content and it goes badly all the same, that is what is told.
    content = published(handbook.assets[asset] for asset in one.assets)
    told = settings.reports(Code.UNSATISFYING_MOMENT_OF_TRUTH, said.place)
    return bool(content) and told and is_unsatisfying(said, one, settings)
