"""Personas, phases and channels as cards: who or what it is, how it stands, what to do first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeybook.counts.counted import Counted
from journeybook.counts.within import Within
from journeybook.fixes.fix import Fix
from journeybook.handbook.entities import Channel, Persona, Phase
from journeybook.pages.gaps.fix_words import loud_fixes, title_of
from journeybook.pages.journeys.journey_head import role_words
from journeybook.pages.matrix.matrix_words import CHANNEL_TYPES, group_word
from journeybook.pages.parts.entity_parts import Fact
from journeybook.pages.parts.pictures import Picture, picture_of
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.tallies import Tally, figure, tallies, tally
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.pages.parts.words.states import STAGES, Figure
from journeybook.pages.walks.view import walk_link

_MOST_LETTERS = 3
_OFFER = (Counted.PUBLISHED, Counted.COMING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A persona, a phase or a channel in a few lines.

    `sign` are its letters or its number, `first` is the work on it that comes first.
    """

    link: Link
    sign: str = ""
    picture: Picture | None = None
    pills: tuple[str, ...] = ()
    quote: str = ""
    summary: str = ""
    facts: tuple[Fact, ...] = ()
    answered: Figure | None = None
    tallies: tuple[Tally, ...] = ()
    first: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Cards that belong together, under a title where there are several groups."""

    cards: tuple[Card, ...]
    title: str = ""
    kind: str = ""


def persona_groups(site: Site) -> Iterator[Group]:
    """Give a card for every persona."""
    here = Here(site=site, uri=site.addresses.personas)
    fixes, people = loud_fixes(site.fixes.all), site.handbook.personas.values()
    yield Group(cards=tuple(_persona(here, one, fixes) for one in people))


def phase_groups(site: Site) -> Iterator[Group]:
    """Give a card for every phase in order, those of buyers and of customers apart."""
    here = Here(site=site, uri=site.addresses.phases)
    fixes = loud_fixes(site.fixes.all)
    numbered = list(enumerate(site.handbook.phases.values(), start=1))
    for stage in (*STAGES, None):
        cards = [_phase(here, at, one, fixes) for at, one in numbered if one.stage == stage]
        if cards:
            title = site.wording.text(STAGES[stage]) if stage else ""
            yield Group(cards=tuple(cards), title=title, kind=stage or "")


def channel_groups(site: Site) -> Iterator[Group]:
    """Give a card for every channel, each type apart."""
    here = Here(site=site, uri=site.addresses.channels)
    for kind in (*CHANNEL_TYPES, None):
        cards = [_channel(here, one) for one in site.handbook.channels.values() if one.type == kind]
        if cards:
            yield Group(cards=tuple(cards), title=group_word(site, kind))


def _persona(here: Here, persona: Persona, fixes: Sequence[Fix]) -> Card:
    site, within = here.site, Within(persona=persona.id)
    walk = site.walks.get(persona.id)
    journeys = tuple(here.journey(one) for one in site.handbook.journeys_of(persona.id))
    facts = (
        Fact(label=site.wording.text("Journeys"), links=journeys),
        Fact(
            label=site.wording.text("How far they get"),
            links=(walk_link(walk, here),) if walk else (),
        ),
    )
    return Card(
        link=here.persona(persona.id),
        sign=letters_of(persona.title),
        picture=picture_of(persona, here),
        pills=role_words(persona, here),
        quote=persona.quote or "",
        summary="" if persona.quote else persona.summary or "",
        facts=tuple(fact for fact in facts if fact.links),
        answered=_answered(here, within),
        tallies=(tally(here, Counted.OPEN_GAPS, within),),
        first=_first(here, (one for one in fixes if persona.id in one.personas)),
    )


def _phase(here: Here, number: int, phase: Phase, fixes: Sequence[Fix]) -> Card:
    site, within = here.site, Within(phase=phase.id)
    return Card(
        link=here.phase(phase.id),
        sign=site.wording.number(number),
        summary=phase.summary or "",
        answered=_answered(here, within),
        tallies=(*tallies(here, _OFFER, within), tally(here, Counted.OPEN_GAPS, within)),
        first=_first(here, (one for one in fixes if phase.id in one.phases)),
    )


def _channel(here: Here, channel: Channel) -> Card:
    site, within = here.site, Within(channel=channel.id)
    people = site.handbook.personas.values()
    lookers = tuple(here.persona(one.id) for one in people if channel.id in one.channels.primary)
    told = tallies(here, (Counted.TOUCHPOINTS, *_OFFER), within)
    return Card(
        link=here.channel(channel.id),
        summary=channel.summary or "",
        facts=(Fact(label=site.wording.text("First choice of"), links=lookers),) if lookers else (),
        tallies=(*told, tally(here, Counted.OPEN_GAPS, within)),
    )


def _answered(here: Here, within: Within) -> Figure | None:
    asked = here.site.counts.whole_of(Counted.ANSWERED, within)
    return figure(here, Counted.ANSWERED, within) if asked else None


def _first(here: Here, fixes: Iterator[Fix]) -> Link | None:
    fix = next(fixes, None)
    return here.gap(fix.entries[0], title_of(fix, here.site)) if fix else None


def letters_of(title: str) -> str:
    """Give the letters that stand for a name: a short word in capitals, or what words begin with.

    Signs that no word begins with stand for nothing.
    """
    words = [word for word in title.split() if word[0].isalnum()]
    if words and words[0].isupper() and len(words[0]) <= _MOST_LETTERS:
        return words[0]
    return "".join(word[0] for word in words[:2]).upper()
