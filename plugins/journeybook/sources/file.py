"""A file as it was found, before anybody reads it."""

from dataclasses import dataclass
from typing import Literal

Refusal = Literal["large", "linked", "outside", "special", "unreadable"]
"""Why a file was not read: over a megabyte, in a folder that is read at its own place, behind a
link that leads out, no plain file, or not to be had."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file's path from the handbook's root and its bytes, or why it was not read."""

    path: str
    data: bytes = b""
    refused: Refusal | None = None
