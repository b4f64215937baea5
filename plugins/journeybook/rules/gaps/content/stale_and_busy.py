"""Stale and busy.

Content whose review is overdue is among the ten that are used most. This rule is off until it is
switched on; it says which stale content comes first.

What many people read and nobody looks after does most harm.

Bring it up to date before all other stale content, and write the day under `reviewed`.
"""

from collections.abc import Iterator

from pydantic import Field

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.handbook.fitting.freshness import fresh_until
from journeybook.handbook.fitting.use import usage_of
from journeybook.rules.engine.about import gap_of_asset
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.settings import Settings
from journeybook.rules.engine.use_words import figure_words
from journeybook.schema.fields import Written

CODE = Code.STALE_AND_BUSY
SEVERITY = Severity.OFF
FIX = FixKind.UPDATE


class Parameters(Written):
    """What is busy."""

    busiest: int = Field(10, ge=1, description="How many of the most used contents are busy.")
    months: int = Field(3, ge=1, le=60, description="Of how many months their use counts.")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find content that is used most and whose review is overdue."""
    say, wording = settings.wording.text, settings.wording
    limits = settings.parameters_of(CODE, Parameters)
    usage = usage_of(handbook.assets.values(), handbook.today, limits.months)
    for rank, name in enumerate(usage.busiest(limits.busiest), start=1):
        asset = handbook.assets[name]
        until = fresh_until(asset, handbook.vocabulary)
        if asset.is_published and until and until < handbook.today:
            message = say(
                "“{asset}” is number {rank} in use ({figure}) and should have been looked at by "
                "{day}",
                asset=asset.title,
                rank=wording.number(rank),
                figure=figure_words(usage.measure, usage.numbers[name], wording),
                day=wording.day(until),
            )
            hint = say("bring it up to date before all other stale content")
            yield gap_of_asset(settings, CODE, asset, message, hint)
