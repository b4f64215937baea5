"""A figure that a team watches, and how it was read."""

from datetime import date
from typing import Literal

from pydantic import Field

from journeybook.schema.fields import Choice, Day, Every, Many, Number, Written
from journeybook.wording import marked

KpiKind = Literal["repeat-purchase", "recommendation", "satisfaction"]
Direction = Literal["higher", "lower"]


class Reading(Written):
    """What a figure was on a day."""

    date: Day = Field(title=marked("Date"), description="The day it was read.")
    value: Number = Field(title=marked("Value"), description="What it was.")


class Kpi(Written):
    """A figure that tells whether it works."""

    name: str = Field(
        title=marked("Name"), description="What is counted, such as `Quotes requested`."
    )
    kind: Choice[KpiKind] | None = Field(
        None,
        title=marked("Kind"),
        description="What it tells after the sale, so that it is compared over journeys.",
    )
    unit: str | None = Field(
        None, title=marked("Unit"), description="The unit, such as `%` or `per month`."
    )
    target: Number | None = Field(None, title=marked("Target"), description="What it should be.")
    actual: Number | None = Field(None, title=marked("Now"), description="What it is now.")
    better: Choice[Direction] | None = Field(
        None,
        title=marked("Better when"),
        description="Whether a `higher` or a `lower` figure is better; higher when left out, "
        "lower where the target is 0.",
    )
    direction: Choice[Direction] | None = Field(
        None,
        title=marked("Better when"),
        description="Another name of `better`: `higher` or `lower`.",
    )
    readings: Many[Reading] = Field(
        (),
        title=marked("Readings"),
        description="What it was, day by day, each as `{date: 2026-09-30, value: 12}`; the last "
        "one is what it is now. The name of a CSV beside this file may stand here, with a date "
        "and a value in every line.",
        examples=["quotes.csv"],
    )
    csv: str | None = Field(
        None,
        title=marked("File"),
        description="The name of a CSV beside this file with the readings.",
    )
    every: Every | None = Field(
        None,
        title=marked("Read every"),
        description="How often it is read, such as `1 month`; a later reading is overdue.",
    )
    owner: str | None = Field(
        None, title=marked("Owner"), description="Who answers for the figure."
    )

    @property
    def wants_less(self) -> bool:
        """Whether the target is the most that it should be."""
        better = self.better or self.direction
        return better == "lower" or (better is None and self.target == 0)

    @property
    def next_reading(self) -> date | None:
        """The day on which it should be read again; None where nobody said or nothing was read."""
        if self.every is None or not self.readings:
            return None
        return self.every.after(self.readings[-1].date)

    @property
    def misses(self) -> bool:
        """Whether it was measured and is not where it should be."""
        if self.target is None or self.actual is None:
            return False
        return self.actual > self.target if self.wants_less else self.actual < self.target


def _by_day(readings: dict[str, object] | list[object]) -> object:
    # `2026-01-31: 12` is the day and the value of one reading.
    entries = readings if isinstance(readings, list) else [{day: readings[day]} for day in readings]
    pairs = [next(iter(one.items())) for one in entries if isinstance(one, dict) and len(one) == 1]
    if len(pairs) < len(entries) or not all(str(day)[:1].isdigit() for day, _ in pairs):
        return readings
    return [{"date": day, "value": value} for day, value in pairs]


def as_kpi(value: object) -> object:
    """Read a figure from its name alone, and its readings from whatever they stand in."""
    match value:
        case str():
            return {"name": value}
        case {"readings": str(name), **rest}:
            return {**rest, "csv": name}
        case {"readings": dict() | list() as readings, **rest}:
            return {**rest, "readings": _by_day(readings)}
        case _:
            return value
