"""Assets, linked: their words, whom and what they are for, and the questions they answer."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from journeybook.codes import Code
from journeybook.grouping import grouped
from journeybook.handbook.entities import Asset, Audience
from journeybook.handbook.ids import composed, folded, question_names, slug
from journeybook.handbook.journeys import Journey
from journeybook.handbook.linking.directory import (
    Directory,
    directory_of,
    directory_of_statements,
    plain_name,
)
from journeybook.handbook.linking.linker import Linker
from journeybook.handbook.linking.statements import common
from journeybook.handbook.use import use_of
from journeybook.handbook.vocabulary import Status, StatusWord
from journeybook.schema import Kind
from journeybook.schema import asset as written
from journeybook.schema import journey as written_journey
from journeybook.schema.form import Speed
from journeybook.sources.document import Document
from journeybook.sources.tables.speeds import page_key

AssetDocument = Document[written.Asset]


class Questions:
    """All questions by id, by the end of their id, and by what they ask.

    Those that ask the same in several places are one question that several ask.
    """

    def __init__(self, journeys: Iterable[Journey]) -> None:
        """Take the linked journeys."""
        journeys = tuple(journeys)
        questions = [
            one for journey in journeys for step in journey.steps for one in step.questions
        ]
        self._directory = Directory((one.id, ()) for one in questions)
        self._words = {one.id: folded(one.text) for one in questions}
        self._others = directory_of_statements(
            one
            for journey in journeys
            for step in journey.steps
            for one in (*step.touchpoints, *step.expectations, *step.drop_offs)
        )
        self._asking = grouped((words, name) for name, words in self._words.items())
        self._short = grouped((end, name) for name in self._words for end in question_names(name))

    def has(self, identifier: str) -> bool:
        """Tell whether an id is that of a question, and not of something else that is said."""
        return identifier in self._words

    def link(self, references: Iterable[str], document: AssetDocument, linker: Linker) -> list[str]:
        """Find what `answers:` names; the text of a question does for its id."""
        linked: list[str] = []
        for at, reference in enumerate(references):
            ids = self._find(reference)
            if len({self._words.get(one, one) for one in ids}) == 1:
                linked.extend(ids)
            elif ids:
                linker.ambiguous(reference, ids, document.span("answers", at))
            else:
                code, names = Code.UNKNOWN_QUESTION, self._directory
                linker.unknown(code, reference, names, document.tree, "answers", at)
        return list(dict.fromkeys(linked))

    def _find(self, reference: str) -> Sequence[str]:
        name = plain_name(composed(reference))
        if name in self._directory.ids:
            return (name,)
        # The whole text goes before an id made of it, which is cut where the text is long.
        by_words = self._asking.get(folded(reference))
        questions = self._short.get(name) or by_words or self._short.get(slug(reference))
        return questions or self._others.find(reference)


def link_assets(
    documents: Mapping[str, AssetDocument], questions: Questions, linker: Linker
) -> dict[str, Asset]:
    """Link all assets as their files tell, as of the day of the linker."""
    return {one.id: _asset(one, questions, linker) for one in documents.values()}


def with_speeds(assets: Mapping[str, Asset], speeds: Mapping[str, Speed]) -> dict[str, Asset]:
    """Give the assets with the speed of their pages, where their files say nothing of it."""
    return {
        name: replace(one, speed=one.speed or speeds.get(page_key(one.url or "")))
        if speeds
        else one
        for name, one in assets.items()
    }


def merged_answers(
    assets: Mapping[str, Asset],
    steps: Iterable[Document[written_journey.Step]],
    journeys: Mapping[str, Journey],
    linker: Linker,
) -> dict[str, tuple[str, ...]]:
    """Give the ids of the assets that answer each question, whichever of the two files says so."""
    named = ((one, asset.id) for asset in assets.values() for one in asset.answers)
    found = grouped((*named, *_named_by_steps(steps, journeys, linker)))
    return {answered: tuple(sorted(set(ids))) for answered, ids in found.items()}


def _named_by_steps(
    steps: Iterable[Document[written_journey.Step]], journeys: Mapping[str, Journey], linker: Linker
) -> Iterator[tuple[str, str]]:
    linked = {step.id: step for journey in journeys.values() for step in journey.steps}
    for document in steps:
        said = [
            (at, one)
            for at, one in enumerate(document.fields.questions)
            if not linker.vocabulary.says_none(one.text)
        ]
        for question, (at, one) in zip(linked[document.id].questions, said, strict=True):
            path = ("questions", at, "answered_by")
            for asset_id in linker.many(Kind.ASSET, one.answered_by, document.tree, *path):
                yield question.id, asset_id


def _asset(document: AssetDocument, questions: Questions, linker: Linker) -> Asset:
    fields, tree = document.fields, document.tree
    kind = linker.asset_type(fields.type, tree, "type", single=True) if fields.type else None
    word = _status(document, linker)
    is_ahead = fields.published is not None and fields.published > linker.today
    is_early = is_ahead and word.status is Status.PUBLISHED
    if is_early:
        word = linker.vocabulary.statuses[Status.REVIEW.value]
    stated = Audience(
        personas=linker.everybody_or(Kind.PERSONA, fields.personas, tree, "personas"),
        phases=linker.everybody_or(Kind.PHASE, fields.phases, tree, "phases"),
        channels=linker.many(Kind.CHANNEL, fields.channels, tree, "channels"),
    )
    named = questions.link(fields.answers, document, linker)
    return Asset(
        **common(document),
        type=kind.id if kind else None,
        status=word.status,
        status_label=word.label,
        personas=stated.personas,
        phases=stated.phases,
        channels=stated.channels,
        stated=stated,
        answers=tuple(one for one in named if questions.has(one)),
        helps=tuple(one for one in named if not questions.has(one)),
        gated=True if fields.gate and fields.gated is None else fields.gated,
        gate=fields.gate,
        speed=fields.speed,
        cta=fields.cta,
        url=fields.url,
        language=fields.language,
        published=fields.published,
        effort=fields.effort,
        decision=fields.decision or word.decision,
        use=use_of(fields.use),
        old_addresses=fields.old_addresses,
        due=fields.due or (fields.published if is_ahead else None),
        next=linker.many(Kind.ASSET, fields.next, tree, "next"),
        is_early=is_early,
        origin=document.origin,
    )


def _status(document: AssetDocument, linker: Linker) -> StatusWord:
    word, vocabulary = document.fields.status, linker.vocabulary
    known = vocabulary.status(word) if word else None
    if word and known is None:
        names = directory_of(vocabulary.statuses.values(), vocabulary.fold)
        linker.unknown(Code.UNKNOWN_STATUS, word, names, document.tree, "status", single=True)
    # Nobody fills in a publication date for what is not out; but who writes another word than that
    # it is published, whatever it means, may say just this.
    unsaid = Status.PUBLISHED if document.fields.published and not word else Status.IDEA
    return known or vocabulary.statuses[unsaid.value]
