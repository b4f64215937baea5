"""Assets, linked: their words, whom and what they are for, and the questions they answer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from journeybook.findings import Code
from journeybook.handbook.entities import Asset
from journeybook.handbook.journeys import Journey
from journeybook.handbook.linking.documents import common
from journeybook.handbook.linking.linker import Directory, Linker
from journeybook.handbook.names import slug
from journeybook.handbook.vocabulary import AssetType, Status, StatusWord, Vocabulary
from journeybook.schema import Kind
from journeybook.schema import asset as written
from journeybook.schema import journey as written_journey
from journeybook.sources.document import Document

AssetDocument = Document[written.Asset]


class Questions:
    """All questions by id, by the end of their id, and by what they ask."""

    def __init__(self, journeys: Iterable[Journey]) -> None:
        """Take the linked journeys."""
        ids = [one.id for journey in journeys for step in journey.steps for one in step.questions]
        self._directory = Directory((one, ()) for one in ids)
        self._short: dict[str, list[str]] = {}
        for identifier in ids:
            step, _, question = identifier.partition("#")
            journey, _, phase = step.rpartition("/")
            for name in (question, f"{phase}#{question}", f"{journey}#{question}"):
                self._short.setdefault(name, []).append(identifier)

    def link(self, references: Iterable[str], document: AssetDocument, linker: Linker) -> list[str]:
        """Find the questions of `answers:`; the text of a question does for its id."""
        found: list[str] = []
        for at, reference in enumerate(references):
            ids = self._find(reference)
            if len(ids) == 1:
                found.append(ids[0])
            elif ids:
                linker.ambiguous(reference, ids, document.tree, "answers", at)
            else:
                code, names = Code.UNKNOWN_QUESTION, self._directory
                linker.unknown(code, reference, names, document.tree, "answers", at)
        return found

    def _find(self, reference: str) -> list[str]:
        if reference in self._directory.ids:
            return [reference]
        return self._short.get(reference) or self._short.get(slug(reference)) or []


@dataclass(slots=True, kw_only=True)
class _Use:
    # Whom, when and where an asset serves, as told by what refers to it.
    personas: dict[str, None]
    phases: dict[str, None]
    channels: dict[str, None]


def link_assets(
    documents: Mapping[str, AssetDocument],
    questions: Questions,
    vocabulary: Vocabulary,
    linker: Linker,
) -> dict[str, Asset]:
    """Link all assets as their files tell."""
    return {one.id: _asset(one, questions, vocabulary, linker) for one in documents.values()}


def merged_answers(
    assets: Mapping[str, Asset],
    steps: Iterable[Document[written_journey.Step]],
    journeys: Mapping[str, Journey],
    linker: Linker,
) -> dict[str, tuple[str, ...]]:
    """Give the ids of the assets that answer each question, whichever of the two files says so."""
    found: dict[str, dict[str, None]] = {}
    for asset in assets.values():
        for answered in asset.answers:
            found.setdefault(answered, {})[asset.id] = None
    linked = {step.id: step for journey in journeys.values() for step in journey.steps}
    for document in steps:
        pairs = zip(linked[document.id].questions, document.fields.questions, strict=True)
        for at, (question, one) in enumerate(pairs):
            path = ("questions", at, "answered_by")
            for asset_id in linker.many(Kind.ASSET, one.answered_by, document.tree, *path):
                found.setdefault(question.id, {})[asset_id] = None
    return {answered: tuple(sorted(ids)) for answered, ids in found.items()}


def placed(
    assets: Mapping[str, Asset],
    answers: Mapping[str, tuple[str, ...]],
    journeys: Mapping[str, Journey],
) -> dict[str, Asset]:
    """Give each asset its answers, and the personas, phases and channels its file leaves out."""
    uses = _uses(answers, journeys)
    answered: dict[str, list[str]] = {}
    for question, ids in answers.items():
        for identifier in ids:
            answered.setdefault(identifier, []).append(question)
    return {
        asset.id: _placed(asset, uses.get(asset.id), tuple(answered.get(asset.id, ())))
        for asset in assets.values()
    }


def _placed(asset: Asset, use: _Use | None, answers: tuple[str, ...]) -> Asset:
    if use is None:
        return asset
    return replace(
        asset,
        answers=answers,
        personas=asset.personas or tuple(use.personas),
        phases=asset.phases or tuple(use.phases),
        channels=asset.channels or tuple(use.channels),
    )


def _uses(
    answers: Mapping[str, tuple[str, ...]], journeys: Mapping[str, Journey]
) -> dict[str, _Use]:
    uses: dict[str, _Use] = {}

    def use(asset: str, personas: Iterable[str], phase: str | None, channel: str | None) -> None:
        one = uses.setdefault(asset, _Use(personas={}, phases={}, channels={}))
        one.personas.update(dict.fromkeys(personas))
        one.phases.update({phase: None} if phase else {})
        one.channels.update({channel: None} if channel else {})

    for journey in journeys.values():
        for step in journey.steps:
            for question in step.questions:
                for answer in answers.get(question.id, ()):
                    use(answer, question.personas, step.phase, None)
            for touchpoint in step.touchpoints:
                for asset in touchpoint.assets:
                    use(asset, touchpoint.personas, step.phase, touchpoint.channel)
    return uses


def _asset(
    document: AssetDocument, questions: Questions, vocabulary: Vocabulary, linker: Linker
) -> Asset:
    fields, tree = document.fields, document.tree
    kind = _type(document, vocabulary, linker)
    status, label = _status(document, vocabulary, linker)
    return Asset(
        **common(document),
        type=kind.id if kind else None,
        status=status,
        status_label=label,
        personas=linker.everybody_or(Kind.PERSONA, fields.personas, tree, "personas"),
        phases=linker.everybody_or(Kind.PHASE, fields.phases, tree, "phases"),
        channels=linker.many(Kind.CHANNEL, fields.channels, tree, "channels"),
        answers=tuple(questions.link(fields.answers, document, linker)),
        gated=fields.gated,
        cta=fields.cta,
        url=fields.url,
        language=fields.language,
        published=fields.published,
        due=fields.due,
        next=linker.many(Kind.ASSET, fields.next, tree, "next"),
    )


def _type(document: AssetDocument, vocabulary: Vocabulary, linker: Linker) -> AssetType | None:
    word = document.fields.type
    found = vocabulary.asset_type(word) if word else None
    if word and found is None:
        names = Directory((one.id, (one.label,)) for one in vocabulary.asset_types.values())
        linker.unknown(Code.UNKNOWN_ASSET_TYPE, word, names, document.tree, "type")
    return found


def _status(document: AssetDocument, vocabulary: Vocabulary, linker: Linker) -> tuple[Status, str]:
    word = document.fields.status
    found = vocabulary.status(word) if word else None
    if word and found is None:
        names = Directory((one.id, (one.label,)) for one in vocabulary.statuses.values())
        linker.unknown(Code.UNKNOWN_STATUS, word, names, document.tree, "status")
    if found is None:
        found = _unsaid(document, vocabulary)
    return found.status, found.label


def _unsaid(document: AssetDocument, vocabulary: Vocabulary) -> StatusWord:
    # Nobody fills in a publication date for what is not out.
    said = Status.PUBLISHED if document.fields.published else Status.IDEA
    return vocabulary.statuses[said.value]
