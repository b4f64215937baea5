"""Busy and answers nothing.

Published content is among the ten that are used most, and it answers no question and helps with
nothing that a journey names. This rule is off until it is switched on.

So many people come there for something, and the handbook does not know for what.

Find out what they look for, write it down as a question in the step where it is asked, and name the
content under `answered_by`.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.handbook.fitting.use import usage_of
from journeybook.rules.engine.about import gap_of_asset
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.settings import Settings
from journeybook.rules.engine.use_words import figure_words
from journeybook.rules.gaps.content.stale_and_busy import Parameters

CODE = Code.BUSY_WITHOUT_ANSWER
SEVERITY = Severity.OFF
FIX = FixKind.LINK

__all__ = ["CODE", "FIX", "SEVERITY", "Parameters", "check"]


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find content that is used most and that answers nothing."""
    say, wording = settings.wording.text, settings.wording
    limits = settings.parameters_of(CODE, Parameters)
    usage = usage_of(handbook.assets.values(), handbook.today, limits.months)
    answering = {one.id for found in handbook.coverage.answers.values() for one in found}
    for rank, name in enumerate(usage.busiest(limits.busiest), start=1):
        asset = handbook.assets[name]
        if asset.is_published and name not in answering and not asset.helps:
            message = say(
                "“{asset}” is number {rank} in use ({figure}) and answers no question",
                asset=asset.title,
                rank=wording.number(rank),
                figure=figure_words(usage.measure, usage.numbers[name], wording),
            )
            hint = say("find out what people look for there, and write it down as a question")
            yield gap_of_asset(settings, CODE, asset, message, hint)
