"""Where something is counted."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from urllib.parse import urlencode


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
        for field in fields(self):
            if (value := getattr(self, field.name)) is not None:
                yield field.name, value

    def __str__(self) -> str:
        """Write it in one word, whatever the ids hold."""
        return urlencode(tuple(self.named))


EVERYTHING = Within()
