"""What was split into several, or merged into another: whose words and places others have now."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from journeybook.compare.pairing.heirs import Ids, names_of
from journeybook.compare.texts import sentences
from journeybook.findings import Ref, RefKind
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.handbook.ids import folded
from journeybook.handbook.journeys import Journey, Step
from journeybook.handbook.statements import Entity
from journeybook.schema import Kind

_FEWEST_WORDS = 3
_FEWEST_NAMES = 3
_NAMED = (Kind.PERSONA, Kind.PHASE, Kind.CHANNEL)

_Piece = str | Ref
_Pieces = Mapping[str, frozenset[_Piece]]
"""What is said in files, and what names them, by their id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Partings:
    """What is no longer whole, by its earlier name.

    Of what was `split`, the later parts: itself first, where it is still there, and what is new. Of
    what was `merged`, the one that holds it now. What was `renamed` says the same in a new file.
    """

    split: Mapping[Ref, tuple[str, ...]]
    merged: Mapping[Ref, str]
    renamed: Mapping[Ref, str]

    def beside(self, kind: Kind) -> Iterator[tuple[str, str]]:
        """Pair each earlier id of a kind with every later one that holds a part of it."""
        yield from (
            (ref.id, part)
            for ref, parts in self.split.items()
            if ref.kind.value == kind.value
            for part in parts
        )
        yield from (
            (ref.id, one) for ref, one in self.merged.items() if ref.kind.value == kind.value
        )

    def names(self, kind: Kind) -> Mapping[str, str]:
        """Give the later id of each of a kind that was renamed."""
        return {ref.id: new for ref, new in self.renamed.items() if ref.kind.value == kind.value}

    def is_part(self, ref: Ref) -> bool:
        """Tell whether something holds a part of what was split, or all of what was merged."""
        holds = (*self.split.items(), *((whole, (one,)) for whole, one in self.merged.items()))
        return any(whole.kind is ref.kind and ref.id in own for whole, own in holds)

    def and_those(self, others: "Partings") -> "Partings":
        """Join these with others."""
        return Partings(
            split={**self.split, **others.split},
            merged={**self.merged, **others.merged},
            renamed={**self.renamed, **others.renamed},
        )


NOTHING_PARTED = Partings(split={}, merged={}, renamed={})


def find_partings(before: Handbook, after: Handbook, ids: Ids, kinds: Iterable[Kind]) -> Partings:
    """Find what was split or merged among some kinds, or renamed with most of its words."""
    found = NOTHING_PARTED
    for kind in kinds:
        if before.entities[kind].keys() != after.entities[kind].keys():
            found = found.and_those(_of_kind(before, after, ids[kind], kind))
    return found


def _of_kind(before: Handbook, after: Handbook, later: Mapping[str, str], kind: Kind) -> Partings:
    olds, news = _pieces(before, kind), _pieces(after, kind)
    come = news.keys() - set(later.values())
    gained = _gained(olds, news, later)
    split: dict[Ref, tuple[str, ...]] = {}
    heirs: dict[Ref, str] = {}
    for old, own in olds.items():
        ref = Ref(kind=RefKind(kind.value), id=old)
        kept = (later[old],) if old in later else ()
        lost = own - news[kept[0]] if kept else own
        shares = {new: lost & pieces for new, pieces in gained.items() if new not in kept}
        parts = sorted(
            new for new in come if _is_part(shares.get(new, ()), own, is_kept=bool(kept))
        )
        heir = max(shares, key=lambda new: (len(shares[new]), new), default="")
        if parts and len(kept) + len(parts) > 1:
            split[ref] = (*kept, *parts)
        elif not kept and heir and _is_most(shares[heir], own):
            heirs[ref] = heir
    # Where only one became something new, it has another name now.
    often = Counter(heirs.values())
    renamed = {ref: heir for ref, heir in heirs.items() if heir in come and often[heir] == 1}
    merged = {ref: heir for ref, heir in heirs.items() if ref not in renamed}
    return Partings(split=split, merged=merged, renamed=renamed)


def _gained(olds: _Pieces, news: _Pieces, later: Mapping[str, str]) -> _Pieces:
    earlier = {new: old for old, new in later.items()}
    nothing = frozenset[_Piece]()
    gained = {new: pieces - olds.get(earlier.get(new, ""), nothing) for new, pieces in news.items()}
    return {new: pieces for new, pieces in gained.items() if pieces}


def _is_part(share: Collection[_Piece], own: Collection[_Piece], *, is_kept: bool) -> bool:
    said, all_said = _said(share), _said(own)
    named, all_named = len(share) - said, len(own) - all_said
    if not is_kept:
        return bool(share)
    # Of what is still there, a sentence or a name or two may have moved for any reason.
    return said > 1 or (said > 0 and named > 0) or named >= max(_FEWEST_NAMES, all_named / 3)


def _is_most(share: Collection[_Piece], own: Collection[_Piece]) -> bool:
    # What names it may move along to whatever takes its place; what it says was brought there.
    said = _said(share)
    return said > 1 and said * 2 >= _said(own)


def _said(pieces: Collection[_Piece]) -> int:
    return sum(isinstance(one, str) for one in pieces)


def _pieces(book: Handbook, kind: Kind) -> _Pieces:
    asked = {one.id: one.text for _, step in book.all_steps for one in step.questions}
    pieces: dict[str, set[_Piece]] = {
        name: set(map(folded, _words(entity, asked)))
        for name, entity in book.entities[kind].items()
    }
    if kind in _NAMED:
        for other, entities in book.entities.items():
            for entity in entities.values() if other is not kind else ():
                for name in names_of(entity, kind):
                    pieces.get(name, set()).add(entity.ref)
    return {name: frozenset(own) for name, own in pieces.items()}


def _words(entity: Entity, asked: Mapping[str, str]) -> Iterator[str]:
    yield from (one for one in sentences(entity.body) if len(one.split()) >= _FEWEST_WORDS)
    match entity:
        case Journey():
            for step in entity.steps:
                yield from _words(step, asked)
        case Step():
            yield from (one.text for one in entity.statements)
        case Asset():
            yield from (asked[name] for name in entity.answers if name in asked)
        case _:
            for lane in ("goals", "pains", "findings"):
                yield from (one.text for one in getattr(entity, lane, ()))
