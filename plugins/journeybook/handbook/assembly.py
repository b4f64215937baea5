"""Assembles the handbook: links every document to every other and makes the index."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from journeybook.codes import Code
from journeybook.findings import Mistake, Span
from journeybook.handbook.addressing.addresses import Addresses
from journeybook.handbook.addressing.places import Clash
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset, Channel
from journeybook.handbook.fitting.coverage import Coverage, make_coverage, mentioned_assets
from journeybook.handbook.fitting.kin import Kin, kin_of
from journeybook.handbook.fitting.placements import Answers, make_placements, placed
from journeybook.handbook.inventories.exports_of_use import with_use
from journeybook.handbook.inventories.untagged import untagged_mistakes
from journeybook.handbook.inventories.web import same_old_addresses
from journeybook.handbook.journeys import Journey
from journeybook.handbook.linking.action_links import link_actions
from journeybook.handbook.linking.asset_links import (
    Questions,
    link_assets,
    merged_answers,
    with_speeds,
)
from journeybook.handbook.linking.contradictions import contradictions
from journeybook.handbook.linking.evidence import Evidence, Grounds
from journeybook.handbook.linking.helping import naming, with_help
from journeybook.handbook.linking.journey_links import link_journeys
from journeybook.handbook.linking.linker import Linker, with_unread
from journeybook.handbook.linking.owners import with_one_spelling
from journeybook.handbook.linking.persona_links import link_personas
from journeybook.handbook.linking.personal_data import personal_data
from journeybook.handbook.linking.phase_links import link_phases
from journeybook.handbook.linking.placed_views import link_views
from journeybook.handbook.linking.research_links import Said, link_research
from journeybook.handbook.linking.statements import Documents, common
from journeybook.handbook.linking.step_links import Surroundings
from journeybook.handbook.linking.surveys.survey_links import link_surveys
from journeybook.handbook.linking.surveys.survey_names import Surroundings as SurveySurroundings
from journeybook.handbook.linking.surveys.survey_others import with_surveyed_others
from journeybook.handbook.outward import can_be_linked, no_address
from journeybook.handbook.vocabulary import Vocabulary
from journeybook.schema import Kind, action, asset, channel, journey, persona, phase, research
from journeybook.schema.form import Speed
from journeybook.sources.document import Document
from journeybook.sources.reading import Reading
from journeybook.sources.settings.inventory import WrittenUse
from journeybook.sources.tables.responses import withheld
from journeybook.sources.texts import REFUSED

UNREAD = frozenset(
    {
        Code.BROKEN_FRONT_MATTER,
        Code.EXPANDS_TOO_FAR,
        Code.MISPLACED_FRONT_MATTER,
        Code.UNCLOSED_FRONT_MATTER,
        Code.UNFINISHED_MERGE,
    }
)
"""What keeps all of a file's front matter from being read."""

_NO_PART = REFUSED | {Code.MISPLACED_FILE}

_LEFT_OUT = frozenset(
    {
        Code.JOURNEY_WITHOUT_PERSONA,
        Code.MISSING_TITLE,
        Code.STEP_WITHOUT_PHASE,
        Code.UNORDERED_PHASE,
    }
)

_LACKING = {
    "title": Code.MISSING_TITLE,
    "order": Code.UNORDERED_PHASE,
    "persona": Code.JOURNEY_WITHOUT_PERSONA,
    "phase": Code.STEP_WITHOUT_PHASE,
}
"""What a file seems to lack where a key of it is wrong."""


def assemble(
    reading: Reading,
    vocabulary: Vocabulary,
    today: date,
    grounds: Grounds,
    mistakes: Iterable[Mistake] = (),
    *,
    speeds: Mapping[str, Speed] | None = None,
    use: Sequence[WrittenUse] = (),
) -> Handbook:
    """Link what was read; `mistakes` are those met elsewhere, such as in site_config.

    `speeds` are those of pages by their address, from the export of a tool; `use` are exports that
    tell how much content is used.
    """
    documents = Documents(with_one_spelling(reading.documents))
    directories = documents.directories(vocabulary.fold)
    linker = Linker(directories, reading.files, today, vocabulary, reading.content)
    personas = link_personas(documents.of(Kind.PERSONA, persona.Persona), linker)
    phases = link_phases(documents.of(Kind.PHASE, phase.Phase), personas, linker)
    around = Surroundings(phases=phases, linker=linker)
    steps = documents.of(Kind.STEP, journey.Step).values()
    journeys = link_journeys(documents.of(Kind.JOURNEY, journey.Journey), steps, around)
    said = Said(personas.values(), journeys.values())
    asked = documents.of(Kind.RESEARCH, research.Research)
    rounds = link_research(asked, said, linker)
    surveyed = SurveySurroundings(journeys=journeys, linker=linker, standards=grounds.standards)
    rounds = link_surveys(asked, rounds, surveyed)
    held = {name: one for name, one in rounds.items() if one.is_held(today)}
    journeys = with_surveyed_others(journeys, held)
    kin = kin_of(personas)
    evidence = Evidence(research=held, grounds=grounds, kin=kin, today=today)
    personas, journeys = evidence.of_personas(personas), evidence.of_journeys(journeys)
    written = documents.of(Kind.ASSET, asset.Asset)
    assets = link_assets(written, Questions(journeys.values()), linker)
    assets, told, of_use = with_use(with_speeds(assets, speeds or {}), use, vocabulary)
    journeys = with_help(journeys, assets.values())
    answers = merged_answers(assets, steps, journeys, linker)
    assets, coverage = _indexed(assets, journeys, answers, kin)
    actions = link_actions(documents.of(Kind.ACTION, action.Action), journeys, linker)
    views = link_views(reading, linker)
    hidden = frozenset(withheld(reading.files, reading.files.values(), reading.content))
    book = Handbook(
        personas=personas,
        phases=phases,
        channels=_channels(documents.of(Kind.CHANNEL, channel.Channel)),
        assets=assets,
        journeys=journeys,
        research=rounds,
        actions=actions,
        pages=reading.pages,
        coverage=coverage,
        vocabulary=vocabulary,
        mistakes=_without_consequences(
            (
                *mistakes,
                *reading.mistakes,
                *_unsafe(written.values()),
                *of_use,
                *_taken(written, assets),
                *contradictions(documents, assets, phases, journeys.values(), today),
                *personal_data(asked.values(), reading.files),
                *documents.mistakes,
                *documents.untitled(),
                *linker.mistakes,
                *untagged_mistakes(reading.inventory, assets, vocabulary),
            ),
            reading.left_out,
        ),
        today=today,
        standards=grounds.standards,
        content=reading.content,
        paths=frozenset(reading.files) - hidden,
        withheld=hidden,
        placed_views=views,
        use=told,
        inventory=reading.inventory,
    )
    return replace(book, mistakes=(*book.mistakes, *map(_clash, Addresses(book).clashes)))


