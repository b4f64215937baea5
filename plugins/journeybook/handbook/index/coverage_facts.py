"""What is known of a persona in a phase: questions, content, formats, languages and evidence."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.handbook.fitting.asked import Part
from journeybook.handbook.fitting.coverage import published
from journeybook.handbook.index.scores import Share, score
from journeybook.handbook.vocabulary import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFacts:
    """A persona in a phase; formats and languages are those of published content.

    `missing` is what nobody asked there yet; nothing where the place is in no scope.
    """

    asked: int
    answered: int
    lacking: int
    filling: int
    statuses: Mapping[Status, int]
    formats: int
    languages: tuple[str, ...]
    researched: Share
    missing: frozenset[Part]

    @property
    def open(self) -> int:
        """Questions that nothing answers and nothing will."""
        return self.asked - self.answered - self.lacking - self.filling

    @property
    def is_empty(self) -> bool:
        """Whether the persona is not described here and nothing is made for it."""
        return not (self.asked or self.statuses or self.researched.whole or self.missing)


Places = Mapping[tuple[str, str], PlaceFacts]


def places_of(book: Handbook) -> Places:
    """Give what is known of every persona in every phase."""
    steps = book.steps_by_phase
    found = {}
    for persona in book.personas:
        for phase in book.phases:
            own = [step for _, step in steps.get(phase, ()) if persona in step.personas]
            counted = score(own, ((persona, phase),), book.coverage, persona)
            assets = book.coverage.assets_at(persona, phase)
            live = published(assets)
            found[persona, phase] = PlaceFacts(
                asked=counted.answered.whole,
                answered=counted.answered.part,
                lacking=counted.lacking,
                filling=counted.filling,
                statuses=Counter(asset.status for asset in assets),
                formats=len({asset.type for asset in live if asset.type}),
                languages=languages(live),
                researched=counted.researched,
                missing=book.asked.missing.get((persona, phase), frozenset()),
            )
    return found


def languages(assets: Iterable[Asset]) -> tuple[str, ...]:
    """Give the languages of some assets, in order."""
    return tuple(sorted({asset.language for asset in assets if asset.language}))
