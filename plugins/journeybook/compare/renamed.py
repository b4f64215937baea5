"""What a team decides in one state, by the names that things have in the other one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from journeybook.compare.consequences.gaps import paired
from journeybook.compare.pairing.matching import Matches
from journeybook.handbook.ids import is_named
from journeybook.pipeline import Bench, Judged
from journeybook.rules.engine.scope import Where
from journeybook.rules.engine.settings import RuleSettings
from journeybook.schema import Kind
from journeybook.schema.settings.configuration import WaiverEntry

_PLACES = (Kind.PERSONA, Kind.JOURNEY, Kind.PHASE, Kind.CHANNEL)


@dataclass(frozen=True, kw_only=True)
class Renamed:
    """Two states of a handbook and what is the same in both, however it is called.

    A rule that is set for a persona, or a gap of theirs that is accepted, is no other decision
    because they are called otherwise; nor is a state judged by it under a name it does not know.
    """

    before: Judged
    after: Judged
    matches: Matches = field(repr=False)

    def by_later(self) -> Bench:
        """Give what was decided later, as the earlier state names it."""
        ids = {kind: {new: old for old, new in own.items()} for kind, own in self._ids.items()}
        subjects = {new: old for old, new in self._subjects.items()}
        fingerprints = {new: old for old, new in self._fingerprints.items()}
        return _named(self.after, _Names(ids, subjects, fingerprints))

    def by_earlier(self) -> Bench:
        """Give what was decided before, as the later state names it."""
        return _named(self.before, _Names(self._ids, self._subjects, self._fingerprints))

    @property
    def _ids(self) -> Mapping[Kind, Mapping[str, str]]:
        return self.matches.ids

    @cached_property
    def _subjects(self) -> Mapping[str, str]:
        statements = {old.id: new.id for old, new in self.matches.statements.items()}
        return {
            **statements,
            **{old: new for own in self._ids.values() for old, new in own.items()},
        }

    @cached_property
    def _fingerprints(self) -> Mapping[str, str]:
        both = paired(self.before.site.findings, self.after.site.findings, self.matches)
        return {one.old.fingerprint: one.new.fingerprint for one in both if one.old and one.new}


@dataclass(frozen=True, slots=True)
class _Names:
    ids: Mapping[Kind, Mapping[str, str]]
    subjects: Mapping[str, str]
    fingerprints: Mapping[str, str]

    def of(self, kind: Kind, names: Iterable[str]) -> tuple[str, ...]:
        known = self.ids[kind]
        return tuple(known.get(name, name) for name in names)

    def rule(self, rule: RuleSettings) -> RuleSettings:
        elsewhere = (replace(one, where=self._where(one.where)) for one in rule.elsewhere)
        return replace(rule, elsewhere=tuple(elsewhere))

    def _where(self, where: Where) -> Where:
        named = {kind.value: self.of(kind, getattr(where, kind.value)) for kind in _PLACES}
        return where.model_copy(update=named)

    def entry(self, entry: WaiverEntry) -> WaiverEntry:
        named: dict[str, str | None] = {
            kind.value: self.ids[kind].get(name, name)
            for kind in _PLACES
            if (name := getattr(entry, kind.value, None))
        }
        if entry.subject:
            named["subject"] = self._subject(entry.subject)
        if entry.fingerprint:
            named["fingerprint"] = self.fingerprints.get(entry.fingerprint, entry.fingerprint)
        return entry.model_copy(update=named)

    def _subject(self, subject: str) -> str:
        # By the end of an id only where that end is another one in the other state.
        other = {new for old, new in self.subjects.items() if is_named(old, subject)}
        kept = any(is_named(name, subject) for name in other)
        return other.pop() if len(other) == 1 and not kept else subject


def _named(judged: Judged, names: _Names) -> Bench:
    # The names of places are found by now, however they are written.
    bench, found = judged.bench, judged.site.judging.settings
    rules = {code: names.rule(rule) for code, rule in found.rules.items()}
    waivers = tuple(replace(one, entry=names.entry(one.entry)) for one in bench.decisions.waivers)
    return replace(
        bench,
        team=replace(bench.team, settings=replace(bench.team.settings, rules=rules)),
        decisions=replace(bench.decisions, waivers=waivers),
    )
