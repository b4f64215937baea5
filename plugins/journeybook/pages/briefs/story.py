"""What a writer must know of readers: their words, what is known of them, what is there."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from journeybook.gaps.ledger import Entry
from journeybook.handbook.fitting.fit import Lack
from journeybook.handbook.ids import folded
from journeybook.handbook.journeys import DropOff, Question
from journeybook.handbook.research import Research
from journeybook.handbook.statements import Lane, Statement
from journeybook.pages.briefs.form import Form, around
from journeybook.pages.briefs.reason import reason_sentence
from journeybook.pages.briefs.ways import Ways
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.words.quotes import quotes_about, who_said
from journeybook.pages.parts.words.strengths import Strong, strength_of
from journeybook.rules.engine.lacks import lack_reasons
from journeybook.schema.kpi import Kpi

_FINDINGS = 3
_ROUNDS = 3
_QUOTES = 5
_NEARBY = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Something a writer must know; `note` tells more, `strength` how well it is known."""

    text: str
    note: str = ""
    strength: Strong | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a brief under its title."""

    title: str
    points: tuple[Point, ...]


def parts_of(entry: Entry, form: Form, ways: Ways, site: Site) -> tuple[Part, ...]:
    """Give every part of a brief that holds anything."""
    say, rule = site.wording.text, site.rules[entry.finding.code].explanation
    why = (Point(text=reason_sentence(entry, site)), Point(text=say(rule.why)))
    parts = (
        (say("Why"), why),
        (say("In the customer’s words"), _words(entry, site)),
        (say("What customers said"), _quotes(entry, site)),
        (say("Also asked by"), _others(entry, site)),
        (say("What they expect"), _lane(entry, Lane.EXPECTATIONS, site)),
        (say("Where they drop off"), _drop_offs(entry, site)),
        (say("What research says"), _research(entry, site)),
        (say("What they already find"), _nearby(entry, site)),
        (say("Lead here from"), (Point(text=one.title) for one in ways.sources)),
        (say("Lead on to"), (Point(text=one.title) for one in ways.next)),
        (say("Done when"), _done(entry, form, site)),
    )
    found = (Part(title=title, points=tuple(points)) for title, points in parts)
    return tuple(one for one in found if one.points)


def _words(entry: Entry, site: Site) -> Iterator[Point]:
    statement = entry.bearing.statement
    if isinstance(statement, Statement):
        yield Point(text=f"“{statement.text}”", strength=strength_of(site, statement))
    for persona in entry.bearing.personas:
        one = site.handbook.personas[persona]
        if one.quote:
            yield Point(text=f"“{one.quote}”", note=one.title)
    yield from _lane(entry, Lane.NEEDS, site)


def _quotes(entry: Entry, site: Site) -> Iterator[Point]:
    asked = entry.bearing.statement
    near = _statements(entry)
    about = [asked, *(one for one in near if one != asked)] if asked else list(near)
    said = dict.fromkeys(each for one in about for each in quotes_about(one, site))
    for research, quote in tuple(said)[:_QUOTES]:
        who = who_said(quote)
        yield Point(
            text=f"“{quote.text}”", note=f"{who}, {research.title}" if who else research.title
        )


def _others(entry: Entry, site: Site) -> Iterator[Point]:
    asked = entry.bearing.statement
    if not isinstance(asked, Question):
        return
    book, text = site.handbook, folded(asked.text)
    for journey, step, question in book.questions:
        if question.id != asked.id and text and folded(question.text) == text:
            who = site.wording.both(book.personas[one].title for one in question.personas)
            note = f"{journey.title} · {step.title}"
            yield Point(text=who, note=note, strength=strength_of(site, question))


def _lane(entry: Entry, lane: Lane, site: Site) -> Iterator[Point]:
    asked = entry.bearing.statement
    for one in _statements(entry):
        if one.lane is lane and one != asked:
            yield Point(text=one.text, strength=strength_of(site, one))


def _drop_offs(entry: Entry, site: Site) -> Iterator[Point]:
    for one in _statements(entry):
        if isinstance(one, DropOff):
            yield Point(text=one.text, note=one.why or "", strength=strength_of(site, one))


def _research(entry: Entry, site: Site) -> Iterator[Point]:
    statement, say = entry.bearing.statement, site.wording.text
    cited = [] if statement is None else list(statement.evidence)
    # What is known of the whole step stands in where nobody researched this very thing.
    cited = cited or [one for said in _statements(entry) for one in said.evidence]
    if isinstance(statement, Statement) and statement.support.is_assumption:
        yield Point(text=say("An assumption so far: ask about it in the next round of research"))
    rounds = (site.handbook.research[research] for research in dict.fromkeys(cited))
    for one in tuple(one for one in rounds if one.path not in site.private)[:_ROUNDS]:
        yield Point(text=one.title, note=_round(one, site))
        yield from (Point(text=f"“{text}”", note=one.title) for text in _found(one, entry))


def _round(research: Research, site: Site) -> str:
    say = site.wording
    people = research.participants
    parts = (
        say.day(research.date) if research.date else "",
        say.count("{n} participant", "{n} participants", people) if people else "",
    )
    return " · ".join(part for part in parts if part)


def _found(research: Research, entry: Entry) -> Sequence[str]:
    # What came out about these readers; what shares most words with the gap stands first.
    personas = set(entry.bearing.personas)
    statement = entry.bearing.statement
    words = _words_of(statement.text) if isinstance(statement, Statement) else frozenset[str]()
    fitting = [one for one in research.findings if not one.personas or personas & set(one.personas)]
    fitting.sort(key=lambda one: -len(words & _words_of(one.text)))
    return [one.text for one in fitting[:_FINDINGS]]


def _words_of(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w{4,}", text.casefold()))


def _nearby(entry: Entry, site: Site) -> Iterator[Point]:
    say, book = site.wording.text, site.handbook
    statement = entry.bearing.statement
    lacking: dict[str, str] = {}
    if isinstance(statement, Statement):
        for answer in book.coverage.answered.get(statement.id, ()):
            if answer.asset and answer.lacks and book.assets[answer.asset].path not in site.private:
                lacking[answer.asset] = _lacks(answer.asset, answer.lacks, site)
    yield from (Point(text=book.assets[one].title, note=why) for one, why in lacking.items())
    there = (
        one
        for one in around(entry, site).published
        if one.id not in lacking and one.path not in site.private
    )
    for asset in islice(there, max(_NEARBY - len(lacking), 0)):
        answers = len(asset.answers)
        label = book.vocabulary.type_label(asset.type)
        not_this = isinstance(statement, Question)
        why = say("answers other questions") if answers else say("answers no question")
        yield Point(text=asset.title, note=f"{label} · {why}" if not_this else label)


def _lacks(asset: str, lacks: Iterable[Lack], site: Site) -> str:
    return lack_reasons(lacks, site.handbook.assets[asset], site.handbook, site.wording)


def _done(entry: Entry, form: Form, site: Site) -> Iterator[Point]:
    say, statement = site.wording.text, entry.bearing.statement
    if isinstance(statement, Question):
        text = say("whoever has read it can answer “{question}”", question=statement.text)
        yield Point(text=text)
    if form.cta:
        yield Point(text=say("it ends with a next step: {cta}", cta=form.cta))
    kpi = success_figure(entry, site)
    if kpi is None:
        figure = proposed_figure(entry, form, site)
        yield Point(text=say("it is known {figure}", figure=figure), note=say("a proposal"))
    elif kpi.target is None:
        yield Point(text=say("“{kpi}” moves the right way; it has no target yet", kpi=kpi.name))
    else:
        aim = site.wording.measured(kpi.target, kpi.unit)
        yield Point(text=say("“{kpi}” moves towards {target}", kpi=kpi.name, target=aim))


def success_figure(entry: Entry, site: Site) -> Kpi | None:
    """The nearest figure that should move, one with a target before any other.

    Of the step, of the journey, of the phase, and at last of all that the personas do.
    """
    figures = tuple(_figures(entry, site))
    return next((kpi for kpi in figures if kpi.target is not None), next(iter(figures), None))


def _figures(entry: Entry, site: Site) -> Iterator[Kpi]:
    book, bearing = site.handbook, entry.bearing
    yield from (kpi for step in bearing.steps for kpi in step.figures)
    yield from (kpi for journey in bearing.journeys for kpi in book.journeys[journey].kpis)
    steps = [step for one in bearing.phases for _, step in book.steps_by_phase.get(one, ())]
    steps.sort(key=lambda step: set(bearing.personas).isdisjoint(step.personas))
    yield from (kpi for step in steps for kpi in step.figures)
    journeys = [one for persona in bearing.personas for one in book.journeys_of(persona)]
    yield from (kpi for journey in journeys for kpi in journey.kpis)
    yield from (kpi for journey in journeys for step in journey.steps for kpi in step.figures)


def proposed_figure(entry: Entry, form: Form, site: Site) -> str:
    """Propose what to measure where no figure is told anywhere near."""
    say, statement = site.wording.text, entry.bearing.statement
    if isinstance(statement, DropOff):
        return say("how many leave at “{drop_off}”, before and after", drop_off=statement.text)
    if isinstance(statement, Statement):
        return say("how often people still come to us with “{statement}”", statement=statement.text)
    if form.cta:
        return say("which share of its readers takes the next step: {cta}", cta=form.cta)
    return say("which share of its readers goes on to another page of ours")


def _statements(entry: Entry) -> Iterator[Statement]:
    wanted = set(entry.bearing.personas)
    for step in entry.bearing.steps:
        yield from (one for one in step.statements if wanted & set(one.personas))
