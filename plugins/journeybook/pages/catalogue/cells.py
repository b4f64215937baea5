"""The cells of a row of the catalogue; in a long one, most say what others say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from journeybook.handbook.entities import Asset
from journeybook.handbook.vocabulary import Status
from journeybook.pages.parts.escaping import escaped
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.words.states import status_kind, yes_or_no

_ORDERS = {status: str(at) for at, status in enumerate(Status)}


# Each is drawn once; as a template of its own it would take longer than all else of a catalogue.
@lru_cache(10_000)
def cell_of(words: str, order: str = "", *, is_overdue: bool = False, dot: str = "") -> str:
    """Draw a cell by its words, and by the `order` that it is sorted by where that is another.

    A `dot` of a kind stands before the words where one is given.
    """
    by = f' data-v="{escaped(order)}"' if order else ""
    mark = ' class="jb-overdue"' if is_overdue else ""
    told = escaped(words)
    shown = f'<span class="jb-dot jb-dot--{escaped(dot)}">{told}</span>' if dot else told
    return f"<td{by}{mark}>{shown}</td>"


@dataclass(frozen=True, kw_only=True)
class Line:
    """Makes the cells of a row."""

    site: Site

    def cells(self, asset: Asset, words: Mapping[str, str], until: date | None) -> tuple[str, ...]:
        """Give what every table shows of a piece of content that is fresh until a day."""
        return (
            cell_of(asset.status_label, _ORDERS[asset.status], dot=status_kind(asset.status)),
            cell_of(words["type"]),
            cell_of(words["phase"], self._first(asset.phases)),
            cell_of(words["persona"]),
            cell_of(words["channel"]),
            cell_of(str(len(asset.answers)) if asset.answers else ""),
            self._day(until, is_review=True),
            cell_of(asset.owner or ""),
            self._day(asset.published or asset.due),
            cell_of(yes_or_no(self.site, value=asset.gated)),
            cell_of(asset.cta.text if asset.cta else ""),
            cell_of(asset.language or ""),
        )

    def audited(self, words: Mapping[str, str], used: int | None) -> tuple[str, ...]:
        """Give what an audit decided, and how much it is used."""
        shown = "" if used is None else self.site.wording.number(used)
        return cell_of(words["decision"]), cell_of(shown, "" if used is None else str(used))

    def _first(self, phases: Sequence[str]) -> str:
        return str(self.site.handbook.first_place(phases))

    def _day(self, day: date | None, *, is_review: bool = False) -> str:
        known = self._days.get((day, is_review))
        if known is None:
            known = self._days[day, is_review] = self._dated(day, is_review=is_review)
        return known

    def _dated(self, day: date | None, *, is_review: bool) -> str:
        today = self.site.handbook.today
        if day is None:
            return cell_of("")
        words = self.site.wording.ago(day, today)
        return cell_of(words, day.isoformat(), is_overdue=is_review and day < today)

    @cached_property
    def _days(self) -> dict[tuple[date | None, bool], str]:
        return {}
