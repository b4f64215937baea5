"""Whom content is probably for, when, and what it answers; none of it counts until accepted."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from journeybook.fixes.offers import Offers
from journeybook.fixes.words_index import words_of
from journeybook.grouping import grouped
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset, Persona
from journeybook.handbook.ids import last_part
from journeybook.handbook.vocabulary import Status

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """What is suggested for a piece of content, by id; its title and address speak for it."""

    asset: Asset
    personas: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    type: str | None = None

    @property
    def says_something(self) -> bool:
        """Whether anything is suggested."""
        return bool(self.type or self.personas or self.phases or self.answers)


def suggested_tags(offers: Offers) -> tuple[Tags, ...]:
    """Suggest what inventories do not tell of their content, in the order of its ids."""
    handbook = offers.handbook
    rows = [
        one for one in handbook.assets.values() if one.origin and one.status is not Status.RETIRED
    ]
    answered = dict(_answers(offers, {one.id for one in rows}))
    guessing = _Guessing(handbook)
    found = (
        guessing.tags(one, answered.get(one.id, ())) for one in rows if _is_open(one, answered)
    )
    told = (one for one in found if one.says_something)
    return tuple(sorted(told, key=lambda tags: tags.asset.id))


def _is_open(asset: Asset, answered: Mapping[str, tuple[str, ...]]) -> bool:
    is_tagged = asset.personas and asset.phases and asset.type
    return not is_tagged or (not asset.answers and asset.id in answered)


class _Guessing:
    def __init__(self, handbook: Handbook) -> None:
        self._book = handbook
        self._small = handbook.vocabulary.small_words
        self._stem_of = handbook.vocabulary.stems.of
        # Without its first word an IT manager is any manager, and an HR adviser any adviser.
        self._short = frozenset(
            word.casefold()
            for one in handbook.personas.values()
            for word in _WORD.findall(one.title)
            if len(word) > 1 and word.isupper()
        )
        self._people = {
            one.id: tuple(self._names(_persona_names(one))) for one in handbook.personas.values()
        }
        stages = handbook.vocabulary.stages
        self._phases = {
            one.id: tuple(self._names((one.title, *one.aliases, last_part(one.id))))
            for one in handbook.phases.values()
        }
        groups = [frozenset(self._names((stage, *words))) for stage, words in stages.items()]
        for phase, names in self._phases.items():
            meant = [group for group in groups if group & set(names)]
            self._phases[phase] = (*names, *(name for group in meant for name in group))

    def tags(self, asset: Asset, answers: tuple[str, ...]) -> Tags:
        is_untagged = not (asset.personas and asset.phases)
        stems = self._stems(asset) if is_untagged else frozenset[str]()
        personas = () if asset.personas else tuple(_named(self._people, stems))
        if len(self._people) == 1 and not asset.personas and not asset.can_say("personas"):
            # Nobody else is known here; where a source tells for whom, it may mean others.
            personas = tuple(self._people)
        kind = None if asset.type else self._type(asset)
        return Tags(
            asset=asset,
            personas=personas,
            phases=() if asset.phases else self._when(kind or asset.type, stems),
            type=kind,
            answers=() if asset.answers else answers,
        )

    def _when(self, kind: str | None, stems: frozenset[str]) -> tuple[str, ...]:
        named = tuple(_named(self._phases, stems))
        if named or kind is None:
            return named
        phases = self._book.phases.values()
        return tuple(one.id for one in phases if kind in one.expects.types)

    def _type(self, asset: Asset) -> str | None:
        # Sites keep content of a type in a folder that is called so; a title may begin with it.
        words = self._book.vocabulary
        folders = _address(asset).split("/")[:-1] or _address(asset).split("/")
        found = (words.asset_type(name) for name in folders if name)
        known = next((one for one in found if one), None)
        first = next(iter(asset.title.casefold().split()), "")
        return known.id if known else first if first in words.asset_types else None

    def _stems(self, asset: Asset) -> frozenset[str]:
        address = _address(asset).replace("/", " ").replace("-", " ")
        texts = (asset.title, address, *asset.tags)
        return frozenset(stem for text in texts for stem in self._stems_of(text))

    def _names(self, names: Iterable[str]) -> Iterator[frozenset[str]]:
        for name in names:
            if stems := self._stems_of(name.replace("-", " ")):
                yield stems

    def _stems_of(self, text: str) -> frozenset[str]:
        short = self._short.intersection(_WORD.findall(text.casefold()))
        return short.union(map(self._stem_of, words_of(text, self._small)))


def _address(asset: Asset) -> str:
    inside = (asset.url or "").partition("://")[2].partition("/")[2]
    return inside.strip("/") or asset.id


def _persona_names(persona: Persona) -> tuple[str, ...]:
    return (persona.title, *persona.aliases, last_part(persona.id))


def _named(names: dict[str, tuple[frozenset[str], ...]], stems: frozenset[str]) -> Iterator[str]:
    # All words of a name have to stand there, and not only as a part of a longer one that does.
    there = {key: [one for one in several if one <= stems] for key, several in names.items()}
    every = [one for several in there.values() for one in several]
    for key, several in there.items():
        if any(not any(one < other for other in every) for one in several):
            yield key


def _answers(offers: Offers, rows: set[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    found = grouped(
        (offer.asset, question.id)
        for _, _, question in offers.handbook.questions
        for offer in offers.of(question)
        if offer.asset in rows
    )
    yield from found.items()
