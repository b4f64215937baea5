"""The statements that changed between two states of a handbook, for the maps of the site."""

from collections.abc import Sequence

from journeybook.compare.change import Change, Thing, What
from journeybook.compare.comparison import Comparison
from journeybook.compare.summary.lines import line_of
from journeybook.findings import Ref
from journeybook.grouping import grouped
from journeybook.pages.parts.past import Alteration

_SHOWN = frozenset(
    {Thing.NEED, Thing.QUESTION, Thing.EMOTION, Thing.EXPECTATION, Thing.TOUCHPOINT, Thing.DROP_OFF}
)
"""What stands on the map of a journey."""


def altered_statements(comparison: Comparison) -> dict[Ref, Alteration]:
    """Say what became of each statement that is new or changed."""
    changes = grouped(
        (one.subject, one)
        for one in comparison.changes
        if one.thing in _SHOWN and one.what is not What.REMOVED and one.subject
    )
    return {statement: _alteration(own, comparison) for statement, own in changes.items()}


def _alteration(changes: Sequence[Change], comparison: Comparison) -> Alteration:
    wording = comparison.wording
    if What.ADDED in {one.what for one in changes}:
        return Alteration(sign="+", word=wording.text("new"))
    return Alteration(
        sign="~",
        word=wording.text("changed"),
        told=tuple(_told(one, comparison) for one in changes),
    )


def _told(change: Change, comparison: Comparison) -> str:
    line = line_of(change, comparison)
    if not line.detail:
        return line.label
    return comparison.wording.text("{label} ({values})", label=line.label, values=line.detail)
