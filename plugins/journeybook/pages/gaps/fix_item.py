"""A fix as a report shows it: what to do, for whom, what it is worth, and the gaps it closes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from journeybook.counts.assets import is_stale
from journeybook.findings import Span
from journeybook.fixes.fix import Fix
from journeybook.fixes.offers import Offer
from journeybook.gaps.ledger import Entry
from journeybook.handbook.statements import ANSWERED_IN, Statement
from journeybook.pages.gaps.fix_words import KINDS, people, phases_of, title_of
from journeybook.pages.gaps.item import GapItem, make_item
from journeybook.pages.gaps.words import points_words, why_words
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.pages.parts.words.states import EFFORTS
from journeybook.rules.engine.rule import FixKind
from journeybook.sources.edits.waiver_text import flow


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """Content that is offered: where it is, why, the line to add and where, and what writes it."""

    asset: Link
    words: str
    line: str
    place: Link
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
        lead=_under(title, gaps[0], (folded or fix.entries)[0], site),
        gaps=gaps,
    )


def _under(title: str, lead: GapItem, entry: Entry, site: Site) -> GapItem:
    reason = why_words(entry, site, title)
    return lead if reason == lead.reason else replace(lead, reason=reason)


def _way(fix: Fix, lead: GapItem, site: Site) -> Link | None:
    # What is there already is edited where it stands, whatever its first gap would ask for alone.
    asset = site.handbook.assets.get(fix.about.id) if fix.about and not fix.offers else None
    href = site.source(asset.span) if asset and fix.kind is FixKind.UPDATE else None
    if href:
        return Link(text=site.wording.text("Edit the asset"), href=href)
    return None if fix.offers else lead.first_way


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
        place=_place(entry.finding.span, here.site),
        command=f"journeybook link {entry.finding.fingerprint} {asset.id}",
    )


def _place(span: Span, site: Site) -> Link:
    # Without an address for editing the line in the file is named.
    href = site.source(span)
    words = site.wording.text("Edit the step") if href else f"{span.path}:{span.line}"
    return Link(text=words, href=href)
