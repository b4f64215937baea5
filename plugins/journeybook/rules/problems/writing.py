"""Keys and values that are not written as they should be."""

from journeybook.findings import Mistake
from journeybook.rules.engine.rule import KNOWN, Words, did_you_mean, error, warning, way_out
from journeybook.wording import marked

_DIGITS = {
    "number": marked("write digits alone, such as 1500 or 2.5"),
    "whole-number": marked("write digits alone, such as 1"),
    "brackets": marked("write them between square brackets: [ ]"),
}
_WRONG_TYPES = {
    "date": marked("'{key}' must be a date such as 2026-09-30, not '{value}'"),
    "language": marked("'{key}' must be a language such as nl or en, not '{value}'"),
    "brackets": marked("'{key}' takes names in a list, and these stand there as keys"),
    "mapping": marked("'{key}' must be a list of keys with values, not '{value}'"),
    "number": marked("'{key}' must be a number, not '{value}'"),
    "period": marked("'{key}' must be a length of time such as 6 months, not '{value}'"),
    "text": marked("'{key}' must be text, not '{value}'"),
    "true-or-false": marked("'{key}' must be true or false, not '{value}'"),
    "whole-number": marked("'{key}' must be a whole number, not '{value}'"),
}


_CONTRADICTIONS = {
    "next": (
        marked("this content leads to itself"),
        marked("name what people should see after it"),
    ),
    "published": (
        marked("it was published on {day} and has the status '{status}'"),
        marked("write status: published, or take the date out"),
    ),
    "reviewed": (
        marked("it is said to be reviewed on {day}, which is still to come"),
        marked("write the day of the last review"),
    ),
}


@warning
def contradiction(mistake: Mistake) -> Words:
    """Keys that contradict each other.

    Content names itself as its next step, is not published and has a date of publication in the
    past, or a review has a date that is still to come.

    One of the two is wrong, and nobody can tell which; what is built on it may be wrong too.

    Correct the one that is not true.
    """
    return _CONTRADICTIONS[mistake.values["what"]]


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
    if mistake.values.get("is_empty"):
        return marked("'{key}' has no value"), marked("write one, or take the key out")
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
    if mistake.values["expected"] == "quoted":
        return marked("'{value}' in '{key}' is read as a key because a colon follows it"), marked(
            "put quotes around a text that has a colon in it"
        )
    return _WRONG_TYPES[mistake.values["expected"]], _DIGITS.get(mistake.values["expected"], "")


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
    (`mailto:`), of a telephone (`tel:`) or of this site; or the `https://` in front is missing.

    A browser might run it as a program, or find nothing under it. It is shown as words, not as a
    link.

    Write the whole address, beginning with `https://`, or the path of a file of this site.
    """
    return (
        marked("'{value}' under '{key}' is shown as words, for it is no address of the web"),
        marked("begin it with https://"),
    )


@warning
def text_cut_off(mistake: Mistake) -> Words:
    """Text that is cut off.

    A value holds a blank and then a `#`, as in `title: A post #sustainable`.

    From there on it is taken for a comment and read by nobody.

    Put quotes around the whole value. Where a comment is meant, leave a blank after the `#`.
    """
    return marked("the text is cut off before '{text}'"), marked(
        "put quotes around all of it, or a blank after the # of a comment"
    )


@warning
def list_as_text(mistake: Mistake) -> Words:
    """List that is read as one text.

    A key that takes a list is followed by a row of words with commas, or by lines that do not start
    with `- `.

    They are taken for one long text: one need instead of three, one tag nobody finds.

    Write each on a line of its own with `- ` before it, or all of them between brackets:
    `[one, two]`. Where it is one text after all, put quotes around it.
    """
    return marked("'{key}' takes a list, and this is read as one text"), marked(
        "write each on a line of its own with '- ' before it, or quotes around one text"
    )


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
