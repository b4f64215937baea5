"""Channel without content.

A persona meets us on a channel in some phase, at a touchpoint, and no published content is
offered to it there.

The persona is present and we are not: the visit happens, but brings neither them nor us any
further.

Publish something on that channel for this phase, or add the channel to content that is offered
there already. Where the persona has no content in the phase at all, only that is reported.
"""

from collections.abc import Iterator
from dataclasses import replace

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Channel
from journeybook.handbook.fitting.coverage import coming
from journeybook.rules.engine.about import gap_of_stretch
from journeybook.rules.engine.rule import ClosedBy
from journeybook.rules.engine.scope import Stretch, stretches
from journeybook.rules.engine.settings import Settings, filling
from journeybook.wording import marked

CODE = Code.CHANNEL_WITHOUT_CONTENT
SEVERITY = Severity.MEDIUM
CLOSED_BY = ClosedBy.WRITING


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the channels a persona uses in a phase on which it finds nothing."""
    for stretch in stretches(handbook):
        if stretch.published or not settings.reports(Code.PHASE_WITHOUT_CONTENT, stretch.place):
            for channel in handbook.channels.values():
                yield from _on(channel, stretch, handbook, settings)


def _on(
    channel: Channel, stretch: Stretch, handbook: Handbook, settings: Settings
) -> Iterator[Finding]:
    key = (stretch.persona.id, stretch.phase.id, channel.id)
    touchpoints = handbook.coverage.touchpoints_on(*key)
    assets = handbook.coverage.assets_on(*key)
    if not touchpoints or handbook.coverage.found_on(*key):
        return
    say = settings.wording.text
    yield gap_of_stretch(
        settings,
        CODE,
        stretch,
        marked("{persona} uses {channel} in the phase {phase} and finds nothing of ours there"),
        say("offer content there for “{touchpoint}”", touchpoint=touchpoints[0].text),
        names={"channel": channel.title},
        subject=channel.ref,
        place=replace(stretch.place, channels=(channel.id,)),
        being_filled=filling(coming(assets)),
    )
