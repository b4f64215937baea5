"""A fix as a report shows it: what to do, for whom, what it is worth, and the gaps it closes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from journeybook.codes import Code
from journeybook.counts.assets import is_stale
from journeybook.fixes.fix import Fix
from journeybook.fixes.offers import Offer
from journeybook.gaps.ledger import Entry
from journeybook.handbook.statements import ANSWERED_IN, Statement
from journeybook.pages.gaps.item import GapItem, make_item
from journeybook.pages.gaps.line import how_many
from journeybook.pages.gaps.words import points_words, why_words
from journeybook.pages.parts.links import Here, Link
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.states import EFFORTS
from journeybook.rules.engine.rule import FixKind
from journeybook.sources.waiver_text import flow
from journeybook.wording import marked

_MOST_NAMED = 7

KINDS: Mapping[FixKind, str] = {
    FixKind.CONTENT: marked("write"),
    FixKind.LINK: marked("link"),
    FixKind.UPDATE: marked("update"),
    FixKind.DECISION: marked("decide"),
    FixKind.PROCESS: marked("change"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """Content that is offered: where it is, why, the line to add, and what writes it there."""

    asset: Link
    words: str
    line: str
    command: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FixItem:
    """A fix, ready to be shown; `lead` is the first of its gaps, or the only one."""

    anchor: str
    number: str
    kind: str
    kind_word: str
    title: str
    personas: str
    phases: str
    value: str
    effort: str
    is_quick: bool
    owner: str
    due: str
    closes: str
    is_single: bool
    offered: tuple[Offered, ...]
    way: Link | None
    lead: GapItem
    gaps: tuple[GapItem, ...]


def make_fix(fix: Fix, here: Here, number: int, folded: Sequence[Entry]) -> FixItem:
    """Show a fix on a page with the gaps that stand `folded` inside; `number` is its rank there."""
    site, say = here.site, here.site.wording.text
    gaps = tuple(make_item(entry, here) for entry in folded or fix.entries[:1])
    title = title_of(fix, site)
    due = say("due {day}", day=site.wording.day(fix.due)) if fix.due else ""
    return FixItem(
        anchor=f"fix-{fix.fingerprint}",
        number=site.wording.number(number),
        kind=fix.kind.value,
        kind_word=say(KINDS[fix.kind]),
        title=title,
        personas=people(fix, site),
        phases=gaps[0].phases if len(fix.phases) == 1 else site.wording.both(phases_of(fix, site)),
        value=points_words(fix.value, site),
        effort=say("effort {effort}", effort=say(EFFORTS[fix.effort])),
        is_quick=fix.is_quick_win,
        owner=say("owner: {owner}", owner=fix.owner) if fix.owner else say("no owner"),
        due=due,
        closes=site.wording.count("closes {n} gap", "closes {n} gaps", len(fix.entries)),
        is_single=len(fix.entries) == 1,
        offered=_all_offered(fix, here),
        way=_way(fix, gaps[0], site),
        lead=replace(gaps[0], reason=why_words((folded or fix.entries)[0], site, title)),
        gaps=gaps,
    )


def _way(fix: Fix, lead: GapItem, site: Site) -> Link | None:
    # What is there already is edited where it stands, whatever its first gap would ask for alone.
    asset = site.handbook.assets.get(fix.about.id) if fix.about and not fix.offers else None
    href = site.source(asset.span) if asset and fix.kind is FixKind.UPDATE else None
    if href:
        return Link(text=site.wording.text("Edit the asset"), href=href)
    return None if fix.offers else lead.first_way


def loud_fixes(fixes: Sequence[Fix]) -> tuple[Fix, ...]:
    """Give the fixes that count in the order to do them: the work of writers, then all other."""
    loud = [fix for fix in fixes if not fix.is_quiet]
    return tuple(sorted(loud, key=lambda fix: not fix.kind.is_writing))


def people(fix: Fix, site: Site) -> str:
    """Name everybody a fix is for, or count them where they are many."""
    return _named(fix.personas, site)


def _named(personas: Sequence[str], site: Site) -> str:
    if len(personas) > _MOST_NAMED:
        return how_many(personas, site)
    return site.wording.both(site.handbook.personas[one].title for one in personas)


def phases_of(fix: Fix, site: Site) -> tuple[str, ...]:
    """Name the phases of a fix."""
    return tuple(site.handbook.phases[one].title for one in fix.phases)


def title_of(fix: Fix, site: Site) -> str:
    """Say what is to be done in one line: the gap itself where it is only one."""
    asset = site.handbook.assets.get(fix.about.id) if fix.about else None
    finding = fix.entries[0].finding
    if fix.offers and asset:
        return site.wording.text("Link “{asset}” to what it probably answers", asset=asset.title)
    # Where there is nothing at all, the gap itself would not say what to do.
    if len(fix.entries) == 1 and finding.code != Code.PHASE_WITHOUT_CONTENT:
        return finding.message
    if asset and fix.kind in _OF_CONTENT:
        decided = _DECIDED.get(asset.decision or "") if fix.kind is FixKind.UPDATE else None
        return site.wording.text(decided or _OF_CONTENT[fix.kind], asset=asset.title)
    if finding.code in _OF_CODES:
        return _OF_CODES[Code(finding.code)](fix, site)
    if fix.kind is FixKind.CONTENT and fix.entries[0].bearing.statement is None:
        return _in_place(fix, site, marked("Write for {personas} in {phases}"))
    return finding.message


_OF_CONTENT = {
    FixKind.UPDATE: marked("Bring “{asset}” up to date"),
    FixKind.LINK: marked("Find a place for “{asset}”"),
    FixKind.CONTENT: marked("Finish “{asset}”"),
}

_DECIDED = {
    "merge": marked("Merge “{asset}” with other content"),
    "remove": marked("Remove “{asset}”"),
}
"""What is done with content that was decided to go, whatever else is wrong with it."""


def _in_place(fix: Fix, site: Site, words: str) -> str:
    personas, phases = people(fix, site), site.wording.both(phases_of(fix, site))
    if not (personas and phases):
        return fix.entries[0].finding.message
    return site.wording.text(words, personas=personas, phases=phases)


def _asking(fix: Fix, site: Site) -> str:
    return _in_place(fix, site, marked("Ask {personas} about {phases}"))


def _owners(fix: Fix, site: Site) -> str:
    number = len(fix.entries)
    return site.wording.count("Name an owner for {n} file", "Name an owner for {n} files", number)


_OF_CODES: Mapping[Code, Callable[[Fix, Site], str]] = {
    Code.ASSUMPTION: _asking,
    Code.NOT_ASKED_YET: _asking,
    Code.OLD_ASSUMPTION: _asking,
    Code.MISSING_OWNER: _owners,
}


def _all_offered(fix: Fix, here: Here) -> tuple[Offered, ...]:
    # For one statement all that is offered; for several what they share, statement by statement.
    if len(fix.entries) == 1:
        return tuple(_offered(fix.entries[0], offer, here) for offer in fix.offers)
    found = ((entry, here.site.fixes.offers_for(entry)) for entry in fix.entries)
    return tuple(_offered(entry, offers[0], here) for entry, offers in found if offers)


def _offered(entry: Entry, offer: Offer, here: Here) -> Offered:
    asset, statement = here.site.handbook.assets[offer.asset], entry.bearing.statement
    text, key = "", ""
    if isinstance(statement, Statement):
        text, key = statement.text, ANSWERED_IN[statement.lane]
    words = here.site.wording.text(
        "{status}; it speaks of {words}, as in “{text}”",
        status=asset.status_label,
        words=here.site.wording.both(offer.words),
        text=text,
    )
    stale = here.site.wording.text("it must be brought up to date too")
    return Offered(
        asset=here.asset(asset),
        words=f"{words}; {stale}" if is_stale(asset, here.site.handbook) else words,
        line=f"{key}: {flow((asset.id,))}",
        command=f"journeybook link {entry.finding.fingerprint} {asset.id}",
    )


def promise(fixes: Sequence[Fix], site: Site) -> str:
    """Say in one line what would change if these were done; nothing where there is nothing."""
    if not fixes:
        return ""
    count, say = site.wording.count, site.wording.text
    questions = len({one for fix in fixes for one in fix.questions})
    gaps = len({entry.finding.fingerprint for fix in fixes for entry in fix.entries})
    personas = tuple(dict.fromkeys(one for fix in fixes for one in fix.personas))
    phases = [one for one in site.handbook.phases if any(one in fix.phases for fix in fixes)]
    parts = [
        count("answers {n} question", "answers {n} questions", questions) if questions else "",
        count("closes {n} gap", "closes {n} gaps", gaps),
        say(
            "serves {personas} in {phases}",
            personas=_named(personas, site),
            phases=site.wording.both(site.handbook.phases[one].title for one in phases),
        )
        if personas and phases
        else "",
    ]
    told = site.wording.both(part for part in parts if part)
    return count("Doing the first {parts}.", "Doing the first {n} {parts}.", len(fixes), parts=told)
