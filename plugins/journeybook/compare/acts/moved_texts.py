"""Texts that stand in another file now, since something was split or merged."""

from journeybook.compare.pair import Pair
from journeybook.handbook.statements import Entity
from journeybook.schema import Kind


def texts_beside(old: Entity, new: Entity, pair: Pair) -> tuple[str, str]:
    """Give the texts that were merged into something, and those of its other parts.

    What came from there is not new, and what went there was not taken out.
    """
    kind, partings = Kind(old.kind.value), pair.matches.partings
    merged = [
        ref.id for ref, one in partings.merged.items() if ref.kind is new.ref.kind and one == new.id
    ]
    parts = [one for one in partings.split.get(old.ref, ()) if one != new.id]
    before, after = pair.before.entities[kind], pair.after.entities[kind]
    return (
        "\n\n".join(before[one].body for one in merged),
        "\n\n".join(after[one].body for one in parts),
    )
