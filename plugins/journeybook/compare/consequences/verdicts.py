"""What it means that a gap or a problem came or went: better, worse or neither, by its cause."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from journeybook.codes import Code, Severity
from journeybook.compare.change import Change, Deed, Place, Thing, Tone, What
from journeybook.compare.consequences.causes import Causes
from journeybook.compare.consequences.closeness import BESIDE, SAME
from journeybook.compare.consequences.gaps import Shift, Standing, another_part_has, shared_out
from journeybook.compare.consequences.kept import Kept, kept_of
from journeybook.compare.pair import Pair
from journeybook.findings import Finding, Ref
from journeybook.wording import marked

_WEIGHTS = {Severity.LOW: 30, Severity.MEDIUM: 58, Severity.HIGH: 78}
_HEAVIEST = 80

NEW_GAP = marked("New gap")
TO_BEGIN_WITH = marked("Gap to begin with")
COMES_TO_LIGHT = marked("Comes to light")
NO_LONGER_COUNTED = marked("No longer counted")
NOW_COUNTED = marked("Now counted")
_WITH_THE_MOVE = marked("New with the move")


@dataclass(frozen=True, kw_only=True)
class Verdicts:
    """Judges all findings that came, went or stand otherwise, beside what somebody did."""

    pair: Pair
    causes: Causes
    shifts: tuple[Shift, ...]
    acts: tuple[Change, ...]
    cut_off: frozenset[Ref] = frozenset()
    """What goes by another name now, while other places still name it by the former one."""

    def settled(self, effect: Change) -> tuple[Change, Change | None]:
        """Give how a statement fares with the act that it follows from.

        Where something is taken away, nothing gets better for it.
        """
        act = self.causes.of_change(effect)
        deed = self._deed_of(act) if act else self._likely
        if deed in {Deed.ASKS, Deed.RELABELS} or (
            effect.tone is Tone.BETTER and deed in _GIVE_NOTHING
        ):
            return replace(effect, tone=Tone.NEUTRAL), act
        return effect, act

    def told(self) -> Iterator[tuple[Change, Change | None]]:
        """Give each as a change, with the act that it follows from where one can be named."""
        for at, shift in enumerate(self.shifts):
            if self._is_unread(at):
                continue
            if shift.is_gap:
                label, tone = self._closed(at) if shift.closes else self._opened(at)
            else:
                label, tone = self._problem(at)
            yield self._change(shift, label, tone), self._causes[at][1]

    @cached_property
    def _causes(self) -> Sequence[tuple[int, Change | None]]:
        return [self._cause(*self.causes.of_shift(one)) for one in self.shifts]

    def _cause(self, close: int, act: Change | None) -> tuple[int, Change | None]:
        # What is only noted beside more that was done explains nothing of what is elsewhere.
        if act and close <= BESIDE and self._notes(act) and not all(map(self._notes, self.acts)):
            return 0, None
        return close, act

    def _notes(self, act: Change) -> bool:
        return act.notes and act.subject not in self.cut_off

    def _is_unread(self, at: int) -> bool:
        # Of what follows from a file that cannot be read nothing is true but that it is so.
        shift = self.shifts[at]
        own = not shift.is_gap and shift.finding.span.path in self.pair.unread[1]
        return self._deed(at) is Deed.BREAKS and not own

    def _problem(self, at: int) -> tuple[str, Tone]:
        shift = self.shifts[at]
        if shift.new is not None:
            # A decision that fits nothing any more is no news for personas.
            # Content is lost, though, with a list of it that cannot be read.
            config = self.pair.judged[1].bench.settings.config
            decided = shift.finding.span.path.startswith(f"{config}/")
            decided &= shift.finding.code != Code.UNREAD_INVENTORY
            return marked("New problem"), Tone.NEUTRAL if decided else Tone.WORSE
        path = self.pair.matches.paths.get(shift.finding.span.path, shift.finding.span.path)
        taken = self._deed(at) is Deed.TAKES or path in self._unread_lists
        if taken or self._is_gone(shift.finding) or path not in self.pair.judged[1].reading.files:
            return NO_LONGER_COUNTED, Tone.NEUTRAL
        return marked("Problem solved"), Tone.BETTER

    @cached_property
    def _unread_lists(self) -> set[str]:
        new = (one.new for one in self.shifts if one.new)
        return {one.span.path for one in new if one.code == Code.UNREAD_INVENTORY}

    def _closed(self, at: int) -> tuple[str, Tone]:
        shift, deed = self.shifts[at], self._deed(at)
        if (
            self._is_gone(shift.finding)
            or self._is_shared_out(shift)
            or deed in {Deed.TAKES, Deed.DECIDES, Deed.ASKS}
        ):
            return NO_LONGER_COUNTED, Tone.NEUTRAL
        if deed in _UNWRITTEN:
            return _UNWRITTEN[deed], Tone.NEUTRAL
        label = marked("Gap closed")
        if shift.stands is Standing.FILLING:
            label = marked("Gap being filled")
        if self._gives_way(at):
            return marked("Another gap takes its place"), Tone.NEUTRAL
        if deed is Deed.MOVES:
            return NO_LONGER_COUNTED, Tone.NEUTRAL
        return label, Tone.BETTER

    def _opened(self, at: int) -> tuple[str, Tone]:
        shift, deed = self.shifts[at], self._deed(at)
        if not self._was_there(shift.finding):
            is_of_whole = shift.finding.fingerprint in self._shared_out
            is_moved = is_of_whole or another_part_has(
                shift.finding, self.pair.matches, self.pair.after
            )
            return (_WITH_THE_MOVE if is_moved else TO_BEGIN_WITH), Tone.NEUTRAL
        if deed in {Deed.DECIDES, Deed.ASKS}:
            return NOW_COUNTED, Tone.NEUTRAL
        if deed in {Deed.GIVES, *_UNWRITTEN} or self._was_unread(shift.finding):
            return COMES_TO_LIGHT, Tone.NEUTRAL
        label = NEW_GAP
        if shift.was is Standing.FILLING:
            label = marked("Gap no longer being filled")
        if deed is Deed.MOVES and not self._is_merged(at):
            return _WITH_THE_MOVE, Tone.NEUTRAL
        # What is taken away uncovers nothing: what is missing then is missing because of it.
        if deed is not Deed.TAKES and self._gives_way(at):
            return COMES_TO_LIGHT, Tone.NEUTRAL
        return label, Tone.WORSE

    def _deed(self, at: int) -> Deed:
        act = self._causes[at][1]
        return self._deed_of(act) if act else self._likely

    def _deed_of(self, act: Change) -> Deed:
        # Whoever names something otherwise in its own file alone takes it away everywhere else.
        if act.subject in self.cut_off and act.deed in {Deed.MOVES, Deed.CHANGES}:
            return Deed.TAKES
        return act.deed

    def _is_merged(self, at: int) -> bool:
        # Of what was merged well into another, nothing is missing that was there before.
        act = self._causes[at][1]
        return act is not None and act.parted in self.pair.matches.partings.merged

    @cached_property
    def _likely(self) -> Deed:
        # What no single act explains follows from several: the worst of them is believed.
        deeds = {self._deed_of(act) for act in self.acts if not self._notes(act)}
        order = (Deed.BREAKS, Deed.TAKES, Deed.CHANGES, Deed.MOVES, Deed.ASKS, Deed.GIVES)
        return next((deed for deed in order if deed in deeds), Deed.CHANGES)

    def _gives_way(self, at: int) -> bool:
        # A rule is silent where a heavier gap says it all: as long as there is nothing for a
        # persona in a phase, nobody asks in which language it is.
        shift, (close, act) = self.shifts[at], self._causes[at]
        # Whoever gives something closes what it is about, whatever else is missing there.
        gives = shift.closes and act is not None and act.deed is Deed.GIVES
        return any(
            other.is_gap
            and other.closes is not shift.closes
            and other.finding.severity >= shift.finding.severity
            and other.finding.code != shift.finding.code
            and (_is_same(other, shift) or (not gives and _is_there(other, shift)))
            and (close < SAME or self._causes[there][1] is act)
            for there, other in enumerate(self.shifts)
        )

    def _is_gone(self, finding: Finding) -> bool:
        path = self.pair.matches.paths.get(finding.span.path, finding.span.path)
        return path in self.pair.unread[1] or not self._kept[0].holds(finding)

    def _is_shared_out(self, shift: Shift) -> bool:
        return shift.new is None and shift.finding.fingerprint in self._shared_out

    @cached_property
    def _shared_out(self) -> frozenset[str]:
        before, after = (one.site.findings for one in self.pair.judged)
        return shared_out(before, after, self.pair.matches)

    def _was_there(self, finding: Finding) -> bool:
        return self._kept[1].holds(finding)

    def _was_unread(self, finding: Finding) -> bool:
        earlier = {new: old for old, new in self.pair.matches.paths.items()}
        path = finding.span.path
        return earlier.get(path, path) in self.pair.unread[0]

    @cached_property
    def _kept(self) -> tuple[Kept, Kept]:
        return kept_of(self.pair.matches)

    def _change(self, shift: Shift, label: str, tone: Tone) -> Change:
        finding = shift.finding
        weight = _WEIGHTS.get(finding.severity, _HEAVIEST) - (6 if shift.closes else 0)
        return Change(
            thing=Thing.GAP if shift.is_gap else Thing.PROBLEM,
            what=What.REMOVED if shift.closes else What.ADDED,
            label=label,
            text=" ".join(finding.message.split()),
            subject=finding.subject,
            weight=weight,
            span=finding.span,
            tone=tone,
            aspect="state",
            place=self._place(finding, 1 if shift.new else 0),
            personas=finding.personas or tuple(filter(None, [finding.persona])),
            findings=(finding,),
        )

    def _place(self, finding: Finding, state: int) -> Place:
        if finding.journey:
            return Place(journey=finding.journey, phase=finding.phase)
        book = self.pair.judged[state].handbook
        journeys = book.journeys_of(finding.persona or "")
        return Place(journey=journeys[0].id if len(journeys) == 1 else None, phase=finding.phase)


_GIVE_NOTHING = frozenset({Deed.TAKES, Deed.BREAKS, Deed.DECIDES, Deed.COPIES})
_UNWRITTEN = {
    Deed.COPIES: marked("Counts because of a copy"),
    Deed.RELABELS: marked("Counts because it is called otherwise now"),
}
"""What closes a gap although nobody wrote anything."""


def _is_same(one: Shift, other: Shift) -> bool:
    return one.finding.subject is not None and one.finding.subject == other.finding.subject


def _is_there(one: Shift, other: Shift) -> bool:
    people = set(one.finding.personas) & set(other.finding.personas)
    return bool(people and set(one.finding.phases) & set(other.finding.phases))
