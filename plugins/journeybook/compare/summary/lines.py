"""One change as a line: what every format shows of it, in the handbook's language."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from journeybook.compare.change import PARTED, Change, Deed, Thing, Tone, What
from journeybook.compare.comparison import Comparison
from journeybook.compare.groups import Act, Group
from journeybook.compare.pairing.matching import ENTITIES
from journeybook.compare.summary.context import NOTHING_KNOWN, Context
from journeybook.compare.summary.whereabouts import is_earlier, where_of
from journeybook.findings import RefKind
from journeybook.handbook.addressing.anchors import gap_anchor
from journeybook.handbook.journeys import Step
from journeybook.pages.parts.site import Site
from journeybook.schema import Kind
from journeybook.wording import Wording, marked

_MOST_PLACES = 5
_ALONE = frozenset({"answer", "met-by", "countermeasures"})
_SEVERAL = marked("From several of these together")


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePlace:
    """A file and line, with its address on the code host where that is known."""

    name: str
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sign, what happened, to what, the values before and after, and whose and where.

    Of several `places` some are named, and those `left` counted. `shown` is the address of the page
    that shows it, where one is known.
    """

    sign: str
    label: str
    text: str
    detail: str
    where: str
    tone: str
    places: tuple[LinePlace, ...] = ()
    left: str = ""
    shown: str = ""

    @property
    def listed(self) -> str:
        """The names of all places, in one text."""
        return ", ".join(filter(None, (*(one.name for one in self.places), self.left)))


def line_of(
    change: Change,
    comparison: Comparison,
    context: Context = NOTHING_KNOWN,
    beneath: Change | None = None,
) -> Line:
    """Write a change as a line, or what follows from one `beneath` it."""
    pair, spans = comparison.pair, change.spans or (change.span,)
    earlier = is_earlier(change, pair)
    left = len(spans) - _MOST_PLACES
    return Line(
        sign=_sign(change),
        label=comparison.wording.text(change.label),
        text=change.text,
        detail=_detail(change, comparison.wording),
        where=where_of(change, comparison, beneath),
        tone=change.tone.value,
        places=tuple(
            LinePlace(name=f"{one.path}:{one.line}", href=context.href(one, earlier=earlier))
            for one in spans[:_MOST_PLACES]
        ),
        left=comparison.wording.count("{n} more", "{n} more", left) if left > 0 else "",
        shown=context.shown_at(page_of(change, pair.judged[1].site)),
    )


def line_of_act(act: Act, comparison: Comparison, context: Context = NOTHING_KNOWN) -> Line:
    """Write what somebody did as a line; what follows from several acts has a line too."""
    if act.change:
        return line_of(act.change, comparison, context)
    label = comparison.wording.text(_SEVERAL)
    return Line(sign="~", label=label, text="", detail="", where="", tone=Tone.NEUTRAL.value)


def effects_of(act: Act) -> tuple[Change, ...]:
    """Give what follows from an act, each once: a question that is answered says its gap too."""
    told = {(one.subject, one.tone) for one in act.changes if one.aspect in _ALONE}
    return tuple(
        one
        for one in act.effects
        if one.thing is not Thing.GAP or (one.subject, one.tone) not in told
    )


def kinds_of(changes: Iterable[Change], wording: Wording) -> str:
    """Say how many of which kind there are, such as `3 × New gap`, in their order."""
    return _numbered(numbers_of(changes, wording), wording)


def kinds_behind(numbers: Mapping[str, int], wording: Wording) -> str:
    """Say the same behind how many there are in all, which is the number of an only kind."""
    return _numbered(numbers, wording) if len(numbers) > 1 else "".join(numbers)


def numbers_of(changes: Iterable[Change], wording: Wording) -> Mapping[str, int]:
    """Count the changes of each kind, in their order."""
    return Counter(wording.text(one.label) for one in changes)


def _numbered(numbers: Mapping[str, int], wording: Wording) -> str:
    return ", ".join(f"{wording.number(number)} × {label}" for label, number in numbers.items())


def title_of_group(group: Group, wording: Wording) -> str:
    """Name a journey and its personas, or what else its acts have in common."""
    if group.title:
        people = wording.both(group.personas)
        return f"{group.title} ({people})" if people not in {"", group.title} else group.title
    if all(act.change and act.change.deed in {Deed.DECIDES, Deed.BREAKS} for act in group.acts):
        return wording.text("How the handbook is read and judged")
    return wording.text("Outside the journeys")


def _sign(change: Change) -> str:
    if change.thing is Thing.GAP:
        return {Tone.BETTER: "●", Tone.WORSE: "○", Tone.NEUTRAL: "◐"}[change.tone]
    return {What.ADDED: "+", What.REMOVED: "−", What.MOVED: "→", What.REWORDED: "~"}.get(
        change.what, {Tone.BETTER: "▲", Tone.WORSE: "▼", Tone.NEUTRAL: "~"}[change.tone]
    )


def _detail(change: Change, wording: Wording) -> str:
    before, after = change.before, change.after
    if change.spans or change.aspect == "moment-of-truth" or before == after:
        return ""
    if change.what is What.REWORDED and change.aspect != "text":
        return wording.text("before: “{text}”", text=before)
    if change.what in {What.ADDED, What.REMOVED} or change.aspect == PARTED:
        return after or before
    if change.aspect == "text":
        before, after = (f"“{text}”" if text else "" for text in (before, after))
    nothing = wording.text("nothing")
    return f"{before or nothing} → {after or nothing}"


_PAGES = ENTITIES - {RefKind.STEP}


def page_of(change: Change, site: Site) -> str:
    """Give the address, from that of the site, of the page on which a change is to be seen."""
    uri, anchor = _place(change, site)
    return site.shape.address(uri) + (f"#{anchor}" if anchor else "") if uri else ""


def _place(change: Change, site: Site) -> tuple[str, str]:
    book, addresses, subject = site.handbook, site.addresses, change.subject
    if change.thing is Thing.GAP and (report := _report(change, site)):
        return report
    if change.thing is Thing.PAGE and change.what is not What.REMOVED:
        return change.span.path.removeprefix(f"{site.shape.content}/"), ""
    if change.what is What.REMOVED or subject is None:
        return "", ""
    if subject.kind in _PAGES:
        entity = book.entities[Kind(subject.kind.value)].get(subject.id)
        return (addresses.page(entity), addresses.entity_anchor(entity)) if entity else ("", "")
    known = book.entities[Kind.STEP].get(subject.id)
    step = known if subject.kind is RefKind.STEP else book.step(subject.id)
    if not isinstance(step, Step):
        return "", ""
    return addresses.journey(step.journey), addresses.step_anchor(step)


def _report(change: Change, site: Site) -> tuple[str, str] | None:
    # What is open stands in the report of its phase.
    finding = change.finding
    known = finding and finding.phase in site.handbook.phases and not finding.waived
    if not finding or not finding.phase or not known or change.what is not What.ADDED:
        return None
    return site.addresses.gaps_of(finding.phase), gap_anchor(finding.fingerprint)
