"""A file as it was found, before anybody reads it."""

from dataclasses import dataclass
from typing import Literal

Refusal = Literal["large", "outside"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file's path from the handbook's root and its bytes, or why it was not read."""

    path: str
    data: bytes = b""
    refused: Refusal | None = None
