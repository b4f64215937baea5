"""Interface text in the handbook's language, with dates and numbers to match."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from gettext import c2py
from io import BytesIO

from babel import Locale, UnknownLocaleError, dates, lists, numbers, units

_SEPARATED = 1000
_LARGEST = 1e21
_PLURAL = "(n != 1)"
_MINUS = "−"


# Each is made once in a process, so it is told apart, and remembered by, as itself.
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Wording:
    """Says things in one language; a text without a translation is said in English.

    `plural` is the rule of gettext by which a number chooses among the forms of a message, and
    `values` holds the words of the language for those that a key of few choices takes.
    """

    language: str = "en"
    messages: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    plural: str = _PLURAL
    values: Mapping[str, str] = field(default_factory=dict)

    def value(self, word: str) -> str:
        """Give the word that authors of the language write for one of the choices of a key."""
        return self.values.get(word, word)

    def text(self, message: str, **values: object) -> str:
        """Translate a message and fill in its `{names}`."""
        translated = self.messages.get(message, message)
        chosen = translated if isinstance(translated, str) else translated[0]
        return chosen.format(**values) if values else chosen

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """Translate a message that depends on a number, which fills in as `{n}`."""
        forms = self.messages.get(one, ())
        if isinstance(forms, str) or not all(forms):
            forms = ()
        at = _form(self.plural, number) if forms else int(number != 1)
        chosen = (forms or (one, many))[at]
        return chosen.format(n=self.number(number), **values)

    def number(self, value: float) -> str:
        """Write a number with the language's separators."""
        if isinstance(value, int) and 0 <= value < _SEPARATED:
            return str(value)
        if abs(value) >= _LARGEST:
            # Babel rounds with 28 digits; what is longer is a slip of the finger and is shown so.
            return _with_minus(f"{value:.3g}")
        return _decimal(value, self.language)

    def signed(self, value: float) -> str:
        """Write a score with its sign and the language's separators."""
        return signed(value, self.number(abs(value)))

    def percent(self, share: float) -> str:
        """Write a share between 0 and 1 as a whole percentage."""
        return _percent(round(share, 2), self.language)

    def measured(self, value: float, unit: str | None) -> str:
        """Write a number with its unit; one of a hundred as the language writes it."""
        number = self.number(value)
        if unit == "%":
            return _percent(0, self.language).replace("0", number)
        return f"{number} {unit}" if unit else number

    def day(self, day: date) -> str:
        """Write a date in words, such as 1 March 2027."""
        return _day(day, self.language)

    def ago(self, day: date, today: date) -> str:
        """Say how long before or after today a day is, such as 3 months ago."""
        return _ago((day - today).days, self.language)

    def period(self, months: int, days: int) -> str:
        """Write a length of time in the largest unit that is whole, such as 6 months."""
        unit, amount = ("day", days) if days else ("month", months)
        if unit == "month" and months % 12 == 0:
            unit, amount = "year", months // 12
        return units.format_unit(amount, f"duration-{unit}", locale=_locale(self.language))

    def language_name(self, code: str) -> str:
        """Name a language by its code; a code nobody knows names itself."""
        return _language_name(code, self.language)

    def month(self, day: date) -> str:
        """Write the month and year of a date, such as March 2027."""
        return dates.format_date(day, format="MMMM y", locale=_locale(self.language))

    def and_more(self, number: int) -> str:
        """Say how many more there are than are shown; nothing where all are."""
        return self.count("and {n} more", "and {n} more", number) if number > 0 else ""

    def both(self, words: Iterable[str]) -> str:
        """Join words as a list in a sentence: a, b and c."""
        return _both(tuple(words), self.language)


def signed(score: float | None, amount: str = "") -> str:
    """Write a score with its sign, or nothing where there is none.

    The `amount` is what a language writes of it without the sign.
    """
    if score is None:
        return ""
    sign = "+" if score > 0 else _MINUS if score < 0 else ""
    return f"{sign}{amount or abs(score)}"


def read_wording(language: str, catalogues: Iterable[bytes] = ()) -> Wording:
    """Read gettext catalogues (the bytes of .po files); without any, English is spoken."""
    return _read(language, tuple(catalogues))


@cache
def _read(language: str, catalogues: tuple[bytes, ...]) -> Wording:
    if not catalogues:
        return Wording(language=language)
    from babel.messages.pofile import read_po  # noqa: PLC0415

    read = [read_po(BytesIO(data), locale=language) for data in catalogues]
    messages: dict[str, str | tuple[str, ...]] = {}
    for entry in (entry for catalogue in read for entry in catalogue):
        said = entry.string or ""
        # A number that is said in one form only would leave the others without a word.
        if not entry.id or entry.fuzzy or not (said if isinstance(said, str) else all(said)):
            continue
        key = entry.id if isinstance(entry.id, str) else entry.id[0]
        messages[key] = said if isinstance(said, str) else tuple(said)
    plural = read[0].plural_expr
    return Wording(language=language, messages=messages, plural=plural)


def share_translated(wording: Wording, all_wordings: Iterable[Wording]) -> float:
    """Tell how much of what is said in any language is said in this one, from 0 to 1.

    English needs no translation; the rest is said in English where a translation is missing.
    """
    if wording.language == "en":
        return 1.0
    known = {message for one in all_wordings for message in one.messages}
    return len(wording.messages) / len(known) if known else 0.0


def by_number(text: str) -> tuple[str | tuple[int, str], ...]:
    """Give what sorts texts as people do: a number in a name counts by its value.

    A number may be as long as an author likes, so it is compared as it is written.
    """
    parts = re.split(r"(\d+)", text.casefold())
    return tuple(
        (len(part.lstrip("0")), part.lstrip("0")) if at % 2 else part
        for at, part in enumerate(parts)
    )


def marked(message: str) -> str:
    """Mark a message for translation where it is written before it can be said."""
    return message


def marked_count(one: str, many: str) -> tuple[str, str]:
    """Mark a message that depends on a number for translation, as `marked` does."""
    return one, many


# A page of a thousand assets says the same few hundred days, ages and names over and over.
@cache
def _form(plural: str, number: int) -> int:
    return c2py(plural)(number)


@cache
def _day(day: date, language: str) -> str:
    return dates.format_date(day, format="long", locale=_locale(language))


@cache
def _decimal(value: float, language: str) -> str:
    return _with_minus(numbers.format_decimal(value, locale=language))


@cache
def _percent(share: float, language: str) -> str:
    return _with_minus(numbers.format_percent(share, locale=language))


def _with_minus(number: str) -> str:
    # Babel writes a hyphen, which is shorter than a plus and may end a line.
    return f"{_MINUS}{number[1:]}" if number.startswith("-") else number


@cache
def _both(words: tuple[str, ...], language: str) -> str:
    return lists.format_list(words, style="standard", locale=_locale(language))


@cache
def _ago(days: int, language: str) -> str:
    return dates.format_timedelta(timedelta(days=days), add_direction=True, locale=language)


@cache
def _language_name(code: str, language: str) -> str:
    try:
        found = Locale.parse(code, sep="-").get_display_name(language)
    except (UnknownLocaleError, ValueError):
        return code
    return found or code


def _locale(language: str) -> Locale | str:
    # Plain "en" writes dates the American way; the handbook writes the day first.
    return "en_GB" if language == "en" else language
