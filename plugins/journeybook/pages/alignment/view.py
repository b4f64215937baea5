"""What departments see of a persona, phase by phase, and what they have to agree on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeybook.handbook.entities import Persona
from journeybook.handbook.fitting.asked import Part
from journeybook.handbook.index.alignment import FEW, Account, Difference, Matter, View, views_of
from journeybook.handbook.journeys import Emotion, Touchpoint
from journeybook.pages.parts.entity_parts import Line, said_link
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.rules.engine.about import Said
from journeybook.rules.engine.differing import difference_words, told_differences
from journeybook.wording import marked, signed

MATTERS = {
    Matter.FEELING: marked("Another feeling"),
    Matter.ONLY_ONE: marked("Only one knows it"),
    Matter.EVIDENCE: marked("Research says both"),
    Matter.IMPORTANCE: marked("Another importance"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What one department sees in a phase: how it feels, and where they meet us."""

    entries: tuple[Line, ...]
    silence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseRow:
    """A phase as each department sees it, in the order of the columns."""

    phase: Link
    seen: tuple[Seen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToAgree:
    """Something to agree on: in which phase, what it is, and where each says so."""

    phase: str
    matter: str
    words: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """A persona with the maps that departments made of it."""

    persona: Link
    caption: str
    maps: tuple[tuple[str, tuple[Link, ...]], ...]
    rows: tuple[PhaseRow, ...]
    to_agree: tuple[ToAgree, ...]


def alignments(site: Site) -> tuple[Alignment, ...]:
    """Give every persona of which several departments made a map."""
    here = Here(site=site, uri=site.addresses.alignment)
    found = ((one, views_of(site.handbook, one.id)) for one in site.handbook.personas.values())
    return tuple(_alignment(persona, views, here) for persona, views in found if views)


def has_alignments(site: Site) -> bool:
    """Tell whether several departments made a map of any persona."""
    return any(views_of(site.handbook, persona) for persona in site.handbook.personas)


def _alignment(persona: Persona, views: Sequence[View], here: Here) -> Alignment:
    site = here.site
    return Alignment(
        persona=here.persona(persona.id),
        caption=site.wording.text("What departments see of {persona}", persona=persona.title),
        maps=tuple((one.department, tuple(map(here.journey, one.journeys))) for one in views),
        rows=tuple(_rows(persona.id, views, here)),
        to_agree=tuple(_to_agree(persona.id, here)),
    )


def _rows(persona: str, views: Sequence[View], here: Here) -> Iterator[PhaseRow]:
    for phase in here.site.handbook.phases:
        # Where only one of them looks, there is nothing to hold it against.
        if sum(one.covers(phase) for one in views) >= FEW:
            seen = tuple(_seen(one, phase, persona, here) for one in views)
            yield PhaseRow(phase=here.phase(phase), seen=seen)


def _seen(view: View, phase: str, persona: str, here: Here) -> Seen:
    accounts = [
        account
        for part in (Part.EMOTION, Part.TOUCHPOINTS)
        for account in view.said(part, phase, persona)
    ]
    silence = "" if accounts else here.site.wording.text("not asked yet")
    return Seen(entries=tuple(_entry(one, here) for one in accounts), silence=silence)


def _entry(account: Account, here: Here) -> Line:
    say, said = here.site.wording.text, account.said
    felt = said.score if isinstance(said, Emotion) else getattr(said, "emotion", None)
    kind, word = _feeling(felt)
    notes = []
    if isinstance(said, Emotion):
        notes.append(signed(said.score))
    elif isinstance(said, Touchpoint):
        notes += [say("importance {mark}", mark=said.importance)] if said.importance else []
        # Who works with the customer there, where that is not the department that made the map.
        notes += [said.department] if said.department else []
    return Line(link=said_link(here, said), kind=kind, word=say(word), note=" · ".join(notes))


def _feeling(score: int | None) -> tuple[str, str]:
    if not score:
        return "neutral", marked("neutral")
    return ("delight", marked("delight")) if score > 0 else ("pain", marked("pain"))


def _to_agree(persona: str, here: Here) -> Iterator[ToAgree]:
    for one, said in told_differences(here.site.handbook, persona, here.site.judging.settings):
        yield _agreeing(one, said, here)


def _agreeing(one: Difference, said: Said, here: Here) -> ToAgree:
    book, wording = here.site.handbook, here.site.wording
    return ToAgree(
        phase=book.phases[one.phase].title,
        matter=wording.text(MATTERS[one.matter]),
        words=difference_words(one, said, book, wording),
        links=tuple(
            Link(text=each.department, href=said_link(here, each.said).href)
            for each in one.accounts
        ),
    )
