"""What customers said about a statement, each with who it was by role and segment."""

from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.handbook.journeys import Emotion
from journeybook.handbook.research import Quote, Research
from journeybook.handbook.statements import Statement
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A quote: its words, who said it, and the round of research it comes from."""

    text: str
    who: str
    research: Link


def voices_on(here: Here, one: Statement | Emotion) -> tuple[Voice, ...]:
    """Give the quotes that are linked to a statement."""
    return tuple(
        Voice(text=quote.text, who=who_said(quote), research=here.research(research.id))
        for research, quote in quotes_about(one, here.site)
    )


def quotes_about(one: Statement | Emotion, site: Site) -> Iterator[tuple[Research, Quote]]:
    """Give the quotes about a statement with their rounds, but for those that nobody may see."""
    for research, quote in site.handbook.quotes.get(one.id, ()):
        if research.path not in site.private:
            yield research, quote


def who_said(quote: Quote) -> str:
    """Say who it was, by role and segment alone."""
    return ", ".join(part for part in (quote.role, quote.segment) if part)
