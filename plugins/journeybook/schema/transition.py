"""How many go on from a phase to the next, or how long that takes."""

import re
from typing import Annotated

from pydantic import BeforeValidator, Field, ValidationInfo

from journeybook.schema.fields import as_word, is_time, is_truth
from journeybook.schema.kpi import Kpi, as_kpi
from journeybook.wording import marked

SHARE = "%"
"""The unit of a figure that tells how many of a hundred go on."""

_SHARES = frozenset({SHARE, "percent", "pct"})
_HAS_DIGIT = re.compile(r"\d")
_WITH_UNIT = re.compile(r"([-+]?\d[\d.,]*)\s*([^\d\s.,].*)?")


class MovesOn(Kpi):
    """A figure of going on: its unit tells whether it is how many, or how long."""

    name: str = Field(
        "", title=marked("Name"), description="What it is called; the two phases when left out."
    )
    unit: str = Field(
        SHARE,
        title=marked("Unit"),
        description="The unit: `%` of those who go on, which it is when left out, or `days` until "
        "they do.",
    )

    @property
    def is_share(self) -> bool:
        """Whether it tells how many of a hundred go on."""
        return self.unit == SHARE


def _moves_on(value: object, info: ValidationInfo) -> object:
    # `31`, `31 %` and `12 days` are figures of today.
    is_plain = isinstance(value, str | int | float) and not isinstance(value, bool)
    match = _WITH_UNIT.fullmatch(str(value).strip()) if is_plain else None
    if match:
        value = {"actual": match[1], "unit": match[2] or SHARE}
    if isinstance(value, str) and not _HAS_DIGIT.search(value) and not is_truth(value, info):
        # A word may say that nobody goes on from here; whatever else it is gets told.
        return {"name": value}
    if not isinstance(value, dict):
        return value
    unit = value.get("unit")
    if isinstance(unit, str) and as_word(unit, info) in _SHARES:
        value = {**value, "unit": SHARE}
    if is_time(unit, info) and not {"better", "direction"} & value.keys():
        # Who waits less is better off, which nobody has to say.
        value = {**value, "better": "lower"}
    return as_kpi(value)


AMovesOn = Annotated[MovesOn, BeforeValidator(_moves_on)]
