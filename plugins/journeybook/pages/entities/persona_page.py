"""The page of a persona: who it is, what is known of it, and how well it is served."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeybook.counts.counted import Counted
from journeybook.counts.within import Within
from journeybook.gaps.state import GapState
from journeybook.handbook.entities import Persona
from journeybook.handbook.index.alignment import views_of
from journeybook.handbook.index.matrix_facts import CellState, Scope
from journeybook.handbook.journeys import Journey
from journeybook.handbook.statements import Statement
from journeybook.pages.entities.channel_page import (
    CellsByPersona,
    ChannelMatrix,
    ChannelRow,
    rank_word,
)
from journeybook.pages.entities.phase_page import Feeling, feelings_of
from journeybook.pages.journeys.journey_head import ranked_channels, role_words
from journeybook.pages.matrix.matrix import make_cell
from journeybook.pages.parts.answered import Asked, asked_in
from journeybook.pages.parts.entity_parts import (
    Fact,
    Head,
    Line,
    Section,
    gap_line,
    keeper_facts,
    told_facts,
)
from journeybook.pages.parts.pictures import picture_of
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.tallies import Tally, figure, tallies, tally
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.pages.parts.words.rivals import Stand, stand_of
from journeybook.pages.parts.words.states import Figure
from journeybook.pages.parts.words.strengths import strength_of
from journeybook.pages.walks.view import walk_link
from journeybook.schema import Kind

_SHOWN = 8
MOST_INHERITED = 40
FIGURES = (
    Counted.ANSWERED,
    Counted.LACKING,
    Counted.RESEARCHED,
    Counted.LIKED,
    Counted.ASKED,
    Counted.OPEN_GAPS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyCard:
    """A journey of the persona with its figures."""

    link: Link
    summary: str
    state: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaPhase:
    """The persona in a phase: feelings, questions, content, gaps, and what nobody asked yet."""

    phase: Link
    feelings: tuple[Feeling, ...]
    asked: Asked
    stand: Stand | None
    content: tuple[Tally, ...]
    gaps: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaPage:
    """The page of a persona."""

    uri: str
    head: Head
    goals: Section
    pains: Section
    journeys: tuple[JourneyCard, ...]
    phase_caption: str
    phases: tuple[PersonaPhase, ...]
    channels: ChannelMatrix
    gaps: Section


def make_persona_page(site: Site, cells: CellsByPersona, persona: Persona) -> PersonaPage:
    """Make the page of a persona."""
    here = Here(site=site, uri=site.addresses.page(persona))
    say = site.wording.text
    gaps = site.counts.gaps(Within(persona=persona.id))
    waiting = [one for one in gaps if one.state is GapState.OPEN]
    return PersonaPage(
        uri=here.uri,
        head=_head(here, persona),
        goals=_section(here, say("Goals"), persona.goals, persona),
        pains=_section(here, say("Pains"), persona.pains, persona),
        journeys=tuple(
            _journey(here, one, persona) for one in site.handbook.journeys_of(persona.id)
        ),
        phase_caption=say("{persona} phase by phase", persona=persona.title),
        phases=tuple(_phases(here, persona)),
        channels=_channels(here, cells, persona),
        gaps=Section(
            title=say("What is missing most"),
            lines=tuple(gap_line(here, one) for one in waiting[:_SHOWN]),
            more=here.page(
                site.addresses.gaps_of_persona(persona.id), say("All gaps of this persona")
            ),
        ),
    )


def _head(here: Here, persona: Persona) -> Head:
    return Head(
        summary=persona.summary or "",
        quote=persona.quote or "",
        picture=picture_of(persona, here),
        facts=(*_facts(here, persona), *keeper_facts(here, persona)),
        pills=role_words(persona, here),
        source=here.source(persona.span, persona.title),
        title=persona.title,
    )


def _facts(here: Here, persona: Persona) -> Iterator[Fact]:
    say = here.site.wording.text
    yield from told_facts(here, persona, Kind.PERSONA)
    yield from ranked_channels(persona, here)
    if persona.languages:
        names = [here.site.wording.language_name(one) for one in persona.languages]
        yield Fact(label=say("Reads"), text=here.site.wording.both(names))
    if persona.formats:
        labels = map(here.site.handbook.vocabulary.type_label, persona.formats)
        yield Fact(label=say("Likes best"), text=here.site.wording.both(labels))
    if persona.extends:
        yield Fact(label=say("Takes after"), links=(here.persona(persona.extends),))
    if views_of(here.site.handbook, persona.id):
        link = here.page(here.site.addresses.alignment, say("What departments see"))
        yield Fact(label=say("Maps by department"), links=(link,))
    if walk := here.site.walks.get(persona.id):
        yield Fact(label=say("How far they get"), links=(walk_link(walk, here),))


def _section(here: Here, title: str, statements: Sequence[Statement], persona: Persona) -> Section:
    # In a long line of parents every page would repeat what stands on all pages before it.
    inherited = [one for one in statements if one.inherited_from]
    above = set(inherited[:-MOST_INHERITED])
    rest = here.site.wording.count("{n} more", "{n} more", len(above))
    parent = here.persona(persona.extends) if above and persona.extends else None
    return Section(
        title=title,
        lead="" if statements else here.site.wording.text("Nobody named any yet."),
        lines=tuple(_statement(here, one) for one in statements if one not in above),
        more=parent and Link(text=rest, href=parent.href),
    )


def _statement(here: Here, one: Statement) -> Line:
    site = here.site
    say, parent = site.wording.text, site.handbook.personas.get(one.inherited_from or "")
    notes = (
        say("importance {mark} of 5", mark=one.importance) if one.importance else "",
        say("from {persona}", persona=parent.title) if parent else "",
    )
    return Line(
        link=Link(text=one.text),
        anchor="" if parent else site.addresses.anchor(one),
        links=tuple(here.research(each) for each in one.evidence),
        note=" · ".join(note for note in notes if note),
        strength=strength_of(site, one),
    )


def _journey(here: Here, journey: Journey, persona: Persona) -> JourneyCard:
    say, within = here.site.wording.text, Within(journey=journey.id, persona=persona.id)
    return JourneyCard(
        link=here.journey(journey),
        summary=journey.summary or "",
        state=say("future state") if not journey.is_current else "",
        figures=tuple(figure(here, what, within) for what in FIGURES),
    )


def _phases(here: Here, persona: Persona) -> Iterator[PersonaPhase]:
    book = here.site.handbook
    for phase in book.phases:
        own = [
            step
            for _, step in here.site.handbook.steps_by_phase.get(phase, ())
            if persona.id in step.personas
        ]
        missing = book.asked.missing.get((persona.id, phase), frozenset())
        if not own and not missing and not book.coverage.assets_at(persona.id, phase):
            continue
        within = Within(persona=persona.id, phase=phase)
        yield PersonaPhase(
            phase=here.phase(phase),
            feelings=tuple(feelings_of(here, own, persona.id)),
            asked=asked_in(persona.id, phase, here),
            stand=stand_of(own, persona.id, here.site.wording),
            content=tallies(here, (Counted.PUBLISHED, Counted.COMING), within),
            gaps=tally(here, Counted.OPEN_GAPS, within),
        )


def _channels(here: Here, cells: CellsByPersona, persona: Persona) -> ChannelMatrix:
    site, say = here.site, here.site.wording.text
    return ChannelMatrix(
        caption=say("Channels of {persona} phase by phase", persona=persona.title),
        corner=say("Channel"),
        phases=tuple(Link(text=one.title) for one in site.handbook.phases.values()),
        rows=tuple(_channel_rows(here, cells, persona)),
        nothing=say("Nobody said yet where they look, or where they meet us."),
        matrix=here.page(site.addresses.matrix_of(persona.id), say("The whole channel matrix")),
    )


def _channel_rows(here: Here, cells: CellsByPersona, persona: Persona) -> Iterator[ChannelRow]:
    book = here.site.handbook
    scope = Scope(personas=(persona.id,), phases=tuple(book.phases))
    ranked = list(persona.channels.all)
    rest = [one for one in book.channels if one not in ranked]
    for channel in (*ranked, *rest):
        own = [cells[persona.id][channel, phase] for phase in book.phases]
        if channel in ranked or any(one.state is not CellState.UNUSED for one in own):
            yield ChannelRow(
                head=here.channel(channel),
                rank=rank_word(here, persona.id, channel),
                cells=tuple(make_cell(here, scope, one) for one in own),
            )
