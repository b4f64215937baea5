"""What if: how the handbook would stand after some fixes, or once all that is planned is out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from journeybook.counts.definitions import Counted
from journeybook.counts.within import Within
from journeybook.fixes.fix import Fix
from journeybook.gaps.ledger import Entry
from journeybook.gaps.passage import gaps_before
from journeybook.gaps.state import GapState
from journeybook.handbook.index.coverage import AnswerState
from journeybook.handbook.index.walk import Walk
from journeybook.handbook.journeys import Question
from journeybook.pages.briefs.brief import can_be_briefed
from journeybook.pages.gaps.fix_item import loud_fixes
from journeybook.pages.parts.links import Here, Link
from journeybook.pages.parts.site import Site
from journeybook.rules.engine.rule import FixKind

_STEPS = (3, 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A state that may come, with what it makes of each figure; today's stands first."""

    title: str
    questions: str
    gaps: str
    through: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """A persona, and in each phase the open gaps of today and those that are left."""

    persona: Link
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """The page: the states side by side, and the matrix after the furthest step."""

    uri: str
    title: str
    lead: str
    scenarios: tuple[Scenario, ...]
    matrix_title: str
    columns: tuple[Link, ...]
    rows: tuple[PlaceRow, ...]


def what_if(site: Site) -> WhatIf:
    """Lay out what the first fixes and all that is planned would change."""
    say, here = site.wording.text, Here(site=site, uri=site.addresses.what_if)
    fixes = loud_fixes(site.fixes.all)
    coming = frozenset(_names(one for one in site.ledger.entries if one.state is GapState.FILLING))
    taken = [(at, _closed(fixes[:at], site)) for at in _STEPS if at <= len(fixes)]
    quick = _closed([fix for fix in fixes if fix.is_quick_win], site)
    scenarios = (
        _scenario(say("Today"), frozenset(), site),
        *(_scenario(say("After the first {n} fixes", n=at), closed, site) for at, closed in taken),
        _scenario(say("After all quick wins"), quick, site),
        _scenario(say("Once all that is planned is published"), coming, site),
    )
    most, closed = taken[-1] if taken else (0, frozenset[str]())
    return WhatIf(
        uri=here.uri,
        title=say("What if"),
        lead=say(
            "What would change if the first fixes were done, or all that is planned came out. "
            "Counted is only what the fixes close by themselves; the command journeybook plan "
            "tries them, and tells all that follows."
        ),
        scenarios=scenarios,
        matrix_title=say("Open gaps, today and after the first {n} fixes", n=most),
        columns=tuple(
            here.page(site.addresses.gaps_of(one.id), one.title)
            for one in site.handbook.phases.values()
        ),
        rows=tuple(_rows(closed, here)),
    )


def _closed(fixes: Sequence[Fix], site: Site) -> frozenset[str]:
    done = (entry for fix in fixes for entry in fix.entries if _is_foreseen(entry, fix, site))
    return frozenset(_names(done))


def _is_foreseen(entry: Entry, fix: Fix, site: Site) -> bool:
    # What comes of a decision, or of a change of the process, nobody can tell beforehand.
    if not fix.kind.is_writing:
        return False
    is_there = fix.kind is FixKind.UPDATE or entry.bearing.asset is not None
    return is_there or bool(site.fixes.offers_for(entry)) or can_be_briefed(entry, site)


def _names(entries: Iterable[Entry]) -> Iterator[str]:
    return (entry.finding.fingerprint for entry in entries)


def _scenario(title: str, closed: frozenset[str], site: Site) -> Scenario:
    wording, number = site.wording, site.wording.number
    every = site.counts.of(Counted.QUESTIONS)
    answered = site.counts.of(Counted.ANSWERED) + len(_answered(closed, site))
    left = [one for one in site.ledger.entries if one.finding.fingerprint not in closed]
    walks = site.walks.values()
    through = sum(not _stops(walk, closed, site) for walk in walks)
    return Scenario(
        title=title,
        questions=wording.text("{part} of {n}", part=number(answered), n=number(every)),
        gaps=number(sum(one.state is GapState.OPEN for one in left)),
        through=wording.text("{part} of {n}", part=number(through), n=number(len(walks))),
    )


def _answered(closed: frozenset[str], site: Site) -> frozenset[str]:
    # A question is answered once nothing that counts is missing of it for anybody.
    coverage = site.handbook.coverage
    touched: set[str] = set()
    still: set[str] = set()
    for entry in site.ledger.entries:
        statement = entry.bearing.statement
        if isinstance(statement, Question) and not entry.is_quiet:
            if coverage.state_of(statement) is AnswerState.ANSWERED:
                continue
            gone = entry.finding.fingerprint in closed
            (touched if gone else still).add(statement.id)
    return frozenset(touched - still)


def _stops(walk: Walk, closed: frozenset[str], site: Site) -> bool:
    for stage in walk.stages[walk.length :]:
        before = gaps_before(stage, walk, site.ledger)
        if not closed.intersection(_names(before)):
            return True
    return False


def _rows(closed: frozenset[str], here: Here) -> Iterator[PlaceRow]:
    site = here.site
    for persona in site.handbook.personas.values():
        cells = []
        for phase in site.handbook.phases:
            entries = site.counts.gaps(Within(persona=persona.id, phase=phase))
            waiting = [one for one in entries if one.state is GapState.OPEN]
            left = sum(one.finding.fingerprint not in closed for one in waiting)
            both = f"{site.wording.number(len(waiting))} → {site.wording.number(left)}"
            cells.append(both if left != len(waiting) else site.wording.number(left))
        head = here.page(site.addresses.gaps_of_persona(persona.id), persona.title)
        yield PlaceRow(persona=head, cells=tuple(cells))
