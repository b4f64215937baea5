"""Where something is counted."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote_plus


class Within(NamedTuple):
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
        for name, value in zip(self._fields, self, strict=True):
            if value is not None:
                yield name, value

    def __str__(self) -> str:
        """Write it in one word, whatever the ids hold."""
        return _written(self)


# Several things are counted at each place, on several pages.
@lru_cache(maxsize=10_000)
def _written(within: Within) -> str:
    return "&".join([f"{name}={quote_plus(value)}" for name, value in within.named])


EVERYTHING = Within()
