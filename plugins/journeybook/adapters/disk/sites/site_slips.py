"""What is wrong with a site's configuration, in the words in which files of a handbook are told."""

import os
from pathlib import Path

from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.codes import Code
from journeybook.findings import Mistake
from journeybook.rules.problems.front_matter import UNFINISHED, words_of
from journeybook.sources.document import SourceFile
from journeybook.sources.texts import decoded, keys_of, tree_of
from journeybook.wording import Wording

_MOST_PARENTS = 10
_BROKEN = (Code.BROKEN_FRONT_MATTER, Code.UNFINISHED_MERGE)


class BrokenSiteError(CannotRunError):
    """A configuration cannot be read, at a line of it or of one that it takes over from."""

    def __init__(self, mistake: Mistake) -> None:
        """Take what is wrong, and where."""
        self._mistake = mistake
        super().__init__(self._in(Wording()))

    def said(self, wording: Wording) -> str:
        """Say it in another language."""
        return self._in(wording)

    def _in(self, wording: Wording) -> str:
        span, values = self._mistake.span, self._mistake.values
        is_merge = self._mistake.code is Code.UNFINISHED_MERGE
        words = UNFINISHED if is_merge else words_of(self._mistake)
        message, way = (wording.text(one, **values) for one in words)
        return f"{span.path}:{span.line}:{span.column}: {message}; {way}"


def slip_in(file: Path) -> BrokenSiteError | None:
    """Find the line at which a configuration, or one that it takes over from, cannot be read."""
    top, seen = file.parent, 0
    while file.is_file() and seen < _MOST_PARENTS:
        seen += 1
        path = Path(os.path.relpath(file, top)).as_posix()
        text = decoded(SourceFile(path=path, data=file.read_bytes()))
        if isinstance(text, Mistake):
            return None
        mistakes: list[Mistake] = []
        own = keys_of(tree_of(text, path, mistakes), mistakes)
        if broken := [one for one in mistakes if one.code in _BROKEN]:
            return BrokenSiteError(broken[0])
        file = file.parent / str(own.get("INHERIT", ""))
    return None
