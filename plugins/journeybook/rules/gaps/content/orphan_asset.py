"""Orphan content.

Published content that answers no question, and to which no touchpoint, no drop-off, no
expectation and no other content leads.

Either nobody in the journey needs it, or the journey misses where it is used.

Name the questions it answers under `answers`, or the asset at the touchpoint where it is used.
Retire it if it serves nobody.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.about import gap_of_asset
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.settings import Settings

CODE = Code.ORPHAN_ASSET
SEVERITY = Severity.LOW
FIX = FixKind.LINK


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find published content that nothing in the journeys leads to."""
    say = settings.wording.text
    for asset in handbook.assets.values():
        used = asset.answers or asset.id in handbook.coverage.mentioned
        if asset.is_published and not used and asset.can_say("answers"):
            yield gap_of_asset(
                settings,
                CODE,
                asset,
                say("“{asset}” has no place in any journey", asset=asset.title),
                say("tell which question it answers or where it is used, or retire it"),
            )
