"""First channel without content.

A persona looks at one channel before all others, goes through a phase of its journey, and finds
nothing of ours on that channel there, whether or not the journey has a touchpoint on it.

Where people look first decides what they see at all. Whoever is not there is found second, or not.

Offer something on that channel in this phase, or rank the channel lower if they no longer look
there first. Where a touchpoint is on the channel, or the persona has no content in the phase at
all, only that is reported.
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

CODE = Code.FIRST_CHANNEL_WITHOUT_CONTENT
SEVERITY = Severity.LOW
CLOSED_BY = ClosedBy.WRITING


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the phases in which a persona finds nothing on the channel it looks at first."""
    for stretch in stretches(handbook):
        if stretch.published or not settings.reports(Code.PHASE_WITHOUT_CONTENT, stretch.place):
            for channel in stretch.persona.channels.all[:1]:
                yield from _on(handbook.channels[channel], stretch, handbook, settings)


def _on(
    channel: Channel, stretch: Stretch, handbook: Handbook, settings: Settings
) -> Iterator[Finding]:
    coverage, persona, phase = handbook.coverage, stretch.persona.id, stretch.phase.id
    place = replace(stretch.place, channels=(channel.id,))
    met = coverage.touchpoints_on(persona, phase, channel.id)
    told = met and settings.reports(Code.CHANNEL_WITHOUT_CONTENT, place)
    if told or coverage.found_on(persona, phase, channel.id):
        return
    say = settings.wording.text
    yield gap_of_stretch(
        settings,
        CODE,
        stretch,
        marked(
            "{persona} looks first at {channel} and finds nothing of ours there in the phase "
            "{phase}"
        ),
        say("offer something there"),
        names={"channel": channel.title},
        subject=channel.ref,
        place=place,
        being_filled=filling(coming(coverage.assets_on(persona, phase, channel.id))),
    )
