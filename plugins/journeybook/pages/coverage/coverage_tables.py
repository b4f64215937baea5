"""Coverage as tables: by persona and phase, by type, by language, and by question."""

from collections.abc import Iterator

from journeybook.counts.counted import Counted
from journeybook.handbook.fitting.coverage import AnswerState, coming, published
from journeybook.handbook.index.coverage_facts import places_of
from journeybook.handbook.journeys import Journey, Step, Touchpoint
from journeybook.handbook.vocabulary import Status
from journeybook.pages.coverage.coverage_counts import Kinds, by_language, by_type
from journeybook.pages.parts.entity_parts import titles
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.table import Column, Table, Value, listed
from journeybook.pages.parts.ways.links import Here
from journeybook.pages.parts.words.asked import part_words
from journeybook.pages.parts.words.rivals import beside
from journeybook.pages.parts.words.states import answer_word
from journeybook.rules.engine.lacks import lack_names


def place_table(site: Site) -> Table:
    """Give questions, content, formats, languages and evidence by persona and phase."""
    say, book = site.wording.text, site.handbook
    statuses = tuple(Column(title=book.vocabulary.status_label(one)) for one in Status)
    return Table(
        title=say("Coverage"),
        columns=(
            Column(title=say("Persona"), width=24),
            Column(title=say("Phase"), width=18),
            Column(title=say("Questions")),
            *(Column(title=answer_word(site, one)) for one in AnswerState),
            *statuses,
            Column(title=say("Formats")),
            Column(title=say("Languages")),
            Column(title=say("Statements")),
            Column(title=say("With evidence")),
            Column(title=say("Not asked yet"), width=40),
        ),
        rows=tuple(_places(site)),
    )


def _places(site: Site) -> Iterator[tuple[Value, ...]]:
    book = site.handbook
    for (persona, phase), one in places_of(book).items():
        yield (
            book.personas[persona].title,
            book.phases[phase].title,
            one.asked,
            one.answered,
            one.lacking,
            one.filling,
            one.open,
            *(one.statuses.get(status, 0) for status in Status),
            one.formats,
            ", ".join(one.languages),
            one.researched.whole,
            one.researched.part,
            part_words(site, one.missing),
        )


def type_table(site: Site) -> Table:
    """Give how much content of each type there is in each phase, and how much is coming."""
    say = site.wording.text
    return _counted(site, say("Types by phase"), say("Type"), by_type(site))


def language_table(site: Site) -> Table:
    """Give how much content there is in each language and phase, and how much is coming."""
    say = site.wording.text
    return _counted(site, say("Languages by phase"), say("Language"), by_language(site))


def _counted(site: Site, title: str, corner: str, kinds: Kinds) -> Table:
    say, of = site.wording.text, site.counts.of
    places = (
        (label, phase.title, within._replace(phase=phase.id))
        for label, within in sorted(kinds.items())
        for phase in site.handbook.phases.values()
    )
    return Table(
        title=title,
        columns=(
            Column(title=corner, width=24),
            Column(title=say("Phase"), width=18),
            Column(title=say("Published")),
            Column(title=say("Coming")),
        ),
        rows=tuple(
            (label, phase, of(Counted.PUBLISHED, within), of(Counted.COMING, within))
            for label, phase, within in places
        ),
    )


def question_table(site: Site, journey: Journey | None = None) -> Table:
    """Give every question, of one journey or of all, with what answers it."""
    say = site.wording.text
    states = tuple(answer_word(site, one) for one in AnswerState)
    return Table(
        title=say("Questions"),
        columns=(
            Column(title=say("Journey"), width=24),
            Column(title=say("Phase"), width=18),
            Column(title=say("Step"), width=28),
            Column(title=say("Question"), width=50),
            Column(title=say("Personas"), width=24),
            Column(title=say("State"), choices=states),
            Column(title=say("Lacks"), width=30),
            Column(title=say("Published"), width=40),
            Column(title=say("Coming"), width=40),
            Column(title=say("Evidence"), width=30),
        ),
        rows=tuple(_questions(site, journey)),
    )


def _questions(site: Site, journey: Journey | None) -> Iterator[tuple[Value, ...]]:
    book, here = site.handbook, Here(site=site, uri="")
    steps = [(journey, step) for step in journey.steps] if journey else book.steps
    for owner, step in steps:
        for question in step.questions:
            answers = book.coverage.answers_to(question)
            yield (
                owner.title,
                _phase(site, step),
                step.title,
                question.text,
                titles(here, question.personas),
                answer_word(site, book.coverage.state_of(question)),
                lack_names(book.coverage.lacks_of(question), site.wording),
                listed(one.title for one in published(answers)),
                listed(one.title for one in coming(answers)),
                listed(book.research[one].title for one in question.evidence),
            )


def touchpoint_table(site: Site) -> Table:
    """Give every touchpoint with its marks and its content."""
    say = site.wording.text
    return Table(
        title=say("Touchpoints"),
        columns=(
            Column(title=say("Journey"), width=24),
            Column(title=say("Phase"), width=18),
            Column(title=say("Step"), width=28),
            Column(title=say("Touchpoint"), width=44),
            Column(title=say("Channel"), width=18),
            Column(title=say("Personas"), width=24),
            Column(title=say("Importance"), width=12),
            Column(title=say("Satisfaction"), width=12),
            Column(title=say("Emotion"), width=10),
            Column(title=say("Moment of truth"), choices=(say("yes"), say("no"))),
            Column(title=say("Content"), width=40),
            Column(title=say("Evidence"), width=30),
            Column(title=say("Department"), width=18),
            Column(title=say("Seen beside others"), width=40),
        ),
        rows=tuple(
            _touchpoint(site, journey, step, one)
            for journey, step, one in site.handbook.touchpoints
        ),
    )


def _touchpoint(site: Site, journey: Journey, step: Step, one: Touchpoint) -> tuple[Value, ...]:
    book, say, here = site.handbook, site.wording.text, Here(site=site, uri="")
    return (
        journey.title,
        _phase(site, step),
        step.title,
        one.text,
        book.channels[one.channel].title if one.channel else None,
        titles(here, one.personas),
        one.importance,
        one.satisfaction,
        one.emotion,
        say("yes") if one.moment_of_truth else say("no"),
        listed(book.assets[each].title for each in one.assets),
        listed(book.research[each].title for each in one.evidence),
        one.department,
        "; ".join(each.words for each in beside(one.others, one.satisfaction, here)),
    )


def _phase(site: Site, step: Step) -> str:
    return site.handbook.phases[step.phase].title if step.phase else ""
