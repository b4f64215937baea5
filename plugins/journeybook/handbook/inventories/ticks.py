"""Columns that are called as a persona, a phase or a channel is, with a cross in them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from journeybook.handbook.inventories.meanings import NOTHING, Meaning, Meanings
from journeybook.handbook.vocabulary import Vocabulary
from journeybook.schema.settings.inventory import Key

_TICKED: tuple[Key, ...] = ("personas", "phases", "channels")
_LIKELY: tuple[Key, ...] = ("personas", "phases")
_TICKS = frozenset(("✓", "✔", "✅", "☑", "☒", "●", "•", "*", "+"))
_CROSSED = frozenset(("✗", "✘", "❌", "✖", "❎", "-", "–", "—"))


def meant_by(key: Key, cell: str, heading: str, meanings: Meanings) -> Meaning:
    """Give what a cell says of a key: by its words, or by its heading where it is only ticked."""
    meaning = meanings.of(key, cell)
    tick = _mark_of(cell, meanings.vocabulary) if meaning.unknown else None
    if tick is None or not meanings.is_known(key, heading):
        return meaning
    return meanings.of(key, heading) if tick else NOTHING


def ticked_columns(
    words: Mapping[str, Counter[str]], columns: Mapping[Key, Sequence[str]], meanings: Meanings
) -> Mapping[Key, tuple[str, ...]]:
    """Give the headings that name something of the handbook, and below which all is ticked."""
    taken = {name for names in columns.values() for name in names}
    free = dict.fromkeys(
        name
        for name, told in words.items()
        if name not in taken
        and told
        and all(_mark_of(word, meanings.vocabulary) is not None for word in told)
    )
    found: dict[Key, tuple[str, ...]] = {}
    for key in _TICKED:
        found[key] = tuple(name for name in free if meanings.is_known(key, name))
        free = dict.fromkeys(name for name in free if name not in found[key])
    for key in (one for one in _LIKELY if one not in columns):
        likely = _likely(key, free, found[key], meanings)
        found[key] = tuple(name for name in words if name in (*found[key], *likely))
        free = dict.fromkeys(name for name in free if name not in likely)
    return {key: names for key, names in found.items() if names}


def _likely(
    key: Key, names: Iterable[str], known: Sequence[str], meanings: Meanings
) -> tuple[str, ...]:
    # People and stages are called in the words of many teams. One alone is called so by chance, as
    # `Support` is, and `CFO approved` beside a column of the CFO is about something else.
    sure = {one for name in known for one in meanings.of(key, name).value or ()}
    meant = {name: meanings.suggestion(key, name) for name in names}
    likely = tuple(name for name, one in meant.items() if one and one not in sure)
    return likely if len({*sure, *(meant[name] for name in likely)}) > 1 else ()


def tick_of(cell: str, vocabulary: Vocabulary) -> bool | None:
    """Tell whether a cell only says yes or no, as a cross below the name of a persona does."""
    plain = cell.strip(" ()[]").casefold()
    if plain in _TICKS or plain in vocabulary.survey.get("yes", ()):
        return True
    is_no = plain in _CROSSED or plain in vocabulary.survey.get("no", ())
    return False if is_no else None


def _mark_of(cell: str, vocabulary: Vocabulary) -> bool | None:
    # `Primary` below the name of a persona says whom it is for first.
    is_ranked = cell.strip().casefold() in vocabulary.phrases.get("ordinals")
    return is_ranked or tick_of(cell, vocabulary)