def supposing(book: Handbook, changed: Mapping[str, Asset]) -> Handbook:
    """Give a handbook as it would be with other content, by id; what was linked stays linked.

    What content helps with, and what it answers, is told by the content alone.
    """
    assets = {**book.assets, **changed}
    journeys = with_help(book.journeys, changed.values())
    named = naming((asset.id, asset.answers) for asset in assets.values())
    answers = {question: tuple(sorted(ids)) for question, ids in named.items()}
    assets, coverage = _indexed(assets, journeys, answers, kin_of(book.personas))
    return replace(book, assets=assets, journeys=journeys, coverage=coverage)


def _indexed(
    assets: Mapping[str, Asset], journeys: Mapping[str, Journey], answers: Answers, kin: Kin
) -> tuple[dict[str, Asset], Coverage]:
    placements = make_placements(assets.values(), journeys.values(), answers, kin)
    there = placed(assets, answers, placements)
    mentioned = mentioned_assets(there, journeys)
    return there, make_coverage(there.values(), journeys.values(), answers, placements, mentioned)


def _clash(clash: Clash) -> Mistake:
    values = {"id": clash.address or "/", "first": clash.other, "moved": clash.moved}
    return Mistake(code=Code.DUPLICATE_ADDRESS, span=Span(path=clash.path), values=values)


def _channels(documents: Mapping[str, Document[channel.Channel]]) -> dict[str, Channel]:
    return {
        one.id: Channel(
            **common(one), type=one.fields.type, asks_back=one.fields.asks_back, icon=_icon(one)
        )
        for one in documents.values()
    }


def _icon(document: Document[channel.Channel]) -> str | None:
    icon = document.theme.get("icon")
    return icon if isinstance(icon, str) else None


def _unsafe(assets: Iterable[Document[asset.Asset]]) -> Iterator[Mistake]:
    for document in assets:
        cta = document.fields.cta
        places = ((("url",), document.fields.url), (("cta", "url"), cta.url if cta else None))
        for path, address in places:
            if address and not can_be_linked(address):
                values = {"key": ".".join(path), "value": address, "what": no_address(address)}
                span = document.tree.span(*path)
                yield Mistake(code=Code.UNSAFE_ADDRESS, span=span, values=values)


def _taken(
    written: Mapping[str, Document[asset.Asset]], assets: Mapping[str, Asset]
) -> Iterator[Mistake]:
    for one, at, other in same_old_addresses(assets.values()):
        address = one.old_addresses[at]
        values = {"reference": address, "address": address, "other": other.title}
        span = written[one.id].span("old_addresses", at)
        yield Mistake(code=Code.SAME_OLD_ADDRESS, span=span, values=values)


def _without_consequences(
    mistakes: Sequence[Mistake], left_out: Collection[str]
) -> tuple[Mistake, ...]:
    # What a file seems to leave out is no news where its front matter, or its title, went unread.
    unread = {one.span.path for one in mistakes if one.code in UNREAD}
    wrong = {(_LACKING[key], one.span.path) for one in mistakes if (key := _meant(one)) in _LACKING}
    listed = {one.span for one in mistakes if one.values.get("parts")}
    no_part = unread | {one.span.path for one in mistakes if one.code in _NO_PART}
    return tuple(
        one
        for one in with_unread(mistakes, no_part, left_out)
        if not (one.code in _LEFT_OUT and one.span.path in unread)
        and not (one.code == Code.LIST_AS_TEXT and one.span in listed)
        and (one.code, one.span.path) not in wrong
    )


def _meant(mistake: Mistake) -> str:
    # The key of a file that something is wrong with, or that is called otherwise there.
    if mistake.code is Code.UNKNOWN_KEY and mistake.span.column == 1:
        return mistake.values.get("suggestion", "")
    is_told = mistake.code in (Code.PLACEHOLDER, Code.WRONG_TYPE)
    return mistake.values.get("key", "") if is_told else ""
