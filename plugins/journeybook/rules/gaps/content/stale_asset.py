"""Stale content.

Published content that nobody has looked at for longer than its type, or its own `review_every`,
allows. The time is counted from the day it came out or was last reviewed, whichever is later.

Old prices, old screens and old promises cost more trust than no content at all.

Read it, bring it up to date where needed, and write the day under `reviewed`. Retire it if nobody
needs it any more. How long a type stays fresh stands in the vocabulary, under `review_every`.
"""

from collections.abc import Iterator
from datetime import date

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.handbook.fitting.freshness import fresh_until
from journeybook.rules.engine.about import gap_of_asset
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.settings import Settings

CODE = Code.STALE_ASSET
SEVERITY = Severity.MEDIUM
FIX = FixKind.UPDATE


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find published content whose review is overdue."""
    for asset in handbook.assets.values():
        until = fresh_until(asset, handbook.vocabulary)
        if asset.is_published and until and until < handbook.today:
            yield _finding(asset, until, settings)


def _finding(asset: Asset, until: date, settings: Settings) -> Finding:
    say, day = settings.wording.text, settings.wording.day
    return gap_of_asset(
        settings,
        CODE,
        asset,
        say("“{asset}” should have been looked at by {day}", asset=asset.title, day=day(until)),
        say("bring it up to date and write the day under 'reviewed', or retire it"),
    )
