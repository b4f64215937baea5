"""The work list that `journeybook check` prints: what is wrong, then what to do first."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.codes import Code, Family, Severity
from journeybook.counts.counted import Counted
from journeybook.counts.definitions import words_of
from journeybook.counts.gap_counts import gap_words
from journeybook.counts.within import Within
from journeybook.findings import Finding
from journeybook.fixes.fix import Fix
from journeybook.grouping import a_few
from journeybook.handbook.book import Handbook
from journeybook.handbook.ids import folded, last_part
from journeybook.handbook.linking.directory import Directory
from journeybook.handbook.statements import Entity
from journeybook.pages.gaps.fix_words import KINDS, title_of
from journeybook.pages.gaps.words import points_words
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.words.states import EFFORTS
from journeybook.pipeline import Judged
from journeybook.sources.likeness import close_to
from journeybook.wording import Wording

_SHOWN = 6
_LISTED = 20
FIRST = 10
"""How many gaps are told at first."""
_ASSUMED = frozenset((Code.ASSUMPTION, Code.OLD_ASSUMPTION))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked for; what is empty is not asked for."""

    persona: str | None = None
    phase: str | None = None
    owner: str | None = None
    severity: str | None = None
    code: str | None = None

    def of(self, findings: Iterable[Finding], judged: Judged) -> tuple[Finding, ...]:
        """Give the findings that fit all that is asked for.

        Raises:
            CannotRunError: when the handbook has no such persona, phase, owner or code.
        """
        tests = tuple(self._tests(judged))
        return tuple(one for one in findings if all(test(one) for test in tests))

    def _tests(self, judged: Judged) -> Iterator[Callable[[Finding], bool]]:
        book = judged.handbook
        if self.persona:
            persona = named(self.persona, book.personas, book)
            yield _concerning(Within(persona=persona), judged)
        if self.phase:
            phase = named(self.phase, book.phases, book)
            yield _concerning(Within(phase=phase), judged)
        if self.owner:
            owner = _one_of(self.owner, sorted(judged.site.ledger.owners))
            yield lambda one: one.owner == owner
        if self.severity:
            severity = Severity[self.severity.upper()]
            yield lambda one: one.severity >= severity
        if self.code:
            code = _one_of(self.code, sorted(judged.site.rules))
            yield lambda one: one.code == code


def _concerning(within: Within, judged: Judged) -> Callable[[Finding], bool]:
    # A gap concerns whom and when its pages say; a problem only what it is found on.
    gaps = {one.finding.fingerprint for one in judged.site.counts.gaps(within)}
    names = set(dict(within.named).values())
    return lambda one: (
        one.fingerprint in gaps
        if one.family is Family.GAP
        else bool(names & {one.persona, one.phase, *one.personas, *one.phases})
    )


def work_list(
    findings: Sequence[Finding], judged: Judged, *, every: bool, filtered: bool
) -> Iterator[str]:
    """Give the lines: every problem, the fixes to do first, and how many there are of each.

    How much was asked at all stands there too, so that few gaps are not taken for work well done.
    """
    say = judged.site.wording
    problems = [one for one in findings if one.family is Family.PROBLEM]
    gaps = [one for one in findings if one.family is Family.GAP]
    yield from map(str, problems)
    if every:
        yield from (_line(one, say) for one in gaps)
    else:
        yield from _first(gaps, judged)
    asking = judged.handbook.asked.among()
    yield words_of(Counted.ASKED, asking.part, asking.whole, say)
    yield ", ".join((say.count("{n} problem", "{n} problems", len(problems)), gap_words(gaps, say)))
    if filtered:
        yield say.text("only what was asked for is told and counted here")


def _first(gaps: Sequence[Finding], judged: Judged) -> Iterator[str]:
    site, say = judged.site, judged.site.wording
    told = {one.fingerprint for one in gaps}
    asked = (
        one
        for one in site.ledger.entries
        if one.finding.fingerprint in told and one.finding.code not in _ASSUMED
    )
    # In the order of their value, whoever does them; what weighs little stands last.
    first = sorted(site.fixes.among(asked), key=lambda fix: fix.is_quiet)[:FIRST]
    if first:
        yield say.text("What to do first:")
        for at, fix in enumerate(first, start=1):
            yield from _fix_lines(at, fix, site)
        yield ""
    assumptions = sum(one.code in _ASSUMED for one in gaps)
    if assumptions:
        yield say.count("{n} gap about an assumption", "{n} gaps about assumptions", assumptions)
    rest = len(gaps) - sum(len(fix.entries[:_SHOWN]) for fix in first) - assumptions
    if rest > 0:
        yield say.count("{n} more gap: --all tells it", "{n} more gaps: --all tells them", rest)


def _fix_lines(at: int, fix: Fix, site: Site) -> Iterator[str]:
    # Who runs an eye down the numbers reads what to do, also where the only gap says it again.
    yield f"{at}. {title_of(fix, site)} ({', '.join(fix_facts(fix, site))})"
    yield from (f"   {_line(entry.finding, site.wording)}" for entry in fix.entries[:_SHOWN])
    if more := site.wording.and_more(len(fix.entries) - _SHOWN):
        yield f"   {more}"


def fix_facts(fix: Fix, site: Site) -> tuple[str, ...]:
    """Say which work a fix is, what it is worth, and how many gaps it closes."""
    text, count = site.wording.text, site.wording.count
    return (
        text(KINDS[fix.kind]),
        text("effort {effort}", effort=text(EFFORTS[fix.effort])),
        points_words(fix.value, site),
        count("closes {n} gap", "closes {n} gaps", len(fix.entries)),
    )


def _line(gap: Finding, say: Wording) -> str:
    return f"{gap} {gap.fingerprint}{_state(gap, say)}"


def _state(gap: Finding, say: Wording) -> str:
    if gap.waived:
        return " " + say.text("(accepted: {reason})", reason=gap.waived.reason)
    if gap.being_filled:
        return " " + say.text("(being filled: {asset})", asset=gap.being_filled.asset)
    return ""


def named(name: str, known: Mapping[str, Entity], book: Handbook) -> str:
    """Find what somebody calls by its id, its title or another name.

    Raises:
        CannotRunError: when there is nothing of that name.
    """
    names = ((one.id, (one.title, *one.aliases)) for one in known.values())
    found = Directory(names, book.vocabulary.fold).find(name)
    return found[0] if found else _one_of(name, list(known))


def _one_of(name: str, known: Sequence[str]) -> str:
    found = next((one for one in known if folded(one) == folded(name)), None)
    if found is None:
        short = {folded(last_part(one)): one for one in known}
        if near := close_to(folded(name), short):
            raise CannotRunError(
                "there is no {name} here; did you mean {near}?", name=name, near=short[near]
            )
        raise CannotRunError(
            "there is no {name} here; known: {known}",
            name=name,
            known=", ".join(known) if len(known) <= _LISTED else a_few(known),
        )
    return found
