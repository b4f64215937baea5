"""The page of a walk: how far a persona gets, phase by phase, and what lets it through."""

from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.gaps.passage import gaps_before
from journeybook.handbook.index.walk import Lead, Shut, Stage, Walk, Way
from journeybook.pages.parts.entity_parts import Line, Section, gap_line
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.pages.walks.words import how_far, ways_out, why_not
from journeybook.rules.engine.lacks import lack_reasons
from journeybook.wording import marked

REACHED, PASSED, CLOSED = "served", "thin", "missing"
"""The marks of a phase that they get into, that they pass by, and that they do not get into."""

_WORDS = {
    REACHED: marked("gets here"),
    PASSED: marked("passes it by"),
    CLOSED: marked("does not get here"),
}


_MOST = 40
"""So much content of a phase is told, of what they get to and of what they do not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WayView:
    """Content that they get to: on which channels, and where it leads."""

    asset: Link
    where: str
    leads: tuple[Link, ...]
    dead_end: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StageView:
    """A phase of the walk; `barrier` says why they do not get in from the phase before."""

    phase: Link
    kind: str
    word: str
    channels: str
    barrier: str
    ways: tuple[WayView, ...]
    more: str
    others: tuple[Line, ...]
    more_others: str
    nothing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkView:
    """A walk: how far it goes, where it starts, its phases, and what lets them through."""

    uri: str
    title: str
    lead: str
    start: str
    persona: Link
    stages: tuple[StageView, ...]
    barriers: tuple[Section, ...]


def walk_link(walk: Walk, here: Here) -> Link:
    """Say how far a persona gets, and lead to the page that shows it."""
    words = how_far(walk, here.site.handbook, here.site.wording)
    return here.page(here.site.addresses.walk_of(walk.persona), words)


def walk_view(walk: Walk, site: Site) -> WalkView:
    """Make the page of a walk."""
    here = Here(site=site, uri=site.addresses.walk_of(walk.persona))
    persona = site.handbook.personas[walk.persona]
    return WalkView(
        uri=here.uri,
        title=site.wording.text("How far {persona} gets", persona=persona.title),
        lead=how_far(walk, site.handbook, site.wording),
        start=_start(walk, site),
        persona=here.persona(walk.persona),
        stages=tuple(_stage(one, walk, here) for one in walk.stages),
        barriers=tuple(_barrier(one, walk, here) for one in walk.stages if one.obstacles),
    )


def _start(walk: Walk, site: Site) -> str:
    say, book, first = site.wording.text, site.handbook, walk.stages[0]
    if walk.start is None:
        return say("No touchpoint is told of yet: they start where they look first.")
    channel = walk.start.channel
    if channel is None:
        return say("They start at “{touchpoint}”.", touchpoint=walk.start.text)
    title = book.channels[channel].title
    words = marked("They start at “{touchpoint}”, on {channel}.")
    if first.ways and not any(channel in way.channels for way in first.ways):
        words = marked(
            "They start at “{touchpoint}”, on {channel}. Nothing for them stands there, so that "
            "they come in by other touchpoints of that phase."
        )
    return say(words, touchpoint=walk.start.text, channel=title)


def _stage(stage: Stage, walk: Walk, here: Here) -> StageView:
    site, say = here.site, here.site.wording.text
    at = walk.stages.index(stage)
    kind = REACHED if stage.is_reached else PASSED if at < walk.length else CLOSED
    return StageView(
        phase=here.phase(stage.phase),
        kind=kind,
        word=say(_WORDS[kind]),
        channels=_channels(stage.channels, site),
        barrier=why_not(stage, walk, site.handbook, site.wording),
        ways=tuple(
            _way(one, here, is_last=at + 1 == len(walk.stages)) for one in stage.ways[:_MOST]
        ),
        more=site.wording.and_more(len(stage.ways) - _MOST),
        others=tuple(_others(stage, here)),
        more_others=site.wording.and_more(len(stage.shut) + len(stage.coming) - _MOST),
        nothing="" if stage.ways or stage.shut or stage.coming else say("Nothing is made for it."),
    )


def _channels(channels: tuple[str, ...], site: Site) -> str:
    return site.wording.both(site.handbook.channels[one].title for one in channels)


def _way(way: Way, here: Here, *, is_last: bool) -> WayView:
    leads = tuple(_lead(one, way, here) for one in way.leads if one.phases)
    return WayView(
        asset=here.asset(here.site.handbook.assets[way.asset]),
        where=_channels(way.channels, here.site),
        leads=leads,
        dead_end="" if leads or is_last else _dead_end(way, here),
    )


def _dead_end(way: Way, here: Here) -> str:
    words = marked("leads to nothing they get to") if way.leads else marked("leads no further")
    return here.site.wording.text(words)


def _lead(lead: Lead, way: Way, here: Here) -> Link:
    book, say = here.site.handbook, here.site.wording.text
    phases = here.site.wording.both(book.phases[one].title for one in lead.phases)
    if lead.to:
        asset = book.assets[lead.to]
        link = here.asset(asset)
        text = say("leads on to “{asset}” in {phases}", asset=asset.title, phases=phases)
        return Link(text=text, href=link.href)
    cta = book.assets[way.asset].cta
    words = cta.text if cta else ""
    return Link(text=say("“{cta}” leads them into {phases}", cta=words, phases=phases))


def _others(stage: Stage, here: Here) -> Iterator[Line]:
    for shut in stage.shut[:_MOST]:
        yield _shut(shut, here)
    for asset in stage.coming[: max(_MOST - len(stage.shut), 0)]:
        yield Line(
            link=here.asset(here.site.handbook.assets[asset]),
            kind="filling",
            word=here.site.wording.text("not out yet"),
            note=here.site.handbook.assets[asset].status_label,
        )


def _shut(shut: Shut, here: Here) -> Line:
    book, wording = here.site.handbook, here.site.wording
    asset = book.assets[shut.asset]
    return Line(
        link=here.asset(asset),
        kind="open",
        word=wording.text("out of reach"),
        note=lack_reasons(shut.lacks, asset, book, wording),
    )


def _barrier(stage: Stage, walk: Walk, here: Here) -> Section:
    site, book = here.site, here.site.handbook
    gaps = gaps_before(stage, walk, site.ledger)
    out = " ".join(ways_out(stage, walk, book, site.wording))
    return Section(
        title=site.wording.text("Into {phase}", phase=book.phases[stage.phase].title),
        lead=f"{_capital(why_not(stage, walk, book, site.wording))}. {out}",
        lines=tuple(gap_line(here, one) for one in gaps),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
