"""What is told of a value that its key cannot take: what was typed, and what may be meant."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date

from pydantic_core import ErrorDetails

from journeybook.codes import Code
from journeybook.schema.period import Words
from journeybook.sources.likeness import close_to

_BETWEEN = r"(?:[-,;&/|+]|\s)+(?:(?:{and}|{or})(?:-|\s))?"
_EXPECTED: Mapping[str, str] = {
    "bool_parsing": "true-or-false",
    "bool_type": "true-or-false",
    "date_type": "date",
    "dict_type": "mapping",
    "float_parsing": "number",
    "float_type": "number",
    "finite_number": "number",
    "language": "language",
    "int_parsing": "whole-number",
    "int_parsing_size": "whole-number",
    "int_type": "whole-number",
    "model_type": "mapping",
    "period_type": "period",
}


def details_of(code: Code, one: ErrorDetails, words: Words | None) -> dict[str, str]:
    """Give what a message of a code tells of a value."""
    return _DETAILS[code](one) if code in _DETAILS else _wrong_type(one, words)


def suggested(values: Mapping[str, str], words: Words | None) -> dict[str, str]:
    """Give the word of any language that was most likely meant by a value, and the choice it is."""
    known = values["known"].split(", ")
    others = words.values if words else {}
    meanings = {word: english for word, english in others.items() if english in known}
    meanings |= {word: word for word in known}
    word = close_to(values["value"], meanings)
    return {"suggestion": word, "meant": meanings.get(word, "")}


def several(values: Mapping[str, str], words: Words | None) -> tuple[str, ...]:
    """Give the words of a value that holds several of its choices."""
    # Blanks between words are dashes by now, as in a choice of two words.
    known, meant = values["known"].split(", "), words.values if words else {}
    parts = _parts(values["value"], words)
    is_known = len(parts) > 1 and all(meant.get(one, one) in known for one in parts)
    return parts if is_known else ()


def is_key(one: ErrorDetails) -> bool:
    """Tell whether a key is wrong, and not what stands under it: one of a few may stand there."""
    return one["loc"][-1:] == ("[key]",)


def key_around(one: ErrorDetails) -> str:
    """Give the key of the list, or of the keys, that a value stands in."""
    return next((part for part in reversed(one["loc"][:-1]) if isinstance(part, str)), "")


def _unknown_value(one: ErrorDetails) -> dict[str, str]:
    expected = str(one.get("ctx", {}).get("expected", ""))
    known = expected.replace(" or ", ", ").replace("'", "").split(", ")
    value = _shown(one["input"])
    return {"key": _key(one), "value": value, "known": ", ".join(known)}


def _out_of_range(one: ErrorDetails) -> dict[str, str]:
    limits = one.get("ctx", {})
    side = "least" if "ge" in limits else "most"
    limit = str(limits.get("ge", limits.get("le", "")))
    return {"key": _key(one), "value": _shown(one["input"]), "side": side, "limit": limit}


def days_meant(text: str) -> tuple[str, ...]:
    """Give the days that a text may mean whose year stands last; the likelier one first."""
    # `12-3-2026` is in March in most countries, and in December in one.
    found = re.fullmatch(r"(\d\d?)[-/. ](\d\d?)[-/. ](\d{4})", text.strip())
    first, second, year = found.groups() if found else ("", "", "")
    days = [_in_order(year, month, day) for month, day in ((second, first), (first, second))]
    return tuple(dict.fromkeys(filter(None, days)))


def _impossible_date(one: ErrorDetails) -> dict[str, str]:
    value = _shown(one["input"])
    day, other = (*days_meant(value), "", "")[:2]
    last = "" if day else _last_day(value.strip())
    return {"key": _key(one), "value": value, "day": day, "other": other, "last": last}


def _last_day(text: str) -> str:
    # Of a month that does not have the day which is written.
    found = re.fullmatch(r"(?P<year>\d{4})-(?P<month>\d\d?)-\d\d?", text)
    backwards = re.fullmatch(r"\d\d?[-/. ](?P<month>\d\d?)[-/. ](?P<year>\d{4})", text)
    if not (found := found or backwards):
        return ""
    with suppress(ValueError):
        _, last = monthrange(int(found["year"]), int(found["month"]))
        return _in_order(found["year"], found["month"], str(last))
    return ""


def _in_order(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def _missing_value(one: ErrorDetails) -> dict[str, str]:
    around = [part for part in one["loc"][:-1] if isinstance(part, str)]
    is_entry = isinstance(one["loc"][-2:][0], int)
    return {
        "key": _key(one),
        "within": around[-1] if around else "",
        "is_entry": "yes" if is_entry else "",
    }


def _wrong_type(one: ErrorDetails, words: Words | None) -> dict[str, str]:
    expected = _EXPECTED.get(one["type"], "text")
    values = {"key": _key(one), "value": _shown(one["input"]), "expected": expected}
    is_one = isinstance(one["loc"][-1], str)
    match one["input"]:
        case dict() as empty if not empty:
            # `{buyer, user}` are keys without values, in a list of names or for one text.
            is_text = is_one and one["type"] == "string_type"
            values |= {"value": "{}", "expected": "braces" if is_text else "brackets"}
        case dict() as single if len(single) == 1 and one["type"] == "string_type":
            # `- Rent or buy: what is wise?` in a list of texts.
            values |= {"value": next(iter(single)), "expected": "quoted"}
        case list() as several if expected == "text":
            values |= _list_as_text(several, is_one=is_one)
        case str(text) if expected == "language" and len(parts := _parts(text, words)) > 1:
            values["choices" if is_one else "parts"] = ", ".join(parts)
        case _:
            pass
    return values


def _list_as_text(several: list[object], *, is_one: bool) -> dict[str, str]:
    match several, is_one:
        # Other programs write a link to a page as `[[its name]]`.
        case ([[str(name)]], _) | ([str(name)], False):
            return {"value": name, "expected": "wiki-link"}
        case [_], True:
            return {"expected": "one-text"}
        case _:
            return {"choices": ", ".join(map(_shown, several))}


def _parts(text: str, words: Words | None) -> tuple[str, ...]:
    between = (words or Words()).phrases.pattern(_BETWEEN)
    return tuple(filter(None, between.split(text)))


def _unclear_number(one: ErrorDetails) -> dict[str, str]:
    value = _shown(one["input"]).strip()
    whole = re.sub(r"[.,]", "", value)
    decimal = _as_decimal(value) if re.fullmatch(r"[^.,]+[.,]\d+", value) else ""
    return {"key": _key(one), "value": value, "whole": whole, "decimal": decimal}


def _as_decimal(value: str) -> str:
    # As short as it can be; three digits behind the point would be the same question again.
    short = value.replace(",", ".").rstrip("0").rstrip(".")
    return f"{short}0" if re.fullmatch(r"[^.]+\.\d{3}", short) else short


_DETAILS: Mapping[Code, Callable[[ErrorDetails], dict[str, str]]] = {
    Code.UNCLEAR_NUMBER: _unclear_number,
    Code.UNKNOWN_VALUE: _unknown_value,
    Code.OUT_OF_RANGE: _out_of_range,
    Code.IMPOSSIBLE_DATE: _impossible_date,
    Code.MISSING_VALUE: _missing_value,
}


def _key(one: ErrorDetails) -> str:
    around = one["loc"][:-2] if is_key(one) else one["loc"]
    return next((part for part in reversed(around) if isinstance(part, str)), "")


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(value) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_shown(item) for item in value) + "]"
    return str(value)
