"""Pain without an action.

A touchpoint feels bad to the persona, and no action that helps is meant to improve it.

Pain that nobody works on stays, and is told to others.

Start an action and name the touchpoint in it, under `touchpoint`. An action improves nothing that
is still an idea, was dropped, is overdue or misses its target. A moment of truth that has no
support or goes badly is reported as such, and not here.
"""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.handbook.journeys import Touchpoint
from journeybook.rules.engine.about import Said, gap_of_statement
from journeybook.rules.engine.helping import touchpoints_acted_on, why_no_help
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.settings import Settings
from journeybook.rules.gaps.steps.moment_of_truth_without_support import is_unsupported
from journeybook.rules.gaps.steps.unsatisfying_moment_of_truth import is_unsatisfying
from journeybook.schema.fields import Written
from journeybook.wording import marked, marked_count

CODE = Code.PAIN_WITHOUT_ACTION
SEVERITY = Severity.MEDIUM
FIX = FixKind.PROCESS
SHORT = marked("nobody works on it")
REASON = marked_count(
    "This goes badly for {who}: “{text}”. Nobody works on it.",
    "This goes badly for {who}: “{text}”. Nobody works on it.",
)


class Parameters(Written):
    """Which touchpoints count as a pain."""

    emotion: Annotated[int, Field(ge=-2, le=-1)] = Field(
        -1, description="Up to which feeling a touchpoint counts as a pain: -1 or -2."
    )


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the painful touchpoints that nobody improves."""
    acted = touchpoints_acted_on(handbook)
    for journey, step, one in handbook.touchpoints:
        said = Said(journey=journey, step=step, statement=one)
        hurts = settings.parameters_of(CODE, Parameters, said.place).emotion
        if one.emotion is None or one.emotion > hurts or one.id in acted:
            continue
        if not _is_told_already(said, one, handbook, settings):
            yield _finding(said, one, handbook, settings)


def _is_told_already(said: Said, one: Touchpoint, handbook: Handbook, settings: Settings) -> bool:
    return (
        settings.reports(Code.MOMENT_OF_TRUTH_WITHOUT_SUPPORT, said.place)
        and is_unsupported(one, handbook)
    ) or (
        settings.reports(Code.UNSATISFYING_MOMENT_OF_TRUTH, said.place)
        and is_unsatisfying(said, one, settings)
    )


def _finding(said: Said, one: Touchpoint, handbook: Handbook, settings: Settings) -> Finding:
    say = settings.wording.text
    why = why_no_help(one, said.step, handbook, settings)
    message = say("Nobody works on the pain “{touchpoint}”", touchpoint=one.text)
    hint = why or say("start an action that improves it")
    return gap_of_statement(settings, CODE, said, message, hint)
