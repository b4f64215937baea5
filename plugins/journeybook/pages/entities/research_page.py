"""The page of a round of research: how it was done, and which statements rest on it."""

from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.handbook.entities import Research
from journeybook.handbook.journeys import Emotion
from journeybook.pages.entities.usage import Known, Usage
from journeybook.pages.parts.entity_parts import (
    Fact,
    Head,
    Line,
    Section,
    joined,
    keeper_facts,
    lane_word,
    titles,
    told_facts,
)
from journeybook.pages.parts.links import Here, Link
from journeybook.pages.parts.site import Site
from journeybook.schema import Kind
from journeybook.wording import marked

_METHODS = {
    "interview": marked("Interviews"),
    "survey": marked("Survey"),
    "analytics": marked("Analytics"),
    "workshop": marked("Workshop"),
    "desk": marked("Desk research"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ResearchPage:
    """The page of a round of research."""

    uri: str
    head: Head
    findings: Section
    uses: tuple[Section, ...]
    use_title: str
    use_lead: str


def make_research_page(site: Site, usage: Usage, research: Research) -> ResearchPage:
    """Make the page of a round of research."""
    here = Here(site=site, uri=site.addresses.page(research))
    say, count = site.wording.text, site.wording.count
    known = usage.shown_by.get(research.id, ())
    lead = count(
        "{n} statement in the handbook rests on this round.",
        "{n} statements in the handbook rest on this round.",
        len(known),
    )
    return ResearchPage(
        uri=here.uri,
        head=_head(here, research),
        findings=Section(
            title=say("What came out"),
            lines=tuple(
                Line(
                    link=Link(text=one.text),
                    anchor=site.addresses.anchor(one),
                    note=titles(here, one.personas) if one.personas != research.personas else "",
                )
                for one in research.findings
            ),
        ),
        uses=tuple(_uses(here, known)),
        use_title=say("What rests on it"),
        use_lead=lead if known else say("Nothing in the handbook rests on this round yet."),
    )


def _head(here: Here, research: Research) -> Head:
    say = here.site.wording.text
    facts = [
        Fact(label=say("Finished"), text=here.site.wording.day(research.date))
        if research.date
        else Fact(label=say("Finished"), text=say("not said"), tone="wait"),
        Fact(label=say("About"), links=tuple(here.persona(one) for one in research.personas)),
    ]
    if research.participants:
        number = here.site.wording.number(research.participants)
        facts.insert(0, Fact(label=say("People taking part"), text=number))
    return Head(
        summary=research.summary or "",
        facts=(*facts, *told_facts(here, research, Kind.RESEARCH), *keeper_facts(here, research)),
        pills=(say(_METHODS[research.method]),) if research.method in _METHODS else (),
        source=here.source(research.span, research.title),
        title=research.title,
    )


def _uses(here: Here, known: tuple[Known, ...]) -> Iterator[Section]:
    # Known statements come persona by persona and journey by journey already.
    grouped: dict[str, list[Known]] = {}
    for one in known:
        owner = one.persona or one.journey
        if owner:
            key = f"persona {owner.id}" if one.persona else f"journey {owner.id}"
            grouped.setdefault(key, []).append(one)
    for found in grouped.values():
        first = found[0]
        owner = first.persona or first.journey
        lines = tuple(_line(here, one) for one in found)
        if first.persona:
            yield Section(title=first.persona.title, lines=lines)
        elif owner:
            title = here.site.wording.text("Journey: {journey}", journey=owner.title)
            yield Section(title=title, lines=lines)


def _line(here: Here, known: Known) -> Line:
    one = known.statement
    if isinstance(one, Emotion):
        words = one.label or here.site.wording.text("how it feels")
        link = here.emotion(one, words)
    else:
        link = here.statement(one)
    step = known.step.title if known.step else ""
    return Line(link=link, note=joined(lane_word(here, one), step))
