"""Gated content where it does not fit.

Published content asks for a form to be filled in, in a phase where that is discouraged: where the
phase says so, and otherwise in the first phase and in the last one before people become
customers.

Who is only looking around leaves at the form, and who wants to buy is held up by it.

Take the form away, or move the content to a phase where people gladly leave their address for it.
What a phase wants stands in its file, under `gated` of `expects`.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset, Phase
from journeybook.handbook.fitting.fit import is_gate_discouraged
from journeybook.rules.engine.about import gap_of_asset
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.settings import Settings

CODE = Code.UNFITTING_GATE
SEVERITY = Severity.MEDIUM
FIX = FixKind.UPDATE


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find gated content in phases where that is discouraged."""
    say, both = settings.wording.text, settings.wording.both
    for asset in handbook.assets.values():
        if not (asset.is_published and asset.gated):
            continue
        if phases := [one.title for one in _discouraging(asset, handbook)]:
            yield gap_of_asset(
                settings,
                CODE,
                asset,
                say(
                    "“{asset}” asks for a form in the phase {phases}",
                    asset=asset.title,
                    phases=both(phases),
                ),
                say("take the form away there"),
            )


def _discouraging(asset: Asset, handbook: Handbook) -> Iterator[Phase]:
    phases = handbook.phases
    for phase in (phases[one] for one in asset.phases):
        if any(
            is_gate_discouraged(persona, phase, phases) for persona in asset.personas or (None,)
        ):
            yield phase
