"""Content that probably answers a question or meets an expectation already, found by its words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from journeybook.fixes.words_index import Likeness, WordsIndex, words_of
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.handbook.journeys import Expectation, Question
from journeybook.handbook.statements import Statement
from journeybook.handbook.vocabulary import Status

ENOUGH = 0.55
"""The share of what a statement says that has to come back in content that is offered."""

MOST_OFFERED = 3
_FEW_WORDS, _SURE = 2, 0.95
_OTHER_PHASE = 0.8
_TITLE, _SUMMARY, _BODY = 1.0, 0.8, 0.5
_READ = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An asset, by id, that probably answers what is asked: how sure that is, and by which words.

    `is_there` tells whether it is published already.
    """

    asset: str
    share: float
    words: tuple[str, ...]
    is_there: bool


@dataclass(frozen=True, kw_only=True)
class Offers:
    """Finds content for the statements of one handbook."""

    handbook: Handbook

    def of(self, statement: Statement) -> tuple[Offer, ...]:
        """Give the content that probably answers a statement and is not named there yet."""
        if not isinstance(statement, Question | Expectation):
            return ()
        found = (self._offer(like, statement) for like in self._index.like(statement.text))
        offers = sorted(
            (one for one in found if one),
            key=lambda one: (-one.share, not one.is_there, self._asset(one).title),
        )
        return tuple(offers[:MOST_OFFERED])

    def _offer(self, like: Likeness, statement: Statement) -> Offer | None:
        asset = self.handbook.assets[like.key]
        if asset.id in self._named(statement):
            return None
        stated = asset.stated
        if stated.personas and not self._whom(statement) & set(stated.personas):
            return None
        step = self.handbook.step(statement.id)
        elsewhere = step and stated.phases and step.phase not in stated.phases
        share = like.share * _OTHER_PHASE if elsewhere else like.share
        # Two words in common are enough only where there is no more to say, on either side.
        is_short = len(like.words) <= _FEW_WORDS
        enough = _SURE if is_short else ENOUGH
        if not like.whole or share < enough:
            return None
        if is_short and not self._says_little_else(asset, like):
            return None
        is_there = asset.is_published
        return Offer(asset=asset.id, share=round(share, 3), words=like.words, is_there=is_there)

    def _says_little_else(self, asset: Asset, like: Likeness) -> bool:
        known = self.handbook.vocabulary
        stems = set(map(known.stems.of, like.whole))
        titles = (words_of(text, known.small_words) for text in (asset.title, *asset.aliases))
        return any(stems == set(map(known.stems.of, words)) for words in titles)

    def _named(self, statement: Statement) -> frozenset[str]:
        if isinstance(statement, Expectation):
            return frozenset(statement.met_by_assets)
        answers = self.handbook.coverage.answers.get(statement.id, ())
        return frozenset(asset.id for asset in answers)

    def _whom(self, statement: Statement) -> set[str]:
        # What is made for those a persona takes after is made for the persona too.
        whom = set(statement.personas)
        for persona in statement.personas:
            parent = self.handbook.personas[persona].extends
            while parent and parent not in whom:
                whom.add(parent)
                parent = self.handbook.personas[parent].extends
        return whom

    def _asset(self, offer: Offer) -> Asset:
        return self.handbook.assets[offer.asset]

    @cached_property
    def _index(self) -> WordsIndex:
        live = (one for one in self.handbook.assets.values() if one.status is not Status.RETIRED)
        texts = {asset.id: tuple(self._texts(asset)) for asset in live}
        known = self.handbook.vocabulary
        return WordsIndex(texts, known.small_words, known.stems)

    def _texts(self, asset: Asset) -> Iterator[tuple[str, float]]:
        yield " ".join((asset.title, *asset.aliases)), _TITLE
        yield asset.summary or "", _SUMMARY
        answered = (self._questions.get(one, "") for one in asset.answers)
        yield from ((text, _TITLE) for text in answered)
        yield asset.body[:_READ], _BODY

    @cached_property
    def _questions(self) -> dict[str, str]:
        return {one.id: one.text for _, step in self.handbook.all_steps for one in step.questions}
