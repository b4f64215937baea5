"""A day as somebody types it behind an option."""

from datetime import date, datetime
from typing import Any

import click

from journeybook.adapters.cli.shared.spoken import spoken
from journeybook.sources.wrong_values import days_meant
from journeybook.wording import marked

_SHAPE = "%Y-%m-%d"
_ONE = "2026-09-30"
_NO_DAY = marked("'{value}' is no day of the calendar; write it as year-month-day, such as {meant}")


class Day(click.ParamType[date]):
    """A day of the calendar, by its year, month and day."""

    name = "YYYY-MM-DD"

    def convert(
        self,
        value: Any,  # noqa: ANN401 - as Click has it
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> date:
        """Read a day."""
        try:
            return datetime.strptime(value, _SHAPE).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            meant = next(iter(days_meant(value)), _ONE)
            self.fail(spoken().text(_NO_DAY, value=value, meant=meant), param, ctx)
