"""Front matter and settings that are not written as they should be."""

from journeybook.findings import Mistake
from journeybook.rules.engine.rule import KNOWN, Words, did_you_mean, error, warning, way_out
from journeybook.wording import marked

_QUOTES = marked("put quotes around a text that has a colon in it")
_INDENT = marked("indent this line as far as its neighbours")
_SPACES = marked("indent with spaces, not with tabs")
_BRACKET = marked("close the bracket or separate its values with commas")

_YAML = {
    "mapping values are not allowed in this context": (
        marked("there is a colon too many"),
        _QUOTES,
    ),
    "did not find expected key": (marked("no key starts here"), _INDENT),
    "did not find expected '-' indicator": (
        marked("this line does not belong to the list"),
        _INDENT,
    ),
    "block sequence entries are not allowed in this context": (
        marked("a list cannot start here"),
        _INDENT,
    ),
    "found character that cannot start any token": (
        marked("no text may start with this sign"),
        marked("put quotes around the text, and indent with spaces"),
    ),
    "found a tab character that violates indentation": (
        marked("a tab stands where spaces belong"),
        _SPACES,
    ),
    "did not find expected ',' or ']'": (marked("a bracket '[' is not closed"), _BRACKET),
    "did not find expected ',' or '}'": (marked("a bracket '{{' is not closed"), _BRACKET),
    "found unexpected end of stream": (
        marked("a quote is not closed"),
        marked("close the quote where the text ends"),
    ),
    "could not find expected ':'": (
        marked("a key has no colon"),
        marked("write a colon and a space after the key, or quotes around the text"),
    ),
    "found undefined alias": (
        marked("a text starts with '*'"),
        marked("put quotes around the text"),
    ),
    "control characters are not allowed": (
        marked("a sign that nobody can see stands here"),
        marked("delete it and type the text again"),
    ),
    "a second document": (
        marked("a second row of dashes '---' stands here"),
        marked("take it out: everything belongs in one list of keys"),
    ),
    "a list of keys": (
        marked("this is not a list of keys with values"),
        marked("start each line with a key and a colon, such as title: …"),
    ),
    "a plain key": (
        marked("a key is a list"),
        marked("write a plain word as the key"),
    ),
}
_WRONG_TYPES = {
    "date": marked("'{key}' must be a date such as 2026-09-30, not '{value}'"),
    "mapping": marked("'{key}' must be a list of keys with values, not '{value}'"),
    "number": marked("'{key}' must be a number, not '{value}'"),
    "period": marked("'{key}' must be a length of time such as 6 months, not '{value}'"),
    "text": marked("'{key}' must be text, not '{value}'"),
    "true-or-false": marked("'{key}' must be true or false, not '{value}'"),
    "whole-number": marked("'{key}' must be a whole number, not '{value}'"),
}


@error
def broken_front_matter(mistake: Mistake) -> Words:
    """Front matter that cannot be read.

    The front matter between the two `---` lines, or a file in `site_config/`, is not valid YAML.

    None of what it says can be read, so the file counts as one without front matter.

    Look at the line named here and at the one above it. Most often a text needs quotes because a
    colon stands in it, a line is indented too far or not far enough, or a bracket or quote is not
    closed.
    """
    otherwise = (
        marked("this cannot be read as YAML ({problem})"),
        marked("look for a missing quote, colon or bracket, here or on the line above"),
    )
    return _YAML.get(mistake.values["problem"], otherwise)


@error
def unclosed_front_matter(mistake: Mistake) -> Words:
    """Front matter that does not end.

    A file starts with `---`, but the second `---` that ends the front matter is missing.

    Where the front matter ends is then anybody's guess, so none of it is read.

    Write `---` on a line of its own where the front matter ends.
    """
    return marked("the front matter is not closed"), marked(
        "write --- on a line of its own where it ends"
    )


@error
def duplicate_key(mistake: Mistake) -> Words:
    """Key written twice.

    The same key stands twice in one list of keys.

    Only the first one counts, so what stands under the second is lost without anybody noticing.

    Put both values under one key, as a list where there are several, and take the other key out.
    """
    return marked("the key '{key}' is already written on line {line}"), marked(
        "keep one of them; a list holds several values"
    )


@warning
def unknown_key(mistake: Mistake) -> Words:
    """Unknown key.

    A key is written that this kind of file does not know.

    What stands under it is shown nowhere and counts for nothing.

    Correct the key, or take it out. The manual lists the keys of every kind; free words go under
    `tags`.
    """
    otherwise = (
        KNOWN
        if mistake.values["known"]
        else marked("nothing can be set here but the severity and where it differs")
    )
    return marked("unknown key '{key}'"), did_you_mean(mistake, otherwise)


@warning
def missing_title(mistake: Mistake) -> Words:
    """Missing title.

    A file has neither a `title` nor a first `# heading`.

    Pages then show a name made from the file's name, which readers do not always understand.

    Write a `title` in the front matter, in the words your readers use.
    """
    return marked("no title; the name '{title}' is made from the file's name"), marked(
        "write a title, or a first # heading"
    )


@error
def missing_value(mistake: Mistake) -> Words:
    """Missing value.

    An entry in a list, or a group of keys, leaves out the one key it cannot do without, such as the
    `text` of a question.

    Without it there is nothing to show, so the entry is left out.

    Write the key, or take the entry out.
    """
    alone = marked("'{key}' is missing")
    message = marked("an entry of '{within}' has no '{key}'") if mistake.values["within"] else alone
    return message, marked("write it, or take the entry out")


@error
def wrong_type(mistake: Mistake) -> Words:
    """Value of the wrong kind.

    A value is text where a number belongs, a list where text belongs, or something of the like.

    It cannot be used, so it is left out.

    Write the value the way the message says. Text with a colon or a `#` in it needs quotes around
    it.
    """
    return _WRONG_TYPES[mistake.values["expected"]], ""


@error
def out_of_range(mistake: Mistake) -> Words:
    """Value out of range.

    A mark, a feeling or a number lies outside what is allowed: marks run from 1 to 5, feelings from
    -2 to 2, and amounts are never below zero.

    Averages and curves would be wrong, so the value is left out.

    Write a value within the range.
    """
    if mistake.values["side"] == "least":
        return marked("'{key}' must be {limit} or more, not {value}"), ""
    return marked("'{key}' must be {limit} or less, not {value}"), ""


@error
def impossible_date(mistake: Mistake) -> Words:
    """Impossible date.

    A date is written that no calendar has, or in a form that can be read in two ways.

    Without the date nothing can be said about whether content is late or out of date.

    Write dates as year, month and day: `2026-09-30`. A month alone will do as well: `2026-09`.
    """
    return marked("'{key}' is not a date: '{value}'"), marked(
        "write it as year-month-day, such as 2026-09-30"
    )


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
    (`mailto:`), of a telephone (`tel:`) or of this site.

    A browser might run it as a program, or find nothing under it. It is shown as words, not as a
    link.

    Write the whole address, beginning with `https://`, or the path of a file of this site.
    """
    return (
        marked("'{value}' under '{key}' is shown as words, for it is no address of the web"),
        marked("begin it with https://"),
    )
