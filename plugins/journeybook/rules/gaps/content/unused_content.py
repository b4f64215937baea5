"""Content that nobody uses.

Published content was not used for six months, as far as anybody counted. What an export of all
pages leaves out was not used. This rule is off until it is switched on.

It costs upkeep, and it stands in the way of what people look for.

Find out why: nothing leads there, it is called by the wrong words, or nobody needs it. Then write
under `decision` what becomes of it.
"""

from collections.abc import Iterator

from pydantic import Field

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.handbook.fitting.use import months_before
from journeybook.handbook.index.known_use import unused
from journeybook.rules.engine.about import gap_of_asset
from journeybook.rules.engine.settings import Settings
from journeybook.rules.engine.use_words import stretch_words
from journeybook.schema.fields import Written

CODE = Code.UNUSED_CONTENT
SEVERITY = Severity.OFF


class Parameters(Written):
    """For how long content may lie unused."""

    months: int = Field(6, ge=1, le=60, description="For how many months it was not used.")
    least: int = Field(1, ge=1, description="How often it has to be used in that time.")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find published content that nobody used for long."""
    say, wording = settings.wording.text, settings.wording
    limits = settings.parameters_of(CODE, Parameters)
    for asset in handbook.assets.values():
        if not _is_long_out(asset, handbook, limits.months):
            continue
        found = unused(asset, handbook, limits.months, limits.least)
        if found:
            message = wording.count(
                "“{asset}” was used {n} time, {time}",
                "“{asset}” was used {n} times, {time}",
                found.number,
                asset=asset.title,
                time=stretch_words(found.since, found.until, wording),
            )
            hint = say("find out why, and write under 'decision' what becomes of it")
            yield gap_of_asset(settings, CODE, asset, message, hint)


def _is_long_out(asset: Asset, handbook: Handbook, months: int) -> bool:
    # What came out last week can not have been used for months.
    since = months_before(handbook.today, months)
    is_new = asset.published is not None and asset.published > since
    return asset.is_published and bool(asset.url) and asset.decision is None and not is_new
