"""Which act a consequence follows from: the one that is about the same, or the closest to it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from journeybook.compare.change import Change, What
from journeybook.compare.consequences.closeness import (
    AROUND,
    NEAR,
    SAME,
    SERVED,
    THERE,
    WITHIN,
    Key,
    at_most,
)
from journeybook.compare.consequences.gaps import Shift
from journeybook.compare.pair import Pair
from journeybook.findings import Ref, RefKind
from journeybook.gaps.bearing import Bearing, Bearings
from journeybook.handbook.book import Handbook
from journeybook.handbook.ids import owner_of
from journeybook.handbook.journeys import Step
from journeybook.schema import Kind

Weighed = tuple[int, Key]
_Known = Mapping[Key, tuple[int, Change]]


class Causes:
    """Finds the act that a gap, an answer or anything else follows from."""

    def __init__(self, acts: Iterable[Change], pair: Pair) -> None:
        """Take all that somebody did."""
        self._pair = pair
        every = sorted(acts, key=lambda one: one.rank)
        self._only = every[0] if len(every) == 1 else None
        self._acts = self._by_key(every)
        self._openers = self._by_key(one for one in every if not one.asks_less)

    def _by_key(self, acts: Iterable[Change]) -> _Known:
        found: dict[Key, tuple[int, Change]] = {}
        for act in acts:
            for weight, key in self._reach(act):
                if weight > found.get(key, (0, act))[0]:
                    found[key] = (weight, act)
        return found

    def of_change(self, change: Change) -> Change | None:
        """Find the act that a change follows from."""
        is_shown = change.aspect == "evidence"
        keys = self._shown_by(change.subject) if is_shown else self._keys_of(change)
        return self._closest(keys, self._acts)[1]

    def of_shift(self, shift: Shift) -> tuple[int, Change | None]:
        """Find the act that a finding came or went with, and how close they are."""
        # Where less is asked, nothing is missing for it that was not before.
        acts = self._acts if shift.closes else self._openers
        close, act = self._closest(self._keys_of_finding(shift), acts)
        # Research explains what is missing of a statement where nothing else does.
        return close, act or self._closest(self._shown_by(shift.finding.subject), acts)[1]

    def _closest(self, keys: Iterable[Key], acts: _Known) -> tuple[int, Change | None]:
        if self._only:
            return NEAR, self._only
        known = [acts[key] for key in keys if key in acts]
        return max(known, key=lambda one: (one[0], one[1].weight), default=(0, None))

    # What an act reaches.

    def _reach(self, act: Change) -> Iterator[Weighed]:
        for weight, key in self._reached(act):
            yield min(weight, at_most(act, key)), key

    def _reached(self, act: Change) -> Iterator[Weighed]:
        for span in (act.span, *act.spans):
            path = self._pair.place(span, 0 if act.what is What.REMOVED else 1)
            known = ("path", "whole") if act.is_of_whole else ("path",)
            yield from ((WITHIN, (name, path)) for name in known)
        for subject in (act.subject, *self._parts(act)):
            if subject:
                yield from self._of_act(act, subject)

    def _parts(self, act: Change) -> Iterator[Ref]:
        if act.parted:
            kind = Kind(act.parted.kind.value)
            yield act.parted
            yield from (
                act.parted._replace(id=one) for one in self._pair.matches.parts(kind, act.parted.id)
            )

    def _of_act(self, act: Change, subject: Ref) -> Iterator[Weighed]:
        yield SAME, ("ref", subject)
        yield AROUND, ("around", subject)
        match subject.kind:
            case RefKind.ASSET:
                yield from self._of_asset(subject.id)
            case RefKind.STEP | RefKind.JOURNEY:
                yield WITHIN, ("within", subject)
                yield from ((THERE, key) for key in self._of_steps(subject))
            case RefKind.PERSONA | RefKind.PHASE | RefKind.CHANNEL | RefKind.RESEARCH:
                yield THERE, ("near", subject)
                yield SAME, ("shown by", subject.id)
                for part in self._pair.matches.parts(Kind(subject.kind.value), subject.id):
                    yield THERE, ("near", subject._replace(id=part))
            case RefKind.ACTION:
                yield SERVED, ("helped by", subject.id)
            case _:
                yield from ((NEAR, key) for key in (*self._places(act), *self._left(act)))

    def _places(self, act: Change) -> Iterator[Key]:
        if act.place.phase:
            yield from (("place", (who, act.place.phase)) for who in act.personas)

    def _left(self, act: Change) -> Iterator[Key]:
        # Where a statement stood before it moved, and for whom.
        if act.subject and (act.what is What.MOVED or act.aspect == "personas"):
            step = self._pair.before.step(self._earlier.get(act.subject, act.subject).id)
            if isinstance(step, Step) and step.phase:
                for persona in step.personas:
                    yield "place", self._place(persona, step.phase, 0)

    def _of_steps(self, subject: Ref) -> Iterator[Key]:
        # Where a step is, and where it was.
        for state, book in enumerate((self._pair.before, self._pair.after)):
            for journey, step in book.all_steps:
                known = step.ref if subject.kind is RefKind.STEP else journey.ref
                if (known if state else self._now(known)) == subject and step.phase:
                    for persona in step.personas:
                        yield "place", self._place(persona, step.phase, state)

    def _place(self, persona: str, phase: str, state: int) -> tuple[str, str]:
        if state:
            return persona, phase
        one = self._pair.matches.one
        return one(Kind.PERSONA, persona) or "", one(Kind.PHASE, phase) or ""

    def _of_asset(self, asset: str) -> Iterator[Weighed]:
        yield SERVED, ("served by", asset)
        for state, book in enumerate((self._pair.before, self._pair.after)):
            names = [asset, *(old for old, new in self._later(Kind.ASSET) if new == asset)]
            for name in names if state == 0 else [asset]:
                yield from ((THERE, key) for key in self._placed[state].get(name, ()))
                known = book.assets.get(name)
                for channel in known.channels if known else ():
                    yield NEAR, ("near", Ref(kind=RefKind.CHANNEL, id=channel))

    def _later(self, kind: Kind) -> Iterable[tuple[str, str]]:
        return self._pair.matches.ids[kind].items()

    @cached_property
    def _placed(self) -> tuple[Mapping[str, list[Key]], Mapping[str, list[Key]]]:
        found: tuple[dict[str, list[Key]], dict[str, list[Key]]] = ({}, {})
        for state, book in enumerate((self._pair.before, self._pair.after)):
            for (persona, phase), assets in book.coverage.at.items():
                place = self._place(persona, phase, state)
                for asset in assets:
                    found[state].setdefault(asset.id, []).append(("place", place))
        return found

    # What a consequence may follow from.

    def _shown_by(self, subject: Ref | None) -> Iterator[Key]:
        for known, book in zip(
            self._pair.statements, (self._pair.before, self._pair.after), strict=True
        ):
            for name in self._names(subject, book) if subject else ():
                said = known.get(name)
                rounds = (*said.evidence, *said.support.contradicted_by) if said else ()
                yield from (("shown by", one) for one in rounds)

    def _keys_of(self, change: Change) -> Iterator[Key]:
        subject = change.subject
        if subject:
            yield from self._of_subject(subject, (self._pair.before, self._pair.after))
        yield from self._places(change)

    def _keys_of_finding(self, shift: Shift) -> Iterator[Key]:
        finding, state = shift.finding, 1 if shift.new else 0
        # What somebody finds in a phase stands at their step, which may say nothing of it.
        is_told_there = finding.persona and finding.phase and not finding.journey
        yield "whole" if is_told_there else "path", self._pair.place(finding.span, state)
        for each in (shift.old, shift.new):
            if each and each.being_filled:
                yield "served by", each.being_filled.asset
        subject = self._now(finding.subject) if state == 0 else finding.subject
        if subject:
            yield from self._of_subject(subject, (self._pair.before, self._pair.after))
        bearing = self._bearings[state].of(finding)
        yield from self._around(bearing, state)

    def _of_subject(self, subject: Ref, books: Iterable[Handbook]) -> Iterator[Key]:
        yield "ref", subject
        yield "near", subject
        owner = owner_of(subject.id)
        for kind in (RefKind.STEP, RefKind.PERSONA, RefKind.RESEARCH):
            if owner != subject.id:
                yield "around", Ref(kind=kind, id=owner)
        journey = Ref(kind=RefKind.JOURNEY, id=owner.rpartition("/")[0])
        yield "within", Ref(kind=RefKind.STEP, id=owner)
        yield "within", journey
        for book in books:
            for name in self._names(subject, book):
                yield from self._helpers(name, book)

    def _names(self, subject: Ref, book: Handbook) -> tuple[str, ...]:
        if book is self._pair.after:
            return (subject.id,)
        return (self._earlier.get(subject, subject).id,)

    @cached_property
    def _earlier(self) -> Mapping[Ref, Ref]:
        return {new: old for old, new in self._pair.matches.statements.items()}

    def _helpers(self, statement: str, book: Handbook) -> Iterator[Key]:
        later = self._pair.matches
        old = book is self._pair.before
        for answer in book.coverage.answered.get(statement, ()):
            if answer.asset:
                name = later.one(Kind.ASSET, answer.asset) if old else answer.asset
                yield "served by", name
        for asset in book.coverage.answers.get(statement, ()):
            yield "served by", later.one(Kind.ASSET, asset.id) if old else asset.id
        for action in book.acting.get(statement, ()):
            yield "helped by", later.one(Kind.ACTION, action) if old else action

    def _around(self, bearing: Bearing, state: int) -> Iterator[Key]:
        matches = self._pair.matches
        names = {
            RefKind.PERSONA: bearing.personas,
            RefKind.PHASE: bearing.phases,
            RefKind.CHANNEL: bearing.channels,
        }
        if state == 0:
            names = {
                kind: tuple(matches.one(Kind(kind.value), name) or "" for name in ids)
                for kind, ids in names.items()
            }
        for kind, ids in names.items():
            yield from (("near", Ref(kind=kind, id=name)) for name in ids)
        for persona in names[RefKind.PERSONA]:
            yield from (("place", (persona, phase)) for phase in names[RefKind.PHASE])

    @cached_property
    def _bearings(self) -> tuple[Bearings, Bearings]:
        return Bearings(handbook=self._pair.before), Bearings(handbook=self._pair.after)

    def _now(self, subject: Ref | None) -> Ref | None:
        return self._pair.matches.subject(subject)
