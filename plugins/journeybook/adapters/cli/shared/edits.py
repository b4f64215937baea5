"""Edits of authors' files: shown first, and written only where nobody else was meanwhile."""

from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

from journeybook.adapters.cli.shared.output import say
from journeybook.adapters.disk.keeping.writing import change
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.sources.document import SourceFile


def show_edit(old: SourceFile, new: SourceFile) -> None:
    """Show the lines of a file that change, before and after."""
    before, after = (one.data.decode("utf-8-sig", "replace").splitlines() for one in (old, new))
    say(old.path)
    for line in list(unified_diff(before, after, n=0, lineterm=""))[2:]:
        say(line)


def write_edit(root: Path, old: SourceFile, new: SourceFile) -> None:
    """Write the new text of a file below a folder.

    Raises:
        CannotRunError: when the file says something else than `old` by now.
    """
    change(root / old.path, _only_from(old, new))


def _only_from(old: SourceFile, new: SourceFile) -> Callable[[bytes], bytes]:
    def changed(data: bytes) -> bytes:
        if data != old.data:
            raise CannotRunError("{path} was changed meanwhile; run it again", path=old.path)
        return new.data

    return changed
