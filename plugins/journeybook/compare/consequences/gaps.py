"""Which gaps and problems came, went, or stand otherwise than before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import product

from journeybook.codes import Code, Family
from journeybook.compare.pairing.matching import ENTITIES, NOTHING_MATCHED, Matches
from journeybook.findings import Finding, Ref, RefKind
from journeybook.grouping import grouped
from journeybook.handbook.book import Handbook
from journeybook.schema import Kind
from journeybook.sources.strays import DECISIONS

_Key = tuple[str | int | Ref | None, ...]


class Standing(IntEnum):
    """How a gap stands, the best last."""

    OPEN = 0
    WAIVED = 1
    FILLING = 2
    CLOSED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A finding that came, went, or stands otherwise than before."""

    old: Finding | None
    new: Finding | None

    @property
    def finding(self) -> Finding:
        """The finding as it is, or as it was where it is gone."""
        known = self.new or self.old
        if known is None:
            raise TypeError("a shift is of some finding")
        return known

    @property
    def is_gap(self) -> bool:
        """Whether content is missing, rather than a file wrong."""
        return self.finding.family is Family.GAP

    @property
    def was(self) -> Standing:
        """How it stood before."""
        return _standing(self.old)

    @property
    def stands(self) -> Standing:
        """How it stands now."""
        return _standing(self.new)

    @property
    def closes(self) -> bool:
        """Whether it stands better than before."""
        return self.stands > self.was

    @property
    def is_decided(self) -> bool:
        """Whether somebody accepted it, or no longer does."""
        return Standing.WAIVED in {self.was, self.stands}


def _standing(finding: Finding | None) -> Standing:
    if finding is None:
        return Standing.CLOSED
    if finding.waived:
        return Standing.WAIVED
    return Standing.FILLING if finding.being_filled else Standing.OPEN


def shifts(
    before: Iterable[Finding], after: Iterable[Finding], matches: Matches
) -> tuple[Shift, ...]:
    """Tell which findings came, went or stand otherwise."""
    return tuple(one for one in paired(before, after, matches) if one.was is not one.stands)


def paired(
    before: Iterable[Finding], after: Iterable[Finding], matches: Matches
) -> tuple[Shift, ...]:
    """Put the findings of both states beside each other, those that only one has alone."""
    olds = {_key(one, matches): one for one in before}
    news = {_key(one, NOTHING_MATCHED): one for one in after}
    both = {key: (olds[key], news[key]) for key in olds if key in news}
    gone = [one for key, one in olds.items() if key not in both]
    come = [one for key, one in news.items() if key not in both]
    again = dict(_again(gone, come, matches))
    pairs = [*both.values(), *((old, again.get(old.fingerprint)) for old in gone)]
    found = [Shift(old=old, new=new) for old, new in pairs]
    taken = {one.fingerprint for one in again.values()}
    found += [Shift(old=None, new=new) for new in come if new.fingerprint not in taken]
    return tuple(found)


def shared_out(
    before: Iterable[Finding], after: Iterable[Finding], matches: Matches
) -> frozenset[str]:
    """Give the fingerprints of the gaps of what was split that a part has, before and after."""
    if not matches.partings.split:
        return frozenset()
    olds = {key: one for one in before for key in _keys_of_parts(one, matches)}
    pairs = ((olds.get(_key(one, NOTHING_MATCHED)), one) for one in after)
    return frozenset(
        one.fingerprint
        for old, new in pairs
        if old and new.family is Family.GAP and _standing(new) >= _standing(old)
        for one in (old, new)
    )


def another_part_has(finding: Finding, matches: Matches, after: Handbook) -> bool:
    """Tell whether nothing is asked of a part in a phase whose step another part has now."""
    subject = finding.subject
    if finding.code != Code.NOT_ASKED_YET or subject is None or subject.kind is not RefKind.PHASE:
        return False
    wholes = [parts for ref, parts in matches.partings.split.items() if ref.kind is RefKind.PERSONA]
    there = {name for _, step in after.steps if step.phase == subject.id for name in step.personas}
    return all(
        any(persona in parts and there.intersection(parts) for parts in wholes)
        for persona in finding.personas
    )


