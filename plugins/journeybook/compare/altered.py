"""The statements that changed between two states of a handbook, for the maps of the site."""

from collections.abc import Sequence

from journeybook.compare.change import Change, Thing, What
from journeybook.compare.comparison import Comparison
from journeybook.compare.telling import detail
from journeybook.findings import Ref, RefKind
from journeybook.pages.parts.site import Alteration
from journeybook.wording import Wording

_SHOWN = {
    Thing.NEED: RefKind.NEED,
    Thing.QUESTION: RefKind.QUESTION,
    Thing.EMOTION: RefKind.EMOTION,
    Thing.EXPECTATION: RefKind.EXPECTATION,
    Thing.TOUCHPOINT: RefKind.TOUCHPOINT,
    Thing.DROP_OFF: RefKind.DROP_OFF,
}
"""What stands on the map of a journey."""


def altered_statements(comparison: Comparison) -> dict[Ref, Alteration]:
    """Say what became of each statement that is new or changed."""
    changes: dict[Ref, list[Change]] = {}
    for change in comparison.changes:
        if change.thing in _SHOWN and change.what is not What.REMOVED:
            statement = Ref(kind=_SHOWN[change.thing], id=change.subject)
            changes.setdefault(statement, []).append(change)
    return {statement: _alteration(own, comparison.wording) for statement, own in changes.items()}


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
