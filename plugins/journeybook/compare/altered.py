"""The statements that changed between two states of a handbook, for the maps of the site."""

from collections.abc import Sequence

from journeybook.compare.change import Change, Thing, What
from journeybook.compare.comparison import Comparison
from journeybook.compare.telling import detail
from journeybook.pages.parts.site import Alteration
from journeybook.wording import Wording

_SHOWN = frozenset(
    {
        Thing.NEED,
        Thing.QUESTION,
        Thing.EMOTION,
        Thing.EXPECTATION,
        Thing.TOUCHPOINT,
        Thing.DROP_OFF,
    }
)
"""What stands on the map of a journey."""


def altered_statements(comparison: Comparison) -> dict[str, Alteration]:
    """Say what became of each statement that is new or changed, by its id."""
    found: dict[str, list[Change]] = {}
    for one in comparison.changes:
        if one.thing in _SHOWN and one.what is not What.REMOVED:
            found.setdefault(one.subject, []).append(one)
    return {name: _alteration(ones, comparison.wording) for name, ones in found.items()}


def _alteration(changes: Sequence[Change], wording: Wording) -> Alteration:
    if any(one.what is What.ADDED and not one.aspect for one in changes):
        return Alteration(sign="+", word=wording.text("new"))
    return Alteration(
        sign="~",
        word=wording.text("changed"),
        told=tuple(_told(one, wording) for one in changes),
    )


def _told(change: Change, wording: Wording) -> str:
    label, values = wording.text(change.label), detail(change, wording)
    if not values:
        return label
    return wording.text("{label} ({values})", label=label, values=values)
