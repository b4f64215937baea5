"""Which of few words a cell probably means: by a slip of the pen, or by how it begins."""

from journeybook.handbook.ids import folded
from journeybook.schema.asset import Asset
from journeybook.schema.period import Words
from journeybook.schema.settings.inventory import Key
from journeybook.schema.types import choices
from journeybook.sources.likeness import Names


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
