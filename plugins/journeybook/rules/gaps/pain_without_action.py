"""Pain without an action.

A touchpoint feels bad to the persona, and no action that is planned, under way or done is meant
to improve it.

Pain that nobody works on stays, and is told to others.

Start an action and name the touchpoint in it, under `touchpoint`. An action that is still an
idea, or was dropped, improves nothing. A moment of truth that has no support or goes badly is
reported as such, and not here.
"""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from journeybook.findings import Code, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.handbook.journeys import Touchpoint
from journeybook.rules.engine.about import Said, gap_of_statement
from journeybook.rules.engine.settings import Settings
from journeybook.rules.gaps.moment_of_truth_without_support import (
    is_unsupported,
    touchpoints_acted_on,
)
from journeybook.rules.gaps.unsatisfying_moment_of_truth import is_unsatisfying
from journeybook.schema.fields import Written
from journeybook.wording import marked

CODE = Code.PAIN_WITHOUT_ACTION
SEVERITY = Severity.MEDIUM
SHORT = marked("nobody works on it")


class Parameters(Written):
    """Which touchpoints count as a pain."""

    emotion: Annotated[int, Field(ge=-2, le=-1)] = Field(
        -1, description="Up to which feeling a touchpoint counts as a pain: -1 or -2."
    )


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the painful touchpoints that nobody improves."""
    acted = touchpoints_acted_on(handbook)
    ideas = {
        one.touchpoint: one.title
        for one in handbook.actions.values()
        if one.touchpoint and one.status in (None, "idea")
    }
    for journey, step, one in handbook.touchpoints:
        said = Said(journey=journey, step=step, statement=one)
        hurts = settings.parameters_of(CODE, Parameters, said.place).emotion
        if one.emotion is None or one.emotion > hurts or one.id in acted:
            continue
        if not _is_told_already(said, one, acted, handbook, settings):
            yield _finding(said, one, ideas.get(one.id), settings)


def _is_told_already(
    said: Said, one: Touchpoint, acted: frozenset[str], handbook: Handbook, settings: Settings
) -> bool:
    bad = is_unsatisfying(said, one, settings)
    return (
        settings.reports(Code.MOMENT_OF_TRUTH_WITHOUT_SUPPORT, said.place)
        and is_unsupported(one, acted, handbook)
    ) or (bad and settings.reports(Code.UNSATISFYING_MOMENT_OF_TRUTH, said.place))


def _finding(said: Said, one: Touchpoint, idea: str | None, settings: Settings) -> Finding:
    say = settings.wording.text
    hint = (
        say("decide on the action “{action}”, which is still an idea", action=idea)
        if idea
        else say("start an action that improves it")
    )
    message = say("Nobody works on the pain “{touchpoint}”", touchpoint=one.text)
    return gap_of_statement(settings, CODE, said, message, hint)
