"""Not published yet.

Content is called published, and its day of publication lies ahead. Until then it counts as on its
way: it answers nothing yet.

A plan that is counted as a fact hides what is missing today.

Give it the status it has until that day, or correct the day under `published`. Nothing needs to be
done where it comes out by itself.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.about import gap_of_asset
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.settings import Settings

CODE = Code.NOT_YET_PUBLISHED
SEVERITY = Severity.LOW
FIX = FixKind.CONTENT


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the content that is called published and comes out later."""
    say, day = settings.wording.text, settings.wording.day
    for asset in handbook.assets.values():
        if asset.is_early and asset.published:
            message = say(
                "“{asset}” is called published, but comes out on {day}",
                asset=asset.title,
                day=day(asset.published),
            )
            hint = say("give it the status it has until then, or correct the day")
            yield gap_of_asset(settings, CODE, asset, message, hint)
