"""Assumption that nobody tested for long.

A statement has been an assumption for more days than the team allows: 180, unless `days` says
otherwise. The day stands under its `since`, or the history of its line in git tells it.

What has stood on the map for long is taken for known, though nobody ever asked a customer.

Ask about it in the next round of research, or take it out. The test plan of the research section
has the most valuable ones.
"""

from collections.abc import Iterator

from pydantic import Field

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.about import all_said, gap_of_said
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.settings import Settings
from journeybook.schema.fields import Written
from journeybook.wording import marked

CODE = Code.OLD_ASSUMPTION
SEVERITY = Severity.LOW
FIX = FixKind.PROCESS
BUTTON = marked("Add evidence")
IS_MARK = True


class Parameters(Written):
    """How long something may be assumed."""

    days: int = Field(180, ge=1, le=36_500, description="For so many days it may be assumed.")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the assumptions that are older than the team allows."""
    say, day = settings.wording.text, settings.wording.day
    for said in all_said(handbook):
        one, allowed = said.statement, settings.parameters_of(CODE, Parameters, said.place)
        if not one.support.is_assumption or one.since is None:
            continue
        if (handbook.today - one.since).days > allowed.days:
            message = say(
                "Assumed since {day} and never tested: “{statement}”",
                day=day(one.since),
                statement=said.text,
            )
            hint = say("ask about it in the next round of research, or take it out")
            yield gap_of_said(settings, CODE, said, message, hint)
