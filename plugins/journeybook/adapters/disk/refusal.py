"""What ends a command or a build that cannot do its work."""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Most that refuse never come to say it, and need not wait for what puts it into words.
    from journeybook.wording import Wording


class CannotRunError(Exception):
    """What was asked cannot be done; the message is a sentence for people, in English."""

    def __init__(self, message: str, **values: object) -> None:
        """Take the sentence, and what fills in its `{names}`."""
        super().__init__(message.format(**values) if values else message)
        self._message = message
        self._values = values

    def said(self, wording: "Wording") -> str:
        """Say it in another language."""
        return wording.text(self._message, **self._values)


class NoHandbookError(CannotRunError):
    """There is no handbook, and nothing that should be one."""


def refused_by_disk(error: OSError) -> CannotRunError:
    """Say in a sentence what the disk refused, with the file, where it is known which."""
    problem = error.strerror or str(error)
    # Of a copy, the second is the one that is written.
    file = error.filename2 or error.filename
    if isinstance(file, str | bytes):
        return CannotRunError(
            "cannot read or write {file}: {problem}", file=os.fsdecode(file), problem=problem
        )
    return CannotRunError("cannot read or write: {problem}", problem=problem)
