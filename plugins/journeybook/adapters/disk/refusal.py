"""What ends a command or a build that cannot do its work."""

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
