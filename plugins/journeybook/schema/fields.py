"""The kinds of value a field can hold, forgiving in what they take and exact in what they give."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    ValidationInfo,
)
from pydantic_core import PydanticCustomError

from journeybook.schema.kind import Kind
from journeybook.schema.period import Period, Words, read_period

Item = TypeVar("Item")

_CLOCK_UNITS = frozenset({"hour", "minute"})


class Written(BaseModel):
    """Something an author writes; unknown keys are refused here and reported by the reader."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def _as_list(value: object) -> object:
    return value if isinstance(value, list | tuple) else (value,)


def as_word(value: object, info: ValidationInfo) -> object:
    """Give the English word that a word of any language means, in small letters."""
    if isinstance(value, str):
        word = re.sub(r"[\s_]+", "-", value.strip().casefold())
        return _words(info).values.get(word, word)
    return value


def is_time(word: object, info: ValidationInfo) -> bool:
    """Tell whether a word is a unit of time, in any language that is understood."""
    plain = as_word(word, info)
    if not isinstance(plain, str):
        return False
    return plain.removesuffix("s") in _CLOCK_UNITS or _words(info).unit(plain) is not None


def is_truth(value: object, info: ValidationInfo) -> bool:
    """Tell whether a value says yes or no, in any language that is understood."""
    return as_word(value, info) in ("true", "false")


def _as_truth(value: object, info: ValidationInfo) -> object:
    word = as_word(value, info)
    return word if word in ("true", "false") else value


def _as_everybody(value: object, info: ValidationInfo) -> object:
    return EVERYBODY if as_word(value, info) == EVERYBODY else value


def _as_number(value: object) -> object:
    # `1.500` is a thousand and a half in one country and one and a half in another.
    if isinstance(value, str) and re.fullmatch(r"[-+]?[1-9]\d{0,2}(?:[.,]\d{3})+", value.strip()):
        raise PydanticCustomError("unclear_number", "thousands or decimals")
    if isinstance(value, str) and re.fullmatch(r"[-+]?\d+,\d+", value.strip()):
        return value.replace(",", ".")
    return value


def _as_language(value: object, info: ValidationInfo) -> object:
    if not isinstance(value, str):
        return value
    tag = _words(info).values.get(value.strip().casefold(), value.strip())
    if not re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z\d]{2,8})*", tag):
        raise PydanticCustomError("language", "no language")
    return tag


def _words(info: ValidationInfo) -> Words:
    return info.context if isinstance(info.context, Words) else Words()


_ORDERED = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?|/(\d\d?)/(\d\d?)|\.(\d\d?)\.(\d\d?))")
_NAMED_DAY = re.compile(
    r"(?:(?P<before>\d\d?)(?:(?:\.|st|nd|rd|th|e)?\s+|-))?(?P<month>[^\W\d_]{3,})\.?"
    r"(?:\s+(?P<behind>\d\d?)(?:st|nd|rd|th)?,?)?(?:\s+|-)(?P<year>\d{4})"
)
_CLOCK = re.compile(r"(?<=\d)[T ]\d\d:\d\d.*")
"""The time of day that a content management system writes behind a date."""


def _as_day(value: object, info: ValidationInfo) -> object:
    return _day(value, info, is_last=False)


def _as_last_day(value: object, info: ValidationInfo) -> object:
    return _day(value, info, is_last=True)


def _day(value: object, info: ValidationInfo, *, is_last: bool) -> object:
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        value = _in_digits(_CLOCK.sub("", value.strip()), _words(info))
    if isinstance(value, str) and (found := _ORDERED.fullmatch(value)):
        year, month, *days = map(int, filter(None, found.groups()))
        try:
            return date(year, month, days[0] if days else _edge(year, month, is_last=is_last))
        except ValueError as error:
            raise PydanticCustomError("impossible_date", "no such day") from error
    if isinstance(value, str):
        raise PydanticCustomError("impossible_date", "not a date")
    raise PydanticCustomError("date_type", "not a date")


