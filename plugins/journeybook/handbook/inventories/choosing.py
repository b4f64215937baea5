"""Which of few words a cell probably means: by a slip of the pen, or by how it begins."""

import re

from journeybook.handbook.ids import folded
from journeybook.handbook.linking.linker import Directory
from journeybook.schema.asset import Asset
from journeybook.schema.period import Words
from journeybook.schema.settings.inventory import Key
from journeybook.schema.types import choices
from journeybook.sources.likeness import Names

_ALIKE = 0.8


def choice_meant(key: Key, cell: str, words: Words | None) -> str:
    """Give the choice of a key that a cell such as `Merge with /prices` means, or nothing.

    Whoever asks, as in `Remove?`, has not chosen.
    """
    field = Asset.model_fields.get(key)
    few = choices(field.annotation) if field else ()
    if not few or cell.rstrip().endswith("?"):
        return ""
    said = {folded(word): word for word in few}
    said |= {folded(word): one for word, one in (words or Words()).values.items() if one in few}
    parts = cell.split()
    begun = (said.get(folded(" ".join(parts[:end])), "") for end in range(len(parts), 0, -1))
    name, _ = Names(said).closest(folded(cell))
    return next(filter(None, begun), "") or said.get(name or "", "")


def word_meant(cell: str, names: Directory) -> str:
    """Give the type or status that a cell such as `Draft (AB)` means, or nothing.

    A word that is only somewhat alike is another one: a product is no podcast.
    """
    parts = re.findall(r"[^\W_]+", cell)
    begun = (names.find(" ".join(parts[:end])) for end in range(len(parts), 0, -1))
    found = next(filter(None, begun), ())
    if found:
        return found[0]
    return names.closest(cell) if names.likeness(cell) >= _ALIKE else ""
