"""How much each piece of content is used, counted in one way for all of them."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from journeybook.handbook.entities import Asset
from journeybook.handbook.use import USED, by_source, total


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """How much content was used lately, by its id; `measure` is what was counted."""

    measure: str = ""
    numbers: Mapping[str, int] = field(default_factory=dict)

    def busiest(self, most: int) -> tuple[str, ...]:
        """Give the content that is used most, the busiest first."""
        used = (name for name, number in self.numbers.items() if number)
        return tuple(sorted(used, key=lambda name: (-self.numbers[name], name))[:most])


def usage_of(assets: Iterable[Asset], today: date, months: int) -> Usage:
    """Count how much content was used in the last months, in views where there are any.

    Of several sources that count the same, the one that counted most is taken: each misses some.
    """
    since = months_before(today, months)
    recent = {asset.id: tuple(one for one in asset.use if one.until >= since) for asset in assets}
    every = [one for figures in recent.values() for one in figures]
    measure = next((one for one in USED if total(every, one) is not None), "")
    numbers = {
        name: max(total(some, measure) or 0 for some in by_source(figures).values())
        for name, figures in recent.items()
        if figures and measure
    }
    return Usage(measure=measure, numbers=numbers)


def months_before(day: date, months: int) -> date:
    """Give the day so many months before another; the end of a shorter month where needed."""
    at = day.year * 12 + day.month - 1 - months
    year, month = max(at // 12, 1), at % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
