"""What a code, a key, a figure or a word of a handbook means, in a few lines."""

import re
from collections.abc import Iterable, Iterator, Mapping

from journeybook.counts.counted import Definition
from journeybook.counts.definitions import DEFINITIONS
from journeybook.counts.moves import MOVES
from journeybook.grouping import grouped
from journeybook.pages.parts.site import Site
from journeybook.schema import MODELS, Kind
from journeybook.schema.fields import Written
from journeybook.schema.kind import FOLDERS
from journeybook.schema.settings.configuration import Configuration, WaiverEntry
from journeybook.schema.settings.inventory import Source
from journeybook.schema.told import label_of
from journeybook.schema.types import choices, is_by_key, meaning_of, models_beneath
from journeybook.sources.likeness import close_to
from journeybook.sources.validation import meant_by
from journeybook.wording import Wording, marked

_SETTINGS: Mapping[str, type[Written]] = {
    "journeybook.yml": Configuration,
    "waivers.yml": WaiverEntry,
    "inventory.yml": Source,
}


def explained(word: str, site: Site) -> tuple[str, ...]:
    """Explain a code, a key, a figure or a word; nothing when it is none of them."""
    ways = (_code, _keys, _values, _word, _figure)
    return tuple(line for way in ways for line in way(word, site)) or tuple(_figures(word, site))


def near(word: str, site: Site) -> str:
    """Give what was most likely meant by something that cannot be explained, or nothing."""
    keys = {key for _, model in _models(site) for key in model.model_fields}
    kinds = site.handbook.vocabulary
    figures = (name for what in _counted().values() for name in _called(what, site))
    words = (*kinds.asset_types, *kinds.statuses, *kinds.emotions)
    return close_to(word, (*site.rules, *sorted(keys), *words, *figures))


def _code(code: str, site: Site) -> Iterator[str]:
    rule = site.rules.get(code.strip("[]").casefold())
    if rule is None:
        return
    say, about = site.wording.text, rule.explanation
    yield f"{rule.code}: {say(about.title)}"
    yield say(about.found)
    yield say(about.why)
    yield say(about.close)
    severity = say(rule.severity.word)
    yield say(marked("Without a setting it weighs: {severity}."), severity=severity)


def _models(site: Site) -> tuple[tuple[str, type[Written]], ...]:
    rules = ((code, rule.parameters) for code, rule in site.rules.items())
    return tuple(dict.fromkeys((*writable(site.wording), *rules)))


def _keys(word: str, site: Site) -> Iterator[str]:
    # `survey.asked.others` is the key below `asked`, `assets.cta` that of an asset.
    above, _, last = word.rpartition(".")
    above = _kind_called(above, site) or above
    models = [one for one in _models(site) if f".{above}".endswith(f".{one[0]}" if above else "")]
    known = tuple(dict.fromkeys(key for _, model in models for key in model.model_fields))
    meant = meant_by(last, known, site.words) or _labelled(word, models, site)
    for key in (last,) if last in known else meant:
        told = grouped(
            (meaning_of(model.model_fields[key], site.wording), name)
            for name, model in models
            if key in model.model_fields
        )
        for meaning, names in told.items():
            yield f"{key} ({', '.join(dict.fromkeys(names))}): {meaning}"


def _kind_called(name: str, site: Site) -> str:
    # A kind by its own name in any language, or by that of its folder.
    plain = site.words.values.get(name.casefold(), name.casefold())
    kind = FOLDERS.get(plain) or next((one for one in Kind if one == plain), None)
    return site.wording.value(kind.value) if kind else ""


def _labelled(
    label: str, models: Iterable[tuple[str, type[Written]]], site: Site
) -> tuple[str, ...]:
    # What forms call a key.
    say, plain = site.wording.text, label.strip().casefold()
    found = (
        key
        for _, model in models
        for key in model.model_fields
        if say(label_of(model, key)).casefold() == plain
    )
    return tuple(dict.fromkeys(found))


def _values(word: str, site: Site) -> Iterator[str]:
    # A word that a key of few choices takes, in any language.
    plain = word.strip().casefold().replace(" ", "-")
    choice = site.words.values.get(plain, plain)
    for name, model in dict.fromkeys(writable(site.wording)):
        for key, field in model.model_fields.items():
            if choice in choices(field.annotation) and not is_by_key(field.annotation):
                spoken = site.wording.value(choice)
                yield f"{key}: {spoken} ({name}): {meaning_of(field, site.wording)}"


def _word(word: str, site: Site) -> Iterator[str]:
    say, vocabulary = site.wording.text, site.handbook.vocabulary
    if kind := vocabulary.asset_type(word):
        yield say(
            marked("{label}, a type of content ({id}): {definition}"),
            label=kind.label,
            id=kind.id,
            definition=kind.definition,
        )
    if status := vocabulary.status(word):
        yield say(
            marked("{label}, a status ({id}): {definition}"),
            label=status.label,
            id=status.id,
            definition=status.definition,
        )
    if (score := vocabulary.emotion(word)) is not None:
        feeling = marked("{word}, a feeling: {score} on the scale from -2 to 2")
        yield say(feeling, word=word, score=score)


def _figure(word: str, site: Site) -> Iterator[str]:
    # What is counted, by its key, its name, or what it is called in a sentence on it.
    plain = word.strip().casefold()
    for key, what in _counted().items():
        if plain in (key, *_called(what, site)):
            yield _counted_as(key, what, site)


def _figures(word: str, site: Site) -> Iterator[str]:
    # What is called so in part, such as `coverage`, or in part of what is asked: `24 open gaps`.
    asked = word.strip().casefold()
    for key, what in _counted().items():
        if any(_holds(asked, name) or _holds(name, asked) for name in _called(what, site)):
            yield _counted_as(key, what, site)


def _counted() -> Mapping[str, Definition]:
    return {key.value: what for each in (DEFINITIONS, MOVES) for key, what in each.items()}


def _called(what: Definition, site: Site) -> tuple[str, ...]:
    say = site.wording.text
    term, is_named, _ = say(what.sentence).partition(":")
    return tuple(one.casefold() for one in (say(what.name), *([term] if is_named else ())))


def _counted_as(key: str, what: Definition, site: Site) -> str:
    say = site.wording.text
    return f"{say(what.name)} ({key}): {say(what.sentence)}"


def _holds(text: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def writable(wording: Wording) -> Iterator[tuple[str, type[Written]]]:
    """Give every model that is written, with its kind, its file, or the key it stands under."""
    yield from ((wording.value(kind.value), model) for kind, model in MODELS.items())
    yield from _SETTINGS.items()
    for model in (*MODELS.values(), *_SETTINGS.values()):
        yield from models_beneath(model)
