"""Front matter that cannot be read, or of which a part is lost."""

from journeybook.findings import Mistake
from journeybook.rules.engine.rule import Words, error
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
        marked("begin it on the next line, or put quotes around the text"),
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
        marked(
            "write a colon and a space after the key, or indent a line that goes on the text above"
        ),
    ),
    "did not find expected node content": (
        marked("a value is missing here"),
        marked("write it, or take the comma away"),
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
    "a plain key": (marked("a key is a list"), marked("write a plain word as the key")),
}

SLIPS = {
    "glued": (
        marked("a space is missing after the colon of '{text}'"),
        marked("write '{text}: …'"),
    ),
    "unseen": (
        marked("an invisible sign stands after the colon of '{text}', as word processors write it"),
        marked("delete it and type a space"),
    ),
    "equals": (
        marked("'{text}' is followed by '=' where a colon belongs"),
        marked("write '{text}: …'"),
    ),
    "colonless": (marked("a colon is missing after '{text}'"), marked("write '{text}: …'")),
    "deeper": (
        marked("'{text}' is indented further than the key above it"),
        marked("let it start where the key above starts"),
    ),
    "dash": (
        marked("a space is missing after the dash"),
        marked("write '- ' before each line of the list"),
    ),
    "indented": (
        marked("a space stands before the first key"),
        marked("take it away: all keys start at the edge"),
    ),
    "bold": (
        marked("this key is written in bold or italics"),
        marked("write it without stars and underscores"),
    ),
    "bullet": (
        marked("a line of a list starts with another sign than '-'"),
        marked("write '- ' before each line of the list"),
    ),
    "curly": (marked("the quotes around this text are curly"), marked('type straight ones: "…"')),
    "apostrophe": (
        marked("an apostrophe at the start of a text opens a quote"),
        marked('put double quotes around all of it: "…"'),
    ),
    "after": (
        marked("the text goes on after its closing quote"),
        marked("put other quotes around all of it: '…' around \"…\", or \"…\" around '…'"),
    ),
    "row": (
        marked("several texts in quotes stand behind each other"),
        marked("write them as a list, in square brackets: [ ]"),
    ),
    "link": (
        marked("a link of Markdown stands here"),
        marked("write the address, or the name, alone"),
    ),
    "hash": (
        marked("a # in brackets begins a comment, and what follows is lost"),
        marked('put quotes around each text that has one: "#…"'),
    ),
    "remark": (
        marked("a comment of another language stands among the keys"),
        marked("begin it with #, or write it below the keys"),
    ),
    "dashed": (
        marked("a dash stands before the key '{text}'"),
        marked("take it away: only the lines of a list begin with a dash"),
    ),
    "backslash": (
        marked("a backslash '\\' means something else between double quotes"),
        marked("put single quotes around the text: '…'"),
    ),
    "sign": (marked("no text may start with this sign"), marked('put quotes around the text: "…"')),
}


UNFINISHED = (
    marked("a merge was not finished here"),
    marked("keep what is right of the two versions, and delete the marks"),
)


@error
def broken_front_matter(mistake: Mistake) -> Words:
    """Front matter that cannot be read.

    The front matter between the two `---` lines, or a file in `site_config/`, is not valid YAML.

    None of what it says can be read, so the file counts as one without front matter.

    Look at the line named here and at the one above it. Most often a text needs quotes because a
    colon stands in it, a line is indented too far or not far enough, or a bracket or quote is not
    closed.
    """
    return words_of(mistake)


def words_of(mistake: Mistake) -> Words:
    """Say why YAML cannot be read, and what to look for."""
    otherwise = (
        marked("this line cannot be read"),
        marked("look for a missing quote, colon or bracket, here or on the line above"),
    )
    return {**_YAML, **SLIPS}.get(mistake.values["problem"], otherwise)


@error
def unfinished_merge(mistake: Mistake) -> Words:
    """Merge that was not finished.

    A file holds the marks that git leaves where two people changed the same lines: `<<<<<<<`,
    `=======` and `>>>>>>>`.

    Both versions stand in the file one after the other, and nobody has chosen between them.

    Keep what is right of the two and delete the other, with the three lines of marks.
    """
    return UNFINISHED


_BETWEEN = marked(
    "write each as `key: value` on a line of its own, with --- on line 1 and below them"
)
_MISPLACED = {
    "json": (marked("these keys are written as JSON and are not read"), _BETWEEN),
    "toml": (marked("these keys are written as TOML and are not read"), _BETWEEN),
    "table": (marked("these keys stand in a table and are not read"), _BETWEEN),
    "comment": (marked("these keys stand in a comment and are not read"), _BETWEEN),
    "code": (marked("these keys stand in a block of code and are not read"), _BETWEEN),
    "below": (
        marked("the keys below this line are not read"),
        marked("move the --- to line 1: nothing may stand above it"),
    ),
    "dashes": (
        marked("the keys below this line are not read: it is not ---"),
        marked("write --- on line 1, and --- again below the keys"),
    ),
    "bare": (
        marked("these keys are not read"),
        marked("write --- on a line of its own above them, on line 1, and again below them"),
    ),
    "second": (
        marked("a second block of keys is not read"),
        marked("move its keys into the block at the top of the file"),
    ),
}


@error
def misplaced_front_matter(mistake: Mistake) -> Words:
    """Front matter out of its place.

    A file has keys, but they do not stand where front matter is read: between a `---` on the first
    line and a second `---` below them.

    All that they say is lost, and the file counts as one without front matter.

    Write `---` on line 1, then the keys, then `---`. Nothing may stand above the first one, not
    even a blank line.
    """
    return _MISPLACED[mistake.values["what"]]
