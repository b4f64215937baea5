"""The page of a round of research: how it was done, and which statements rest on it."""

from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.grouping import grouped
from journeybook.handbook.journeys import Emotion, Touchpoint
from journeybook.handbook.research import Research
from journeybook.handbook.statements import Statement
from journeybook.pages.entities.survey_part import SurveyPart, survey_part
from journeybook.pages.entities.usage import Known, Usage
from journeybook.pages.parts.entity_parts import (
    Fact,
    Head,
    Line,
    Section,
    joined,
    keeper_facts,
    lane_word,
    said_link,
    titles,
    told_facts,
)
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.pages.parts.words.quotes import who_said
from journeybook.pages.parts.words.research import method_word
from journeybook.pages.parts.words.strengths import strength_of
from journeybook.schema import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class ResearchPage:
    """The page of a round of research."""

    uri: str
    head: Head
    findings: Section
    uses: tuple[Section, ...]
    against: Section
    quotes: Section
    survey: SurveyPart | None
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
                    links=tuple(_named(here, (*one.supports, *one.contradicts))),
                )
                for one in research.findings
            ),
        ),
        uses=tuple(_uses(here, known)),
        against=Section(
            title=say("What it contradicts"),
            lines=tuple(
                _line(here, one, _marks_against(here, one.statement, research))
                for one in usage.contradicted_by.get(research.id, ())
            ),
        ),
        quotes=Section(
            title=say("What customers said"),
            lines=tuple(
                Line(
                    link=Link(text=f"“{one.text}”"),
                    note=who_said(one),
                    links=tuple(_named(here, one.statements)),
                )
                for one in research.quotes
            ),
        ),
        survey=survey_part(here, research.survey) if research.survey else None,
        use_title=say("What rests on it"),
        use_lead=lead if known else say("Nothing in the handbook rests on this round yet."),
    )


def _named(here: Here, statements: tuple[str, ...]) -> Iterator[Link]:
    # A mark of a touchpoint is told where the touchpoint is.
    book = here.site.handbook
    for name in statements:
        if said := book.said.get(name) or book.said.get(name.rpartition(".")[0]):
            yield said_link(here, said)


def _head(here: Here, research: Research) -> Head:
    say = here.site.wording.text
    method = method_word(research, here.site.wording)
    facts = [
        Fact(label=say("Finished"), text=here.site.wording.day(research.date))
        if research.date
        else Fact(label=say("Finished"), text=say("not said"), tone="wait")
    ]
    if research.personas:
        about = tuple(here.persona(one) for one in research.personas)
        facts.append(Fact(label=say("About"), links=about))
    if research.participants:
        number = here.site.wording.number(research.participants)
        facts.insert(0, Fact(label=say("People taking part"), text=number))
    if research.departments:
        own = (
            f"{one.department} {here.site.wording.number(one.people)}"
            for one in research.departments
        )
        facts.append(Fact(label=say("Of our own"), text=here.site.wording.both(own)))
    return Head(
        summary=research.summary or "",
        facts=(*facts, *told_facts(here, research, Kind.RESEARCH), *keeper_facts(here, research)),
        pills=(method,) if method else (),
        source=here.source(research.span, research.title),
        title=research.title,
    )


def _uses(here: Here, known: tuple[Known, ...]) -> Iterator[Section]:
    # Known statements come persona by persona and journey by journey already.
    owned = ((one, one.persona or one.journey) for one in known)
    by_owner = grouped((owner.ref, one) for one, owner in owned if owner)
    for found in by_owner.values():
        first = found[0]
        owner = first.persona or first.journey
        lines = tuple(_line(here, one) for one in found)
        if first.persona:
            yield Section(title=first.persona.title, lines=lines)
        elif owner:
            title = here.site.wording.text("Journey: {journey}", journey=owner.title)
            yield Section(title=title, lines=lines)


def _marks_against(here: Here, one: Statement | Emotion, research: Research) -> str:
    # Of a touchpoint that stands, the mark that does not.
    if research.id in one.support.contradicted_by or not isinstance(one, Touchpoint):
        return ""
    marks = (
        (here.site.wording.text("Importance"), one.importance_support),
        (here.site.wording.text("feeling"), one.emotion_support),
    )
    return ", ".join(word for word, support in marks if research.id in support.contradicted_by)


def _line(here: Here, known: Known, more: str = "") -> Line:
    one = known.statement
    step = known.step.title if known.step else ""
    return Line(
        link=said_link(here, one),
        note=joined(lane_word(here, one), more, step),
        strength=strength_of(here.site, one),
    )
