"""The page of a channel: who uses it when, what is on it, and what is missing there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeybook.handbook.entities import Channel
from journeybook.handbook.index.matrix_facts import CellFacts, Scope
from journeybook.handbook.journeys import Touchpoint
from journeybook.pages.entities.lines import asset_line, touchpoint_line
from journeybook.pages.entities.usage import Usage
from journeybook.pages.matrix.matrix import make_cell
from journeybook.pages.matrix.matrix_words import group_word
from journeybook.pages.matrix.view import MatrixCell
from journeybook.pages.parts.entity_parts import (
    Fact,
    Head,
    Section,
    asking_facts,
    gap_line,
    keeper_facts,
    told_facts,
)
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.schema import Kind

_SHOWN = 10
"""So many assets and gaps are shown per phase before the catalogue or the report takes over."""

CellsByPersona = Mapping[str, Mapping[tuple[str, str], CellFacts]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelRow:
    """A persona on a channel: how it ranks it, and the phases; the other of both is the head."""

    head: Link
    rank: str
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelMatrix:
    """A part of the channel matrix: one channel, or one persona, by phases; else why not."""

    caption: str
    corner: str
    phases: tuple[Link, ...]
    rows: tuple[ChannelRow, ...]
    nothing: str
    matrix: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelPage:
    """The page of a channel."""

    uri: str
    head: Head
    personas: ChannelMatrix
    touchpoints: tuple[Section, ...]
    content: tuple[Section, ...]
    gaps: Section


def make_channel_page(
    site: Site, usage: Usage, cells: CellsByPersona, channel: Channel
) -> ChannelPage:
    """Make the page of a channel."""
    here = Here(site=site, uri=site.addresses.page(channel))
    say = site.wording.text
    gaps = [one for one in site.ledger.of(channel=channel.id) if not one.is_quiet]
    met = usage.met_on.get(channel.id, ())
    return ChannelPage(
        uri=here.uri,
        head=Head(
            summary=channel.summary or "",
            facts=(
                *told_facts(here, channel, Kind.CHANNEL),
                *_ranks(here, channel),
                *asking_facts(here, channel.asks_back),
                *keeper_facts(here, channel),
            ),
            pills=(group_word(site, channel.type),) if channel.type else (),
            source=here.source(channel.span, channel.title),
            title=channel.title,
        ),
        personas=_personas(here, cells, channel),
        touchpoints=tuple(_touchpoints(here, met)),
        content=tuple(_content(here, channel)),
        gaps=Section(
            title=say("Gaps"),
            lines=tuple(gap_line(here, one) for one in gaps[:_SHOWN]),
            more=here.page(
                site.addresses.gaps_of_channel(channel.id), say("All gaps on this channel")
            )
            if gaps
            else None,
        ),
    )


def rank_word(here: Here, persona: str, channel: str) -> str:
    """Say how a persona ranks a channel; nothing where it does not."""
    say, ranked = here.site.wording.text, here.site.handbook.personas[persona].channels
    if channel in ranked.primary:
        return say("looks here first")
    if channel in ranked.secondary:
        return say("looks here next")
    return say("rarely looks here") if channel in ranked.tertiary else ""


def _ranks(here: Here, channel: Channel) -> Iterator[Fact]:
    say, people = here.site.wording.text, here.site.handbook.personas.values()
    ranks = (
        (say("First choice of"), [one for one in people if channel.id in one.channels.primary]),
        (say("Second choice of"), [one for one in people if channel.id in one.channels.secondary]),
        (say("Rarely used by"), [one for one in people if channel.id in one.channels.tertiary]),
    )
    for label, found in ranks:
        if found:
            yield Fact(label=label, links=tuple(here.persona(one.id) for one in found))


def _personas(here: Here, cells: CellsByPersona, channel: Channel) -> ChannelMatrix:
    book, say = here.site.handbook, here.site.wording.text
    rows = []
    for persona, found in cells.items():
        scope = Scope(personas=(persona,), phases=tuple(book.phases))
        own = [found[channel.id, phase] for phase in book.phases]
        rank = rank_word(here, persona, channel.id)
        if rank or any(cell.touchpoints or cell.published or cell.coming for cell in own):
            rows.append(
                ChannelRow(
                    head=here.page(
                        here.site.addresses.matrix_of(persona), book.personas[persona].title
                    ),
                    rank=rank,
                    cells=tuple(make_cell(here, scope, cell) for cell in own),
                )
            )
    return ChannelMatrix(
        caption=say(
            "Who uses the channel when, and what is there: {channel}", channel=channel.title
        ),
        corner=say("Persona"),
        phases=tuple(here.phase(one) for one in book.phases),
        rows=tuple(rows),
        nothing=say("Nobody looks here, is met here or finds anything here yet."),
        matrix=here.page(here.site.addresses.matrix, say("Channel matrix")),
    )


def _touchpoints(here: Here, met: Sequence[Touchpoint]) -> Iterator[Section]:
    book = here.site.handbook
    for phase in book.phases.values():
        own = [one for one in met if (step := book.step(one.id)) and step.phase == phase.id]
        if own:
            lines = tuple(touchpoint_line(here, one, channel=False) for one in own)
            yield Section(title=phase.title, lines=lines)


def _content(here: Here, channel: Channel) -> Iterator[Section]:
    book = here.site.handbook
    for phase in book.phases.values():
        found = {
            asset.id: asset
            for persona in book.personas
            for asset in book.coverage.assets_on(persona, phase.id, channel.id)
        }
        order = sorted(found.values(), key=lambda one: (not one.is_published, one.title))
        if not order:
            continue
        text = here.site.wording.text("More in the catalogue")
        more = here.catalogue(text, channel=channel.id, phase=phase.id)
        yield Section(
            title=phase.title,
            lines=tuple(asset_line(here, one) for one in order[:_SHOWN]),
            more=more if len(order) > _SHOWN else None,
        )