def _keys_of_parts(finding: Finding, matches: Matches) -> Iterator[_Key]:
    def named(kind: Kind, name: str | None) -> tuple[str | None, ...]:
        return (*matches.parts(kind, name or ""), matches.one(kind, name))

    subjects: tuple[Ref | None, ...] = (matches.subject(finding.subject),)
    if finding.subject and finding.subject.kind in ENTITIES:
        names = matches.parts(Kind(finding.subject.kind.value), finding.subject.id)
        subjects += tuple(finding.subject._replace(id=one) for one in names)
    for persona, journey, phase, subject in product(
        named(Kind.PERSONA, finding.persona),
        named(Kind.JOURNEY, finding.journey),
        named(Kind.PHASE, finding.phase),
        subjects,
    ):
        yield (finding.code, persona, journey, phase, subject, finding.nth)


def in_time(
    original: Sequence[Finding], rejudged: Iterable[Finding], later: Iterable[Finding]
) -> Iterator[Finding]:
    """Give what was found before by what was decided later, and what was wrong with decisions then.

    The decisions of the later state have their mistakes in both, and would seem to bring none. What
    was wrong neither then nor later is only an earlier text beside later words.
    """
    known = {one.fingerprint for one in (*original, *later)}
    for one in rejudged:
        is_told = one.family is Family.GAP or one.fingerprint in known
        if is_told and not _is_of_decisions(one):
            yield one
    yield from (one for one in original if _is_of_decisions(one))


def _is_of_decisions(finding: Finding) -> bool:
    # One that is empty decides nothing, which is told decision by decision.
    is_told = finding.family is Family.PROBLEM and finding.code != Code.EMPTY_FILE
    return is_told and finding.span.path.endswith(DECISIONS)


def _again(
    gone: list[Finding], come: list[Finding], matches: Matches
) -> Iterator[tuple[str, Finding]]:
    # The same of the same statement, whose step is in another phase or asks it for somebody else.
    def same(one: Finding, subject: Ref | None) -> _Key:
        return (one.code, subject, one.nth)

    olds = _single((same(one, matches.subject(one.subject)), one) for one in gone)
    news = _single((same(one, one.subject), one) for one in come)
    for key, old in olds.items():
        new = news.get(key)
        if new is None or new.subject is None or new.subject.kind in _OF_PLACES:
            continue
        # Where somebody is gone whom it was about, those who are left stand there instead.
        persona = matches.one(Kind.PERSONA, old.persona)
        lost = persona == old.persona and persona not in matches.ids[Kind.PERSONA]
        moved = new.persona in matches.parts(Kind.PERSONA, old.persona or "")
        if lost or moved or len({persona, new.persona} - {None}) <= 1:
            yield old.fingerprint, new
    yield from _begun(gone, come, matches)


def _begun(
    gone: Iterable[Finding], come: Iterable[Finding], matches: Matches
) -> Iterator[tuple[str, Finding]]:
    # Where nobody asked anything in a phase, a step that nobody filled in yet asks no more.
    empty = {
        (matches.one(Kind.JOURNEY, one.journey), matches.one(Kind.PHASE, one.phase)): one
        for one in gone
        if one.code == Code.NOT_ASKED_YET and one.subject and one.subject.kind is RefKind.PHASE
    }
    for one in come:
        if one.code == Code.NOT_ASKED_YET and one.subject and one.subject.kind is RefKind.STEP:
            old = empty.pop((one.journey, one.phase), None)
            if old:
                yield old.fingerprint, one


_OF_PLACES = frozenset(
    {RefKind.CHANNEL, RefKind.ASSET_TYPE, RefKind.ROLE, RefKind.CONTENT_MIX, RefKind.WORD}
)
"""What stands for a place, so that the same of somebody else is another gap."""


def _single(pairs: Iterable[tuple[_Key, Finding]]) -> Mapping[_Key, Finding]:
    return {key: same[0] for key, same in grouped(pairs).items() if len(same) == 1}


def _key(finding: Finding, matches: Matches) -> _Key:
    one = matches.one
    if finding.family is Family.PROBLEM:
        path = matches.paths.get(finding.span.path, finding.span.path)
        return (
            finding.code,
            path,
            matches.subject(finding.subject) or finding.message,
            finding.nth,
        )
    return (
        finding.code,
        one(Kind.PERSONA, finding.persona),
        one(Kind.JOURNEY, finding.journey),
        one(Kind.PHASE, finding.phase),
        matches.subject(finding.subject),
        finding.nth,
    )
