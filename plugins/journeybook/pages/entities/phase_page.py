"""The page of a phase: what it expects, and how the personas compare in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeybook.counts.counted import Counted
from journeybook.counts.within import Within
from journeybook.gaps.state import GapState
from journeybook.handbook.book import Steps
from journeybook.handbook.entities import Expects, Phase
from journeybook.handbook.index.matrix_facts import CellState
from journeybook.handbook.journeys import Step
from journeybook.pages.entities.channel_page import CellsByPersona
from journeybook.pages.gaps.checks import Check, checks
from journeybook.pages.gaps.words import expectation_words
from journeybook.pages.matrix.matrix_words import state_word
from journeybook.pages.parts.answered import Asked, asked_in
from journeybook.pages.parts.entity_parts import (
    Fact,
    Head,
    Section,
    gap_line,
    keeper_facts,
    told_facts,
)
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.tallies import Tally, tally
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.pages.parts.words.states import STAGES, feeling_kind
from journeybook.schema import Kind
from journeybook.wording import marked, signed

_SHOWN = 8
_CTA = {"required": marked("must be there"), "optional": marked("may be there")}
_GATED = {
    "expected": marked("expected for some pieces"),
    "allowed": marked("allowed"),
    "discouraged": marked("better not"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeling:
    """How a persona feels in a step."""

    link: Link
    kind: str
    score: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelState:
    """A channel a persona meets in the phase, with the state of its cell."""

    link: Link
    state: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contender:
    """A persona in the phase, to be compared with the others."""

    persona: Link
    journeys: tuple[Link, ...]
    feelings: tuple[Feeling, ...]
    asked: Asked
    checks: tuple[Check, ...]
    channels: tuple[ChannelState, ...]
    moments: str
    gaps: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class PhasePage:
    """The page of a phase."""

    uri: str
    head: Head
    caption: str
    contenders: tuple[Contender, ...]
    gaps: Section


def make_phase_page(site: Site, cells: CellsByPersona, phase: Phase) -> PhasePage:
    """Make the page of a phase."""
    here = Here(site=site, uri=site.addresses.page(phase))
    say = site.wording.text
    entries = site.counts.gaps(Within(phase=phase.id))
    gaps = [one for one in entries if one.state is GapState.OPEN]
    own = site.handbook.steps_by_phase.get(phase.id, ())
    return PhasePage(
        uri=here.uri,
        head=_head(here, phase),
        caption=say("How the personas compare in this phase: {phase}", phase=phase.title),
        contenders=tuple(
            _contender(here, own, cells, phase, persona)
            for persona in site.handbook.personas
            if _takes_part(here, own, phase, persona)
        ),
        gaps=Section(
            title=say("What is missing most"),
            lines=tuple(gap_line(here, one) for one in gaps[:_SHOWN]),
            more=here.page(site.addresses.gaps_of(phase.id), say("The whole gap report")),
        ),
    )


def feelings_of(here: Here, steps: Sequence[Step], persona: str) -> Iterator[Feeling]:
    """Give how a persona feels in some steps."""
    for step in steps:
        for one in step.emotions:
            if persona in one.personas and (one.label or one.score is not None):
                kind, word = feeling_kind(here.site, one.score)
                number = "" if one.score is None else signed(one.score)
                yield Feeling(link=here.emotion(one, one.label or word), kind=kind, score=number)


def _head(here: Here, phase: Phase) -> Head:
    say = here.site.wording.text
    return Head(
        summary=phase.summary or "",
        facts=(
            *told_facts(here, phase, Kind.PHASE),
            *_expectations(here, phase),
            *keeper_facts(here, phase),
        ),
        pills=(say(STAGES[phase.stage]),) if phase.stage in STAGES else (),
        source=here.source(phase.span, phase.title),
        title=phase.title,
    )


def _forms(here: Here, expects: Expects) -> Iterator[Fact]:
    say = here.site.wording.text
    if expects.gated in _GATED:
        yield Fact(label=say("Gated content"), text=say(_GATED[expects.gated]))
    if expects.gate_fields is not None:
        number = here.site.wording.number(expects.gate_fields)
        yield Fact(label=say("Fields of a form at most"), text=number)


def _expectations(here: Here, phase: Phase) -> Iterator[Fact]:
    say, count = here.site.wording.text, here.site.wording.count
    expects = phase.expects
    label = here.site.handbook.vocabulary.type_label
    amounts = []
    if expects.assets:
        amounts.append(count("{n} asset", "{n} assets", expects.assets))
    if expects.formats:
        amounts.append(count("{n} format", "{n} formats", expects.formats))
    if amounts:
        wanted = here.site.wording.both(amounts)
        yield Fact(label=say("Needs for each persona"), text=wanted)
    if expects.types:
        types = tuple(here.catalogue(label(one), type=one, phase=phase.id) for one in expects.types)
        yield Fact(label=say("Kinds of content"), links=types)
    if expects.cta in _CTA:
        yield Fact(label=say("Call to action"), text=say(_CTA[expects.cta]))
    yield from _forms(here, expects)
    for persona, own in phase.expects_by_persona.items():
        words = " · ".join(expectation_words(own, here.site)) or say("nothing")
        yield Fact(label=here.persona(persona).text, text=words)


def _takes_part(here: Here, steps: Steps, phase: Phase, persona: str) -> bool:
    met = any(persona in step.personas for _, step in steps)
    book = here.site.handbook
    in_scope = (persona, phase.id) in book.asked.missing
    return met or in_scope or bool(book.coverage.assets_at(persona, phase.id))


def _contender(
    here: Here, steps: Steps, cells: CellsByPersona, phase: Phase, persona: str
) -> Contender:
    within = Within(persona=persona, phase=phase.id)
    own = [step for _, step in steps if persona in step.personas]
    moments = sum(
        one.moment_of_truth and persona in one.personas for step in own for one in step.touchpoints
    )
    return Contender(
        persona=here.persona(persona),
        journeys=tuple(here.step(step) for step in own),
        feelings=tuple(feelings_of(here, own, persona)),
        asked=asked_in(persona, phase.id, here),
        checks=checks(persona, phase, here),
        channels=tuple(_channels(here, cells, phase, persona)),
        moments=here.site.wording.number(moments) if moments else "–",
        gaps=tally(here, Counted.OPEN_GAPS, within),
    )


def _channels(
    here: Here, cells: CellsByPersona, phase: Phase, persona: str
) -> Iterator[ChannelState]:
    for (channel, where), cell in cells[persona].items():
        if where == phase.id and cell.state is not CellState.UNUSED:
            yield ChannelState(
                link=here.channel(channel),
                state=cell.state.value,
                word=state_word(here.site, cell.state),
            )
