"""Content without a call to action.

Published content in a phase that asks for a call to action has none, while other content there
does.

Whoever happens to find this piece is not told what to do next.

Write under its `cta` what the reader can do next. Where none of the content has a call to action,
that alone is reported, once for the phase.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.rules.engine.about import gap_of_asset
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.scope import Stretch, stretches
from journeybook.rules.engine.settings import Settings
from journeybook.rules.gaps.places.phase_without_cta import lacks_cta

CODE = Code.ASSET_WITHOUT_CTA
SEVERITY = Severity.LOW
FIX = FixKind.UPDATE


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find published content without the call to action that its phase asks for."""
    say = settings.wording.text
    found: dict[str, tuple[Asset, Stretch]] = {}
    for stretch in stretches(handbook):
        if stretch.expects.cta != "required":
            continue
        if lacks_cta(stretch) and settings.reports(Code.PHASE_WITHOUT_CTA, stretch.place):
            continue
        for asset in stretch.published:
            if not asset.cta and asset.can_say("cta"):
                found.setdefault(asset.id, (asset, stretch))
    for asset, stretch in found.values():
        yield gap_of_asset(
            settings,
            CODE,
            asset,
            say(
                "“{asset}” has no call to action, which the phase {phase} asks for",
                asset=asset.title,
                phase=stretch.phase.title,
            ),
            say("write under 'cta' what the reader can do next"),
        )
