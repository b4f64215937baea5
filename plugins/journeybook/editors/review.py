"""What an editor marks in a file, and the ways out that it offers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from journeybook.findings import Finding, Mistake
from journeybook.sources.document import SourceFile
from journeybook.starting.mending import meant, mended

_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOut:
    """What an editor may put in place of something: a word at a place, or a whole text.

    Lines and columns are counted from 0; a `whole` text has neither.
    """

    line: int = 0
    start: int = 0
    end: int = 0
    text: str
    is_whole: bool = False


def marked_length(finding: Finding, line: str) -> int:
    """Tell how many letters of a line are marked: the word that is named, or all that follows."""
    start = finding.span.column - 1
    subject = finding.subject.id if finding.subject else ""
    if subject and line.startswith(subject, start):
        return len(subject)
    return max(1, min(len(line.rstrip()) - start, _LONGEST))


def ways_out(
    file: SourceFile, lines: Sequence[str], mistakes: Iterable[Mistake]
) -> Iterator[WayOut]:
    """Give the ways out of the mistakes of a file: what was meant, or what is certain."""
    for mistake in mistakes:
        at, column = mistake.span.line - 1, mistake.span.column - 1
        if at < len(lines) and (found := meant(mistake, lines[at])):
            yield WayOut(line=at, start=column, end=column + len(found[0]), text=found[1])
        elif changed := mended((file,), (mistake,)).get(file.path):
            yield WayOut(text=changed.decode("utf-8", "replace"), is_whole=True)
