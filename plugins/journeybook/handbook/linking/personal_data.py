"""What tells in research who somebody is: addresses, telephone numbers and links to people."""

import re
from collections.abc import Iterable, Iterator, Mapping

from journeybook.codes import Code
from journeybook.findings import Mistake, Span
from journeybook.schema import Entity
from journeybook.sources.document import Document, SourceFile

_MOST_DIGITS = 15
_LEAST_DIGITS = 9
# Lengths are bounded, so that no text takes long.
_PERSONAL = re.compile(
    r"(?P<email>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})"
    r"|(?P<person>\b(?:linkedin\.com/(?:in|pub)|xing\.com/(?:profile|people)"
    r"|facebook\.com/(?:people|profile\.php)|instagram\.com|(?:twitter|x)\.com|bsky\.app/profile)"
    r"/?[\w?=.@-]{2,100})"
    r"|(?P<telephone>(?<![\w.,/-])(?:\+|00|\(?0)\d{0,3}[\d ()./-]{7,20}\d(?![\w-])"
    r"|(?<![\w.,/-])\(?\d{3}\)?[ -]\d{3}-\d{4}(?![\w-]))",
    re.IGNORECASE,
)


def personal_data(
    documents: Iterable[Document[Entity]], files: Mapping[str, SourceFile]
) -> Iterator[Mistake]:
    """Find what names a person in some files; what it is goes into no message."""
    for document in documents:
        lines = files[document.path].lines if document.path in files else ()
        for number, line in enumerate(lines, start=1):
            for what, at in personal_in(line):
                span = Span(path=document.path, line=number, column=at + 1)
                yield Mistake(code=Code.PERSONAL_DATA, span=span, values={"what": what})


def personal_in(text: str) -> Iterator[tuple[str, int]]:
    """Find what names a person in a line: what it is, and where it begins."""
    for found in _PERSONAL.finditer(text):
        what = found.lastgroup or ""
        if what != "telephone" or _is_number(found[0]):
            yield what, found.start()


def _is_number(text: str) -> bool:
    return _LEAST_DIGITS <= sum(letter.isdigit() for letter in text) <= _MOST_DIGITS
