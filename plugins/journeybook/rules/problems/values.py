"""Values that a key cannot take."""

from journeybook.findings import Mistake
from journeybook.rules.engine.rule import Words, did_you_mean, error, warning, way_out
from journeybook.wording import marked

_AROUND = marked("put quotes around the text")
_HINTS = {
    "number": marked("write digits alone, such as 1500 or 2.5"),
    "whole-number": marked("write digits alone, such as 1"),
    "braces": _AROUND,
    "mapping": marked("write each on a line of its own below the key, as `key: value`"),
    "one-text": marked("take the brackets, or the dash, away"),
    "brackets": marked("write them between square brackets: [ ]"),
    "quoted": marked("put quotes around a text that has a colon in it"),
    "wiki-link": marked("write the name alone, without brackets"),
}
_WRONG_TYPES = {
    "braces": marked("'{key}' takes a text, and curly brackets hold keys"),
    "date": marked("'{key}' must be a date such as 2026-09-30, not '{value}'"),
    "language": marked("'{key}' must be a language such as nl or en, not '{value}'"),
    "brackets": marked("'{key}' takes names in a list, and these stand there as keys"),
    "mapping": marked("'{key}' must be a list of keys with values, not '{value}'"),
    "one-text": marked("'{key}' takes one text, and '{value}' is a list"),
    "number": marked("'{key}' must be a number, not '{value}'"),
    "quoted": marked("'{value}' in '{key}' is read as a key because a colon follows it"),
    "period": marked("'{key}' must be a length of time such as 6 months, not '{value}'"),
    "text": marked("'{key}' must be text, not '{value}'"),
    "true-or-false": marked("'{key}' must be true or false, not '{value}'"),
    "whole-number": marked("'{key}' must be a whole number, not '{value}'"),
    "wiki-link": marked("'{value}' in '{key}' stands between [[ ]], which is a list in a list"),
}

_ADDRESSES = {
    "blank": marked("write one address, without blanks in it"),
    "angle": marked("take the angle brackets away"),
    "local": marked("this lies on your own computer: put the file into this site, or on the web"),
    "web": marked("begin it with https://"),
}


@error
def wrong_type(mistake: Mistake) -> Words:
    """Value of the wrong kind.

    A value is text where a number belongs, a list where text belongs, or something of the like.

    It cannot be used, so it is left out.

    Write the value the way the message says. Text with a colon or a `#` in it needs quotes around
    it.
    """
    expected = mistake.values["expected"]
    return _WRONG_TYPES[expected], did_you_mean(mistake, _HINTS.get(expected, ""))


@error
def unclear_number(mistake: Mistake) -> Words:
    """Number that can be read in two ways.

    A number has a point or a comma before its last three digits, such as `1.500`.

    In one country that is fifteen hundred and in another one and a half. A figure that is wrong by
    a thousand is worse than none, so the value is left out.

    Write thousands without a sign, as in `1500`, and decimals with as many digits as are not three.
    """
    message = marked("'{key}' can be read in two ways: {value}")
    if mistake.values["decimal"]:
        return message, marked("write {whole}, or {decimal} if that is what you mean")
    return message, marked("write {whole}")


@error
def out_of_range(mistake: Mistake) -> Words:
    """Value out of range.

    A mark, a feeling or a number lies outside what is allowed: marks run from 1 to 5, feelings from
    -2 to 2, and amounts are never below zero.

    Averages and curves would be wrong, so the value is left out.

    Write a value within the range.
    """
    if mistake.values["side"] == "least":
        return marked("'{typed}' must be {limit} or more, not {value}"), ""
    return marked("'{typed}' must be {limit} or less, not {value}"), ""


@error
def impossible_date(mistake: Mistake) -> Words:
    """Impossible date.

    A date is written that no calendar has, or in a form that can be read in two ways.

    Without the date nothing can be said about whether content is late or out of date.

    Write dates as year, month and day: `2026-09-30`. A month alone will do as well: `2026-09`.
    """
    message = marked("'{key}' is not a date: '{value}'")
    if mistake.values["other"]:
        return message, marked("write {day}, or {other} if that is what you mean")
    if mistake.values["day"]:
        return message, marked("write {day}")
    if mistake.values["last"]:
        return message, marked("that month ends on {last}; write the day that you mean")
    return message, marked("write it as year-month-day, such as 2026-09-30")


@error
def unknown_value(mistake: Mistake) -> Words:
    """Value that is not one of the choices.

    A key that takes one of a few words holds another one.

    Nobody can tell what is meant, so the value is left out.

    Write one of the words that the message names.
    """
    return marked("'{key}' cannot be '{value}'"), way_out(mistake)


@warning
def unsafe_address(mistake: Mistake) -> Words:
    """Address that is no link.

    An address of content or of a call to action is not one of the web (`https:`), of mail
    (`mailto:`), of a telephone (`tel:`) or of this site; or the `https://` in front is missing.

    A browser might run it as a program, or find nothing under it. It is shown as words, not as a
    link.

    Write the whole address, beginning with `https://`, or the path of a file of this site.
    """
    message = marked("'{value}' under '{key}' is shown as words, for it is no address of the web")
    return message, _ADDRESSES[mistake.values["what"]]


@warning
def placeholder(mistake: Mistake) -> Words:
    """Word that keeps a place free.

    A value is a word or a sign that stands for something still to be written, such as `tbd`, `???`,
    `unknown` or `-`.

    Nobody has answered there yet, so it counts as not written: what it stands for is asked again.

    Write the answer. Where there is nothing, on purpose, write `none`; an empty key says the same
    as such a word.
    """
    return marked("'{value}' under '{key}' only keeps a place free: it counts as not written"), (
        marked("write the answer, or leave it empty; `none` says that there is nothing")
    )
