"""Front matter: where it starts and ends, and the prose behind it."""

import re
from dataclasses import dataclass

_FENCE = re.compile(r"---[ \t]*")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A file in two: the front matter's YAML, and the body with the line it starts on."""

    yaml: str
    body: str
    body_line: int
    unclosed: bool = False


def split_front_matter(text: str) -> Parts:
    """Split a text with plain line ends; without an opening `---` all of it is body."""
    first, newline, rest = text.partition("\n")
    if not _FENCE.fullmatch(first):
        return Parts(yaml="", body=text, body_line=1)
    closing = _CLOSE.search(rest)
    if closing is None or not newline:
        return Parts(yaml="", body=rest, body_line=2, unclosed=True)
    head, body = rest[: closing.start()], rest[closing.end() :].removeprefix("\n")
    return Parts(yaml=head, body=body, body_line=head.count("\n") + 3)
