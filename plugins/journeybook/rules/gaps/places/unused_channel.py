"""Content on a channel nobody uses.

Published content is offered on a channel that none of its personas uses: none of them meets us
there in the phases it is meant for, and none ranks the channel among its own.

What is offered where nobody looks costs time and reaches nobody.

Offer it where its personas are. If they do use the channel, add a touchpoint to the step or the
channel to the persona's `channels`.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.rules.engine.about import gap_of_asset
from journeybook.rules.engine.settings import Settings

CODE = Code.UNUSED_CHANNEL
SEVERITY = Severity.LOW


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find published content on channels that none of its personas uses."""
    say, both = settings.wording.text, settings.wording.both
    for asset in handbook.assets.values():
        is_offered = asset.is_published and asset.is_chosen("channels")
        used = _used(asset, handbook) if is_offered else None
        unused = [one for one in asset.channels if one not in used] if used else []
        if unused:
            channels = both(handbook.channels[one].title for one in unused)
            yield gap_of_asset(
                settings,
                CODE,
                asset,
                say(
                    "“{asset}” is offered on {channels}, which nobody it is for uses there",
                    asset=asset.title,
                    channels=channels,
                ),
                say("offer it where they are, or add the touchpoint that is missing"),
            )


def _used(asset: Asset, handbook: Handbook) -> frozenset[str]:
    # Nothing is known of personas that rank no channel and meet us nowhere; nothing is said then.
    personas = (handbook.personas[one] for one in asset.personas)
    ranked = {channel for one in personas for channel in one.channels.all}
    met = {
        channel
        for channel in handbook.channels
        if any(
            handbook.coverage.touchpoints_on(persona, phase, channel)
            for persona in asset.personas
            for phase in asset.phases
        )
    }
    return frozenset(ranked | met)
