"""Keys and values that are not written as they should be."""

from journeybook.findings import Mistake
from journeybook.rules.engine.rule import KNOWN, Words, did_you_mean, error, warning
from journeybook.rules.problems.front_matter import SLIPS
from journeybook.wording import marked

_CONTRADICTIONS = {
    "next": (
        marked("this content leads to itself"),
        marked("name what people should see after it"),
    ),
    "published": (
        marked("it was published on {day} and has the status '{status}'"),
        marked("write status: published, or take the date out"),
    ),
    "gated": (
        marked("it is said not to be gated, and a form stands before it"),
        marked("take the `gate` out, or write gated: true"),
    ),
    "measured": (
        marked("it is said to be measured on {day}, which is still to come"),
        marked("write the day on which it was measured"),
    ),
    "none": (
        marked("'{text}' stands among others under '{where}'"),
        marked("take it out of the list, or say under `personas` for whom there is none"),
    ),
    "none-of-one": (
        marked("'{text}' stands among others under '{where}'"),
        marked("take it out of the list"),
    ),
    "share": (
        marked("{number} of a hundred cannot go on"),
        marked("write a share from 0 to 100, or the `unit` of what is counted"),
    ),
    "done": (
        marked("it is said to be done on {day}, which is still to come"),
        marked("write the day on which it was done, or when it should be under 'due'"),
    ),
    "date": (
        marked("this research is of {day}, which is still to come"),
        marked("write the day on which it was held; until then it shows nothing"),
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
    past, a review has a date that is still to come, more of a hundred go on than a hundred, content
    that is not gated has a form, or `none` stands in a list among others.

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
    if slip := mistake.values.get("slip"):
        return SLIPS[slip]
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
    if mistake.values["written"]:
        return marked("'{written}' says that there is no title"), marked(
            'put quotes around it where it is the title: "{written}"'
        )
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
    if not mistake.values.get("is_entry"):
        return message, marked("write it, or take the entry out")
    return message, marked(
        "write it, take the entry out, or take the dash away if it belongs to the entry above"
    )


@warning
def text_cut_off(mistake: Mistake) -> Words:
    """Text that is cut off.

    A value holds a blank and then a `#`, as in `title: A post #sustainable`; or between curly
    brackets a comma, as in `{title: Asks, at last}`.

    From there on it is taken for a comment, or for another key, and read by nobody.

    Put quotes around the whole value. Where a comment is meant, leave a blank after the `#`; where
    several names are, put square brackets around them.
    """
    message = marked("the text is cut off before '{text}'")
    if mistake.values.get("by"):
        return message, marked(
            "a comma ends it there: put quotes around a text, or square brackets around several"
        )
    return message, marked("put quotes around all of it, or a blank after the # of a comment")


@warning
def list_as_text(mistake: Mistake) -> Words:
    """List that is read as one text.

    A key that takes a list is followed by a row of words with commas, or by lines that do not start
    with `- `.

    They are taken for one long text: one need instead of three, one tag nobody finds.

    Write each on a line of its own with `- ` before it, or all of them between brackets:
    `[one, two]`. Where it is one text after all, put quotes around it.
    """
    if mistake.values.get("entry"):
        return marked("'{entry}' is read as one entry under '{key}'"), marked(
            "if these are several, give each an entry of its own; if it is one, put it in quotes"
        )
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
