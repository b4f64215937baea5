"""Phases side by side that belong to one half of the customer's journey."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from journeybook.pages.parts.ways.links import Here
from journeybook.pages.parts.words.states import STAGES


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Phases next to each other of one stage, over so many columns."""

    stage: str
    title: str
    span: int


def bands(here: Here, phases: Iterable[tuple[str | None, int]]) -> Iterator[Band]:
    """Group phases by their stage, each with its columns; nothing where no phase says."""
    known = tuple(phases)
    if not any(stage for stage, _ in known):
        return
    for stage, members in groupby(known, lambda one: one[0] or ""):
        title = here.site.wording.text(STAGES[stage]) if stage in STAGES else ""
        yield Band(stage=stage, title=title, span=sum(columns for _, columns in members))
