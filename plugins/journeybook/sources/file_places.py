"""Which kind of thing a file describes, and its id: by its folder, or by what it says itself."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from journeybook.schema import Kind
from journeybook.schema.kind import FOLDERS
from journeybook.schema.period import Words
from journeybook.sources.yaml.nodes import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePlace:
    """What a file describes: its kind, and its id."""

    kind: Kind
    id: str


def place_of(path: str) -> FilePlace | None:
    """Give what the folder of a file tells, by its path in the content folder."""
    # Disks of Apple's write a letter with an accent as two signs, authors as one.
    folder, _, inside = unicodedata.normalize("NFC", path).partition("/")
    kind, identifier = FOLDERS.get(folder), inside.removesuffix(".md")
    if kind is None or identifier in ("", "index"):
        return None
    if kind is not Kind.JOURNEY:
        return FilePlace(kind=kind, id=identifier)
    journey, _, name = identifier.rpartition("/")
    if not journey or name.casefold() in ("index", "readme"):
        return FilePlace(kind=kind, id=journey or name)
    return FilePlace(kind=Kind.STEP, id=identifier)


def said_place(
    value: Mapping[str, Value], place: FilePlace | None, path: str, words: Words | None
) -> FilePlace | None:
    """Give what the keys of a file say that it describes, or else what its folder tells."""
    # A `kind:` that is wrong is reported by the model of the kind that the folder tells.
    said = value.get("kind")
    kinds = {kind.value: kind for kind in Kind}
    word = said.strip().casefold() if isinstance(said, str) else ""
    # In the folder of actions other words than these tell the kind of work.
    is_work = place is not None and place.kind is Kind.ACTION
    kind = kinds.get(words.values.get(word, word) if words and not is_work else word)
    if kind is None:
        return place
    stem = unicodedata.normalize("NFC", PurePosixPath(path).stem)
    return replace(place, kind=kind) if place else FilePlace(kind=kind, id=stem)
