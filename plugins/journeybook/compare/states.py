"""A state of a handbook by its files: where they lie in it, and which cannot be read."""

from journeybook.codes import Code
from journeybook.pipeline import Judged
from journeybook.sources.texts import REFUSED

_UNREADABLE = REFUSED | {
    Code.BROKEN_FRONT_MATTER,
    Code.UNCLOSED_FRONT_MATTER,
    Code.EXPANDS_TOO_FAR,
    Code.UNFINISHED_MERGE,
    Code.EMPTY_FILE,
}
"""What is wrong with a file of which not all was read."""


def unread_of(judged: Judged) -> frozenset[str]:
    """Give the files of a state that could not be read, or not whole."""
    mistakes = judged.handbook.mistakes
    # A file of decisions that is empty decides nothing, which is told decision by decision.
    top = f"{judged.reading.content}/"
    return frozenset(
        one.span.path
        for one in mistakes
        if one.code in _UNREADABLE
        and (one.code != Code.EMPTY_FILE or one.span.path.startswith(top))
    )


def inside(path: str, judged: Judged) -> str:
    """Give the path of a file inside the folder of pages, or else inside the root."""
    return path.removeprefix(f"{judged.reading.content}/")
