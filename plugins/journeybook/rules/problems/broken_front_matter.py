"""Front matter that cannot be read.

The front matter between the two `---` lines, or a file in `site_config/`, is not valid YAML.

None of what it says can be read, so the file counts as one without front matter.

Look at the line named here and at the one above it. Most often a text needs quotes because a
colon stands in it, a line is indented too far or not far enough, or a bracket or quote is not
closed.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.BROKEN_FRONT_MATTER
FAMILY = Family.PROBLEM
SEVERITY = Severity.ERROR

MESSAGE = marked("this cannot be read as YAML ({problem})")
HINT = marked("look for a missing quote, colon or bracket, here or on the line above")

QUOTES = marked("put quotes around a text that has a colon in it")
INDENT = marked("indent this line as far as its neighbours")
SPACES = marked("indent with spaces, not with tabs")
BRACKET = marked("close the bracket or separate its values with commas")

KNOWN = {
    "mapping values are not allowed in this context": (marked("there is a colon too many"), QUOTES),
    "did not find expected key": (marked("no key starts here"), INDENT),
    "did not find expected '-' indicator": (
        marked("this line does not belong to the list"),
        INDENT,
    ),
    "block sequence entries are not allowed in this context": (
        marked("a list cannot start here"),
        INDENT,
    ),
    "found character that cannot start any token": (
        marked("no text may start with this sign"),
        marked("put quotes around the text, and indent with spaces"),
    ),
    "found a tab character that violates indentation": (
        marked("a tab stands where spaces belong"),
        SPACES,
    ),
    "did not find expected ',' or ']'": (marked("a bracket '[' is not closed"), BRACKET),
    "did not find expected ',' or '}'": (marked("a bracket '{{' is not closed"), BRACKET),
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


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Tell of everything that cannot be read as YAML."""
    for mistake in handbook.mistakes_of(CODE):
        message, hint = KNOWN.get(mistake.values["problem"], (MESSAGE, HINT))
        yield settings.problem(mistake, message, hint)
