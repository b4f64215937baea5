"""Help while somebody types: what may stand here, what it means, and where it is written."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from journeybook.editors.meaning import kinds_named, model_at, words_at
from journeybook.editors.spot import Spot
from journeybook.findings import Span
from journeybook.handbook.ids import is_named, last_part
from journeybook.handbook.statements import Entity
from journeybook.pages.parts.site import Site
from journeybook.schema import Kind
from journeybook.sources.edits.values import in_brackets
from journeybook.sources.edits.waiver_text import scalar


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What may stand at a place, and what it means."""

    text: str
    detail: str = ""


def suggestions(
    site: Site, kind: Kind, spot: Spot, beside: frozenset[str]
) -> tuple[Suggestion, ...]:
    """Give what may stand at a spot of a file of a kind; keys that stand `beside` it do not."""
    return tuple(_keys(site, kind, spot, beside) if spot.is_key else _values(site, kind, spot))


def explained(site: Site, kind: Kind, spot: Spot) -> str:
    """Tell what a key or a name at a spot means; nothing where nothing is known of it."""
    say = site.wording.text
    if spot.is_key:
        model = model_at(kind, spot.keys)
        field = model.model_fields.get(spot.word.removeprefix("+")) if model else None
        return say(field.description or "") if field else ""
    if entity := next(_meant(site, kind, spot), None):
        told = (f"**{entity.title}**", entity.summary or "", f"`{entity.path}`")
        return "\n\n".join(one for one in told if one)
    return _word_explained(site, kind, spot)


def place_of(site: Site, kind: Kind, spot: Spot) -> Span | None:
    """Give the place where what is named at a spot is written."""
    if spot.is_key:
        return None
    if entity := next(_meant(site, kind, spot), None):
        return Span(path=entity.path)
    return next(_asked(site, spot), None)


def _keys(site: Site, kind: Kind, spot: Spot, beside: frozenset[str]) -> Iterator[Suggestion]:
    model = model_at(kind, spot.keys)
    for key, field in model.model_fields.items() if model else ():
        if key not in beside:
            yield Suggestion(text=key, detail=site.wording.text(field.description or ""))


def _values(site: Site, kind: Kind, spot: Spot) -> Iterator[Suggestion]:
    for named in kinds_named(kind, spot.keys):
        for entity in site.handbook.entities[named].values():
            yield Suggestion(text=in_brackets(entity.id), detail=entity.title)
    if words := _WORDS.get((kind, *spot.keys)):
        yield from words(site)
    for word in words_at(kind, spot.keys):
        yield Suggestion(text=site.wording.value(word))


def _types(site: Site) -> Iterator[Suggestion]:
    for one in site.handbook.vocabulary.asset_types.values():
        yield Suggestion(text=in_brackets(one.word), detail=one.definition)


def _statuses(site: Site) -> Iterator[Suggestion]:
    for status in site.handbook.vocabulary.statuses.values():
        yield Suggestion(text=in_brackets(status.word), detail=status.definition)


def _questions(site: Site) -> Iterator[Suggestion]:
    for _, step, question in site.handbook.questions:
        yield Suggestion(text=scalar(question.text), detail=step.id)


def _feelings(site: Site) -> Iterator[Suggestion]:
    vocabulary = site.handbook.vocabulary
    for word, score in vocabulary.emotions.items():
        if word in vocabulary.own_emotions:
            yield Suggestion(text=word, detail=f"{score:+}")


_WORDS: Mapping[tuple[str, ...], Callable[[Site], Iterator[Suggestion]]] = {
    (Kind.ASSET, "type"): _types,
    (Kind.ASSET, "status"): _statuses,
    (Kind.PERSONA, "formats"): _types,
    (Kind.PHASE, "expects", "types"): _types,
    (Kind.ASSET, "answers"): _questions,
    (Kind.STEP, "emotion"): _feelings,
    (Kind.STEP, "emotion", "label"): _feelings,
}


def _meant(site: Site, kind: Kind, spot: Spot) -> Iterator[Entity]:
    book, fold = site.handbook, site.handbook.vocabulary.fold
    for named in kinds_named(kind, spot.keys):
        for entity in book.entities[named].values():
            names = (entity.id, last_part(entity.id), entity.title, *entity.aliases)
            if spot.word and fold(spot.word) in map(fold, names):
                yield entity


def _asked(site: Site, spot: Spot) -> Iterator[Span]:
    if spot.keys[-1:] != ("answers",):
        return
    for _, _, question in site.handbook.questions:
        if spot.word == question.text or is_named(question.id, spot.word):
            yield question.span


def _word_explained(site: Site, kind: Kind, spot: Spot) -> str:
    vocabulary = site.handbook.vocabulary
    if kind is not Kind.ASSET or spot.keys not in (("type",), ("status",)):
        return ""
    word = vocabulary.asset_type(spot.word) or vocabulary.status(spot.word)
    return f"**{word.label}**\n\n{word.definition}" if word else ""
