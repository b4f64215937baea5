"""Where something is counted."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import lru_cache
from urllib.parse import quote_plus


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """The whole handbook, or only what concerns all that is named, by id.

    The owner of what nobody owns is the empty text.
    """

    journey: str | None = None
    persona: str | None = None
    phase: str | None = None
    channel: str | None = None
    owner: str | None = None
    severity: str | None = None
    type: str | None = None
    language: str | None = None

    @property
    def named(self) -> Iterator[tuple[str, str]]:
        """Give what is named, with what it is."""
        for name in _NAMES:
            if (value := getattr(self, name)) is not None:
                yield name, value

    def __str__(self) -> str:
        """Write it in one word, whatever the ids hold."""
        return "&".join([f"{name}={_quoted(value)}" for name, value in self.named])


_NAMES = tuple(field.name for field in fields(Within))
_quoted = lru_cache(maxsize=10_000)(quote_plus)
EVERYTHING = Within()
