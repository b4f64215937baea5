"""A figure in a strip of figures: the number, its words, and how it looks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number with its words; `share` (0 to 1) draws a bar, `tone` is ok, wait or open."""

    figure: str
    words: str
    share: float | None = None
    tone: str = ""
    explanation: str = ""
    href: str | None = None
