"""Overdue content.

Content that is not published yet, although the day it was due has passed.

Whoever waits for it, a colleague or a customer, waits in vain, and the gap it was meant to fill
stays open.

Finish it, agree on a new day and write it under `due`, or retire it.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.about import gap_of_asset
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.settings import Settings

CODE = Code.OVERDUE_ASSET
SEVERITY = Severity.MEDIUM
FIX = FixKind.CONTENT


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find content that should have come out."""
    say, day = settings.wording.text, settings.wording.day
    for asset in handbook.assets.values():
        if asset.status.is_coming and asset.due and asset.due < handbook.today:
            message = say("“{asset}” was due on {day}", asset=asset.title, day=day(asset.due))
            hint = say("finish it, agree on a new day, or retire it")
            yield gap_of_asset(settings, CODE, asset, message, hint)
