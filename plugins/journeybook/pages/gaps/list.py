"""The gaps of a report in their order: to close, being filled, and accepted for now."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from journeybook.gaps.ledger import Entry, due_first
from journeybook.gaps.state import GapState
from journeybook.handbook.addresses import NOBODY, SHARED
from journeybook.pages.gaps.item import GapItem, make_item
from journeybook.pages.gaps.line import GapLine, is_late, make_line, state_of_filling
from journeybook.pages.parts.links import Here, Link

# No ids of personas: an id comes from a file's name, which is never empty or a star.


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
    """Gaps under one heading: those that count, ranked, and the quiet ones."""

    title: str
    anchor: str
    items: tuple[GapItem, ...]
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


def list_by_persona(entries: Sequence[Entry], here: Here) -> GapList:
    """Group what is open by persona, what several share first; the rank runs over all groups."""
    cut: dict[str, list[Entry]] = {SHARED: [], **{one: [] for one in here.site.handbook.personas}}
    for entry in entries:
        if entry.state.waits:
            cut.setdefault(_group_of(entry), []).append(entry)
    loud = (one for one in entries if one.state is GapState.OPEN)
    numbers = {one.finding.fingerprint: at for at, one in enumerate(loud, start=1)}
    return GapList(
        groups=tuple(_group(key, found, numbers, here) for key, found in cut.items() if found),
        filling=coming_items(entries, here),
        waived=tuple(make_item(one, here) for one in entries if one.state is GapState.WAIVED),
    )


def coming_items(entries: Sequence[Entry], here: Here) -> tuple[Coming, ...]:
    """Gather what is being filled by the asset that will do it, the first due first."""
    by_asset: dict[str, list[Entry]] = {}
    for entry in due_first(one for one in entries if one.state is GapState.FILLING):
        filling = entry.finding.being_filled
        by_asset.setdefault(filling.asset if filling else "", []).append(entry)
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


def _group_of(entry: Entry) -> str:
    if len(entry.bearing.personas) > 1:
        return SHARED
    return next(iter(entry.bearing.personas), NOBODY)


def _group(key: str, entries: Sequence[Entry], numbers: Mapping[str, int], here: Here) -> GapGroup:
    say, personas = here.site.wording.text, here.site.handbook.personas
    titles = {SHARED: say("Several personas"), NOBODY: say("No persona")}
    return GapGroup(
        title=titles[key] if key in titles else personas[key].title,
        anchor=here.site.addresses.persona_anchor(key),
        items=_loud(entries, numbers, here, key),
        quiet=_quiet([one for one in entries if one.is_quiet], here, key),
    )


def _loud(
    entries: Sequence[Entry], numbers: Mapping[str, int], here: Here, group: str
) -> tuple[GapItem, ...]:
    said: set[str] = set()
    items = []
    for one in entries:
        if not one.is_quiet:
            item = make_item(one, here, number=numbers[one.finding.fingerprint], group=group)
            # Gaps of one step have the same at stake; under one heading it is said once.
            items.append(replace(item, stake="") if item.stake in said else item)
            said.add(item.stake)
    return tuple(items)


def _quiet(entries: Sequence[Entry], here: Here, group: str) -> Quiet | None:
    if not entries:
        return None
    site = here.site
    kinds = tuple(_quiet_kind(code, entries, here, group) for code in _codes(entries))
    return Quiet(
        summary=site.wording.count("{n} of low severity", "{n} of low severity", len(entries)),
        detail=" · ".join(f"{kind.title} {len(kind.items)}" for kind in kinds),
        kinds=kinds,
    )


def _quiet_kind(code: str, entries: Sequence[Entry], here: Here, group: str) -> QuietKind:
    say, rule = here.site.wording.text, here.site.rules[code].explanation
    found = (one for one in entries if one.finding.code == code)
    return QuietKind(
        title=say(rule.title),
        why=say(rule.why),
        items=tuple(make_line(one, here, group) for one in found),
    )


def _codes(entries: Sequence[Entry]) -> tuple[str, ...]:
    # Few of a kind first, so that the many assumptions do not hide them.
    counts = Counter(one.finding.code for one in entries)
    return tuple(sorted(counts, key=lambda code: (counts[code], code)))
