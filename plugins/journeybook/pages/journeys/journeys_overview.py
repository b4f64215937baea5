"""The overview of all journeys: who is served where, who decides, and which maps need care."""

from dataclasses import dataclass, replace

from journeybook.counts.counted import Counted
from journeybook.counts.within import Within
from journeybook.handbook.entities import Phase
from journeybook.handbook.journeys import Journey
from journeybook.pages.journeys.journey_curve import CurveView, journey_curve
from journeybook.pages.journeys.journey_head import is_overdue
from journeybook.pages.journeys.overview_cells import OverviewRow, overview_rows
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.tallies import Tally, figure, part_of, tally
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.pages.parts.words.states import Figure
from journeybook.rules.engine.asking import ROLES
from journeybook.wording import marked

_SHARES = {
    Counted.ANSWERED: marked("answered"),
    Counted.RESEARCHED: marked("researched"),
    Counted.LIKED: marked("liked"),
    Counted.ASKED: marked("asked"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyCard:
    """A journey in a list: its scores, its curve and who keeps it."""

    link: Link
    summary: str
    personas: str
    scores: tuple[tuple[str, Figure], ...]
    gaps: Tally
    gaps_tone: str
    curve: CurveView
    owner: str
    review: str
    care: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRow:
    """A role in the buying group: who has it, and whether it is told in the deciding phase."""

    role: str
    kind: str
    word: str
    personas: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewView:
    """Everything on the overview of journeys."""

    uri: str
    title: str
    phases: tuple[Link, ...]
    rows: tuple[OverviewRow, ...]
    cards: tuple[JourneyCard, ...]
    group_title: str
    group_words: str
    roles: tuple[RoleRow, ...]
    compare: Link | None


def journeys_overview(site: Site) -> OverviewView:
    """Make the overview."""
    here = Here(site=site, uri=site.addresses.journeys)
    book, say = site.handbook, site.wording.text
    deciding = book.deciding_phase
    return OverviewView(
        uri=site.addresses.journeys,
        title=say("Journeys"),
        phases=tuple(here.phase(one) for one in book.phases),
        rows=overview_rows(here),
        cards=journey_cards(here),
        group_title=say("The buying group in {phase}", phase=deciding.title) if deciding else "",
        group_words=say("Who has a say when it is decided, and which roles nobody covers."),
        roles=_roles(deciding, here) if deciding else (),
        compare=here.page(site.addresses.compare, say("Compare two journeys"))
        if len(book.journeys) > 1
        else None,
    )


def journey_cards(here: Here) -> tuple[JourneyCard, ...]:
    """Give every journey as a card."""
    return tuple(_card(one, here) for one in here.site.handbook.journeys.values())


def _card(journey: Journey, here: Here) -> JourneyCard:
    book, wording = here.site.handbook, here.site.wording
    within = Within(journey=journey.id)
    gaps = tally(here, Counted.OPEN_GAPS, within)
    names = [book.personas[one].title for one in journey.personas]
    return JourneyCard(
        link=here.journey(journey),
        summary=journey.summary or "",
        personas="" if names == [journey.title] else wording.both(names),
        scores=tuple(
            (
                wording.text(words),
                replace(figure(here, what, within), figure=part_of(here.site, what, within)),
            )
            for what, words in _SHARES.items()
        ),
        gaps=gaps,
        gaps_tone="open" if gaps.number else "quiet",
        curve=journey_curve(journey, here),
        owner=journey.owner or "",
        review=wording.day(journey.reviewed) if journey.reviewed else "",
        care=_care(journey, here),
    )


def _care(journey: Journey, here: Here) -> tuple[str, ...]:
    say, day = here.site.wording.text, here.site.wording.day
    found = []
    if not journey.owner:
        found.append(say("nobody owns it"))
    if is_overdue(journey, here) and journey.reviewed and journey.review_every:
        due = journey.review_every.after(journey.reviewed)
        found.append(say("review due since {day}", day=day(due)))
    elif journey.reviewed is None:
        found.append(say("never reviewed"))
    return tuple(found)


def _roles(phase: Phase, here: Here) -> tuple[RoleRow, ...]:
    book, say = here.site.handbook, here.site.wording.text
    rows = []
    for role, word in ROLES.items():
        having = [one for one in book.personas.values() if role in one.roles]
        told = [
            one
            for one in having
            if any(journey.steps_in(phase.id) for journey in book.journeys_of(one.id))
        ]
        kind, words = "answered", say("described in this phase")
        if not having:
            kind, words = "open", say("nobody covers this role")
        elif not told:
            kind, words = "filling", say("not described in this phase")
        rows.append(
            RoleRow(
                role=say(word),
                kind=kind,
                word=words,
                personas=tuple(here.persona(one.id) for one in having),
            )
        )
    return tuple(rows)
