"""Value against effort: a grid of all fixes that count, the quick wins in its first cell."""

from collections.abc import Sequence
from dataclasses import dataclass

from journeybook.fixes.fix import COSTS, Fix
from journeybook.handbook.anchors import gap_anchor
from journeybook.pages.gaps.fix_item import title_of
from journeybook.pages.parts.links import Here, Link
from journeybook.pages.parts.states import EFFORTS
from journeybook.wording import marked

MOST_NAMED = 4
_BANDS = (marked("most value"), marked("middle value"), marked("least value"))


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortCell:
    """The fixes of some value and effort: the first of them, and how many more there are."""

    fixes: tuple[Link, ...]
    more: str
    is_quick: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortGrid:
    """Rows from most to least value, columns from small to large effort."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[EffortCell, ...]], ...]


def effort_grid(fixes: Sequence[Fix], here: Here) -> EffortGrid | None:
    """Lay out the fixes by value and effort; each third of them is a row."""
    if not fixes:
        return None
    say = here.site.wording.text
    third = -(-len(fixes) // len(_BANDS))
    by_value = sorted(fixes, key=lambda fix: -fix.value)
    rows = []
    for at, band in enumerate(_BANDS):
        own = by_value[at * third : (at + 1) * third]
        cells = tuple(
            _cell([fix for fix in own if fix.effort == effort], here, is_quick=not at and is_small)
            for effort, is_small in ((one, cost == 1) for one, cost in COSTS.items())
        )
        rows.append((say(band), cells))
    return EffortGrid(columns=tuple(say(EFFORTS[one]) for one in COSTS), rows=tuple(rows))


def _cell(fixes: Sequence[Fix], here: Here, *, is_quick: bool) -> EffortCell:
    site, rest = here.site, len(fixes) - MOST_NAMED
    named = tuple(
        here.page(site.gap_home(fix.entries[0]), title_of(fix, site), gap_anchor(fix.fingerprint))
        for fix in fixes[:MOST_NAMED]
    )
    more = site.wording.count("{n} more", "{n} more", rest) if rest > 0 else ""
    return EffortCell(fixes=named, more=more, is_quick=is_quick)
