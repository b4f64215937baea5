"""XML, element by element: what is ill-formed or says what its own signs mean is not read."""

from collections.abc import Collection, Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, iterparse
from xml.parsers import expat

from journeybook.sources.tables.tables import Unread


class _Stop(Exception):  # noqa: N818 - nothing went wrong
    """Ends a look at the beginning of a file."""


def refused(data: bytes) -> Unread | None:
    """Tell why XML is not read: a DOCTYPE may make a small file endless."""
    found: list[str] = []

    def stop(what: str) -> None:
        found.append(what)
        raise _Stop

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = lambda *_: stop("doctype")
    parser.StartElementHandler = lambda *_: stop("")
    try:
        parser.Parse(data, True)  # noqa: FBT003 - the argument has no name
    except _Stop:
        return Unread(what=found[0]) if found[0] else None
    except (expat.ExpatError, ValueError, LookupError):
        # What is ill-formed is told where it is read.
        return None
    return None


def elements(data: bytes, names: Collection[str]) -> Iterator[Element]:
    """Give the elements of these names as they are read, and the first before anything else.

    Raises:
        ParseError: where it is ill-formed; `position` tells the line.
    """
    is_first = True
    for event, element in iterparse(BytesIO(data), ("start", "end")):  # noqa: S314 - see `refused`
        if is_first:
            yield element
        is_first = False
        if event == "end" and local(element) in names:
            yield element
            element.clear()


def ill_formed(error: ParseError, above: int) -> Unread:
    """Tell in which line XML cannot be read; so many stand above it."""
    return Unread(what="xml", values={"line": str(error.position[0] + above)})


def local(element: Element) -> str:
    """Give the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def text_of(element: Element | None) -> str:
    """Give the text of an element."""
    return (element.text or "").strip() if element is not None else ""


def text_below(element: Element, name: str) -> str:
    """Give the text of the first element of a name in another one."""
    return text_of(next((one for one in element if local(one) == name), None))