def _edge(year: int, month: int, *, is_last: bool) -> int:
    # What is due in March may be done on its last day.
    return monthrange(year, month)[1] if is_last else 1


def _in_digits(text: str, words: Words) -> str:
    # `12 december 2025`, `December 12th, 2025` and `Dec. 2025`, in any language understood.
    match = _NAMED_DAY.fullmatch(text.strip())
    month = words.month(match["month"]) if match else None
    if match is None or month is None:
        return text
    day = match["before"] or match["behind"]
    return f"{match['year']}-{month:02}" + (f"-{day}" if day else "")


def _as_period(value: object, info: ValidationInfo) -> object:
    found = read_period(value, _words(info)) if isinstance(value, str) else value
    if isinstance(found, Period):
        return found
    raise PydanticCustomError("period_type", "not a period")


def said(key: str) -> Callable[[Any], Any]:
    """Let a plain text stand for a mapping with only this key."""
    return lambda value: {key: value} if isinstance(value, str) else value


class _JsonType:
    """The JSON Schema of a value that has no schema of its own."""

    def __init__(self, **schema: object) -> None:
        self.schema = schema

    def __get_pydantic_json_schema__(
        self, _core: object, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return dict(self.schema)


def _as_kind(value: object, info: ValidationInfo) -> object:
    word = as_word(value, info)
    if isinstance(word, str) and word not in tuple(Kind):
        raise PydanticCustomError("enum", "no kind", {"expected": ", ".join(Kind)})
    return word


def _as_work(value: object, info: ValidationInfo) -> object:
    # `content` is a kind of work here, though elsewhere it is a word for an asset.
    word = as_word(value, info)
    is_kind = word == Kind.ACTION or (isinstance(value, str) and value.casefold() in tuple(Kind))
    return word if is_kind else value


EVERYBODY = "all"
"""The word for every persona or phase there is."""

Truth = Annotated[bool, BeforeValidator(_as_truth)]
"""Yes or no, in any language that is understood."""

Audience = Annotated[str, BeforeValidator(_as_everybody)]
"""A persona, or a phase, by any of its names; or all there are."""

Tongue = Annotated[str, BeforeValidator(_as_language)]
"""A language, by its code or by its name."""

Many = Annotated[tuple[Item, ...], BeforeValidator(_as_list)]
"""A list; one value alone may stand for it."""

Choice = Annotated[Item, BeforeValidator(as_word)]
"""One of a fixed set of words, in any case."""

Effort = Choice[Literal["small", "medium", "large"]]
"""How much work something is."""
AKind = Annotated[str, BeforeValidator(_as_kind), _JsonType(type="string", enum=list(Kind))]
"""What a file describes."""

Work = Annotated[str, BeforeValidator(_as_work)]
"""A kind of work, in any words; or what the file describes."""

Day = Annotated[date, BeforeValidator(_as_day), _JsonType(type="string", format="date")]
"""A date as YYYY-MM-DD or in words; without a day it is the first of that month."""

LastDay = Annotated[date, BeforeValidator(_as_last_day), _JsonType(type="string", format="date")]
"""A date until which there is time; without a day it is the last of that month."""

Every = Annotated[Period, BeforeValidator(_as_period)]
"""A length of time such as `6 months`, `2 weeks` or `1 jaar`."""

Feeling = Annotated[int, Field(ge=-2, le=2)]
"""A feeling from -2 (very bad) to 2 (very good)."""

Mark = Annotated[int, Field(ge=1, le=5)]
"""A mark from 1 (low) to 5 (high)."""

Amount = Annotated[int, Field(ge=0)]
"""How many; never below zero."""

Number = Annotated[float, Field(allow_inf_nan=False), BeforeValidator(_as_number)]
"""A number, whole or with decimals after a point or a comma."""
