"""The gaps of a report in their order: to close, being filled, and accepted for now."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from journeybook.fixes.fix import Fix
from journeybook.gaps.ledger import Entry, due_first
from journeybook.gaps.state import GapState
from journeybook.grouping import grouped
from journeybook.pages.gaps.fix_item import FixItem, make_fix
from journeybook.pages.gaps.fix_words import loud_fixes
from journeybook.pages.gaps.item import GapItem, make_item
from journeybook.pages.gaps.line import GapLine, is_late, make_line, state_of_filling
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.wording import marked


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietKind:
    """Gaps of little weight and of one kind; why they matter is told once."""

    title: str
    why: str
    items: tuple[GapLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """Gaps of little weight, folded under one line that says how many of what they are."""

    summary: str
    detail: str
    kinds: tuple[QuietKind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GapGroup:
    """Fixes under one heading: those that count, ranked, and the gaps of the quiet ones."""

    title: str
    anchor: str
    items: tuple[FixItem, ...]
    quiet: Quiet | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """An asset on its way with the gaps it will close."""

    asset: Link
    words: str
    is_late: bool
    closes: str
    items: tuple[GapLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GapList:
    """All gaps of a report."""

    groups: tuple[GapGroup, ...]
    filling: tuple[Coming, ...]
    waived: tuple[GapItem, ...]


def list_of_fixes(entries: Sequence[Entry], fixes: Sequence[Fix], here: Here) -> GapList:
    """Group what is to be done: the work of writers first; the rank runs over both."""
    loud = loud_fixes(fixes)
    shown = [make_fix(fix, here, at, folded=fix.entries) for at, fix in enumerate(loud, start=1)]
    groups = []
    for writing, anchor, title in _GROUPS:
        items = [
            one for fix, one in zip(loud, shown, strict=True) if fix.kind.is_writing is writing
        ]
        quiet = [
            entry
            for fix in fixes
            if fix.is_quiet and fix.kind.is_writing is writing
            for entry in fix.entries
        ]
        groups.append(_group(title, anchor, _said_once(items), quiet, here))
    return GapList(
        groups=tuple(group for group in groups if group.items or group.quiet),
        filling=coming_items(entries, here),
        waived=tuple(make_item(one, here) for one in entries if one.state is GapState.WAIVED),
    )


_GROUPS = (
    (True, "to-write", marked("To write, link and update")),
    (False, "to-decide", marked("To decide and to change")),
)


def coming_items(entries: Sequence[Entry], here: Here) -> tuple[Coming, ...]:
    """Gather what is being filled by the asset that will do it, the first due first."""
    filling = due_first(one for one in entries if one.state is GapState.FILLING)
    by_asset = grouped((one.finding.being_filled, one) for one in filling)
    return tuple(_coming(found, here) for found in by_asset.values())


def _coming(entries: Sequence[Entry], here: Here) -> Coming:
    filling = entries[0].finding.being_filled
    asset = here.site.handbook.assets.get(filling.asset) if filling else None
    return Coming(
        asset=here.asset(asset) if asset else Link(text=filling.title if filling else ""),
        words=state_of_filling(entries[0], here.site),
        is_late=is_late(entries[0].finding, here.site),
        closes=here.site.wording.count("closes {n} gap", "closes {n} gaps", len(entries)),
        items=tuple(make_line(one, here) for one in entries),
    )


def _group(
    title: str, anchor: str, items: tuple[FixItem, ...], quiet: Sequence[Entry], here: Here
) -> GapGroup:
    return GapGroup(
        title=here.site.wording.text(title), anchor=anchor, items=items, quiet=_quiet(quiet, here)
    )


def _said_once(items: Sequence[FixItem]) -> tuple[FixItem, ...]:
    # Gaps of one step have the same at stake; under one heading it is said once.
    said: set[str] = set()
    shown = []
    for item in items:
        is_said = item.is_single and item.lead.stake in said
        lead = replace(item.lead, stake="") if is_said else item.lead
        shown.append(replace(item, lead=lead, gaps=(lead, *item.gaps[1:])))
        said.add(item.lead.stake)
    return tuple(shown)


def _quiet(entries: Sequence[Entry], here: Here) -> Quiet | None:
    if not entries:
        return None
    site = here.site
    kinds = tuple(_quiet_kind(code, entries, here) for code in _codes(entries))
    return Quiet(
        summary=site.wording.count("{n} of low severity", "{n} of low severity", len(entries)),
        detail=" · ".join(f"{kind.title} {len(kind.items)}" for kind in kinds),
        kinds=kinds,
    )


def _quiet_kind(code: str, entries: Sequence[Entry], here: Here) -> QuietKind:
    say, rule = here.site.wording.text, here.site.rules[code].explanation
    found = (one for one in entries if one.finding.code == code)
    return QuietKind(
        title=say(rule.title), why=say(rule.why), items=tuple(make_line(one, here) for one in found)
    )


def _codes(entries: Sequence[Entry]) -> tuple[str, ...]:
    # Few of a kind first, so that the many assumptions do not hide them.
    counts = Counter(one.finding.code for one in entries)
    return tuple(sorted(counts, key=lambda code: (counts[code], code)))
