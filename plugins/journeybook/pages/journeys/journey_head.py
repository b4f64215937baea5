"""The head of a journey: who goes on it, and what the map is for."""

from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.handbook.entities import Persona
from journeybook.handbook.journeys import Journey
from journeybook.handbook.statements import Statement
from journeybook.pages.parts.entity_parts import Fact, told_facts
from journeybook.pages.parts.pictures import Picture, picture_of
from journeybook.pages.parts.ways.links import Here, Link, Source
from journeybook.pages.parts.words.strengths import Strong, strength_of
from journeybook.rules.engine.asking import ROLES
from journeybook.schema import Kind
from journeybook.wording import marked

_USAGES = {"once": marked("used once"), "living": marked("living map")}

_SHORT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadPoint:
    """A goal or a pain of a persona; `inherited` says from whom it was taken over."""

    text: str
    strength: Strong
    inherited: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaCard:
    """Who goes on the journey."""

    link: Link
    initials: str
    picture: Picture | None
    quote: str
    roles: tuple[str, ...]
    segment: str
    goals: tuple[HeadPoint, ...]
    pains: tuple[HeadPoint, ...]
    looks: tuple[Fact, ...]
    extends: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadView:
    """The head of a journey's page; in the charter is open what needs somebody's attention."""

    cards: tuple[PersonaCard, ...]
    charter: tuple[Fact, ...]


def journey_head(journey: Journey, here: Here) -> HeadView:
    """Make the head of a journey."""
    personas = here.site.handbook.personas
    return HeadView(
        cards=tuple(_card(personas[one], here) for one in journey.personas),
        charter=charter(journey, here),
    )


def role_words(persona: Persona, here: Here) -> tuple[str, ...]:
    """Say the parts a persona has in the buying group."""
    return tuple(here.site.wording.text(ROLES.get(one, one)) for one in persona.roles)


def ranked_channels(persona: Persona, here: Here) -> Iterator[Fact]:
    """Give the channels a persona looks at first, next and rarely."""
    say, ranks = here.site.wording.text, persona.channels
    ranked = (
        (say("Looks first at"), ranks.primary),
        (say("Then"), ranks.secondary),
        (say("Rarely"), ranks.tertiary),
    )
    for label, channels in ranked:
        if channels:
            yield Fact(label=label, links=tuple(here.channel(one) for one in channels))


def charter(journey: Journey, here: Here) -> tuple[Fact, ...]:
    """Say for whom the map is, why, what it covers, who keeps it, and when it is looked at."""
    say, phases = here.site.wording.text, here.site.handbook.phases
    titles = [phases[one].title for one in journey.scope]
    scope = f"{titles[0]} – {titles[-1]}" if len(titles) > 1 else "".join(titles)
    state = say("future state") if journey.state == "future" else say("current state")
    usage = say(_USAGES[journey.usage]) if journey.usage in _USAGES else ""
    facts = (
        Fact(label=say("Purpose"), text=journey.purpose or ""),
        Fact(label=say("Made for"), text=journey.audience or ""),
        Fact(label=say("Scope"), text=scope),
        Fact(label=say("Kind of map"), text=" · ".join(one for one in (state, usage) if one)),
        Fact(label=say("Department"), text=journey.department or ""),
        Fact(label=say("Made across"), text=here.site.wording.both(journey.across)),
        _owner(journey, here),
        _review(journey, here),
        *told_facts(here, journey, Kind.JOURNEY),
    )
    return tuple(one for one in facts if one.text)


def is_overdue(journey: Journey, here: Here) -> bool:
    """Tell whether the day of the next review has passed."""
    if journey.reviewed is None or journey.review_every is None:
        return False
    return journey.review_every.after(journey.reviewed) < here.site.handbook.today


def _owner(journey: Journey, here: Here) -> Fact:
    say = here.site.wording.text
    if journey.owner:
        return Fact(label=say("Owner"), text=journey.owner)
    return Fact(label=say("Owner"), text=say("nobody yet"), tone="open")


def _review(journey: Journey, here: Here) -> Fact:
    say, day = here.site.wording.text, here.site.wording.day
    label = say("Last review")
    if journey.reviewed is None:
        return Fact(label=label, text=say("never"), tone="wait")
    last = day(journey.reviewed)
    if journey.review_every is None:
        return Fact(label=label, text=last)
    following = day(journey.review_every.after(journey.reviewed))
    if is_overdue(journey, here):
        text = say("{last}, the next was due on {next}", last=last, next=following)
        return Fact(label=label, text=text, tone="open")
    return Fact(label=label, text=say("{last}, next on {next}", last=last, next=following))


def _card(persona: Persona, here: Here) -> PersonaCard:
    parent, say = here.site.handbook.personas.get(persona.extends or ""), here.site.wording.text
    return PersonaCard(
        link=here.persona(persona.id),
        initials=_initials(persona.title),
        picture=picture_of(persona, here),
        quote=persona.quote or "",
        roles=role_words(persona, here),
        segment=persona.segment or "",
        goals=tuple(_point(one, here) for one in persona.goals),
        pains=tuple(_point(one, here) for one in persona.pains),
        looks=tuple(ranked_channels(persona, here)),
        extends=say("as {persona}, and more", persona=parent.title) if parent else "",
        source=here.source(persona.span, persona.title),
    )


def _initials(title: str) -> str:
    # An abbreviation stands for itself.
    words = title.split()
    if len(words) == 1 or (len(words[0]) <= _SHORT and words[0].isupper()):
        return words[0][:_SHORT] if words[0].isupper() else words[0][:1].upper()
    return f"{words[0][:1]}{words[-1][:1]}".upper()


def _point(statement: Statement, here: Here) -> HeadPoint:
    parent = here.site.handbook.personas.get(statement.inherited_from or "")
    say = here.site.wording.text
    return HeadPoint(
        text=statement.text,
        strength=strength_of(here.site, statement),
        inherited=say("from {persona}", persona=parent.title) if parent else "",
    )
