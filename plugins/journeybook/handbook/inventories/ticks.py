"""Columns that are called as a persona, a phase or a channel is, with a cross in them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from journeybook.handbook.inventories.meanings import NOTHING, Meaning, Meanings
from journeybook.handbook.vocabulary import Vocabulary
from journeybook.schema.settings.inventory import Key

_TICKED: tuple[Key, ...] = ("personas", "phases", "channels")
_TICKS = frozenset(("✓", "✔", "✅", "☑", "☒", "●", "•", "*", "+"))


def meant_by(key: Key, cell: str, heading: str, meanings: Meanings) -> Meaning:
    """Give what a cell says of a key: by its words, or by its heading where it is only ticked."""
    meaning = meanings.of(key, cell)
    tick = tick_of(cell, meanings.vocabulary) if meaning.unknown else None
    if tick is None or not meanings.is_known(key, heading):
        return meaning
    return meanings.of(key, heading) if tick else NOTHING


def ticked_columns(
    words: Mapping[str, Counter[str]], columns: Mapping[Key, Sequence[str]], meanings: Meanings
) -> Iterator[tuple[Key, tuple[str, ...]]]:
    """Give the headings that name something of the handbook, and below which all is ticked."""
    taken = {name for names in columns.values() for name in names}
    for key in _TICKED:
        names = tuple(
            name
            for name, told in words.items()
            if name not in taken
            and told
            and all(tick_of(word, meanings.vocabulary) is not None for word in told)
            and _is_meant(key, name, meanings, columns)
        )
        taken.update(names)
        if names:
            yield key, names


def tick_of(cell: str, vocabulary: Vocabulary) -> bool | None:
    """Tell whether a cell only says yes or no, as a cross below the name of a persona does."""
    plain = cell.strip().casefold()
    if plain in _TICKS or plain in vocabulary.survey.get("yes", ()):
        return True
    return False if plain in vocabulary.survey.get("no", ()) else None


def _is_meant(
    key: Key, name: str, meanings: Meanings, columns: Mapping[Key, Sequence[str]]
) -> bool:
    # Stages are called in the words of many teams; where a column tells them, `Retain?` is none.
    return meanings.is_known(key, name) or (
        key == "phases" and key not in columns and bool(meanings.suggestion(key, name))
    )
