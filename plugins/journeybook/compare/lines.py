"""One change as a line: what every format shows of it, in the handbook's language."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from journeybook.compare.addresses import page_of
from journeybook.compare.change import PARTED, Change, Thing, Tone, What
from journeybook.compare.comparison import Act, Comparison, Group
from journeybook.findings import Span
from journeybook.schema import Kind
from journeybook.wording import Wording, marked

_MOST_PLACES = 5
_ALONE = frozenset({"answer", "met-by", "countermeasures"})
_SEVERAL = marked("From several of these together")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sign, what happened, to what, the values before and after, and whose and where.

    `page` is the address, from that of the site, of the page that shows it.
    """

    sign: str
    label: str
    text: str
    detail: str
    where: str
    tone: str
    span: Span | None = None
    page: str = ""


def line_of(change: Change, comparison: Comparison) -> Line:
    """Write a change as a line."""
    return Line(
        sign=_sign(change),
        label=comparison.wording.text(change.label),
        text=change.text,
        detail=_detail(change, comparison.wording),
        where=_where(change, comparison),
        tone=change.tone.value,
        span=None if change.spans else change.span,
        page=page_of(change, comparison.pair.judged[1].site),
    )


def line_of_act(act: Act, comparison: Comparison) -> Line:
    """Write what somebody did as a line, with who owns the personas it is about.

    What follows from several acts has a line too.
    """
    if act.change:
        line = line_of(act.change, comparison)
        owned = _owners(act.change, comparison)
        return replace(line, where=" · ".join(filter(None, (line.where, owned))))
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
    numbers = Counter(one.label for one in changes)
    return ", ".join(
        f"{wording.number(number)} × {wording.text(label)}" for label, number in numbers.items()
    )


def title_of_group(group: Group, wording: Wording) -> str:
    """Name a journey and its personas, or what else its acts have in common."""
    if group.title:
        people = wording.both(group.personas)
        return f"{group.title} ({people})" if people else group.title
    if all(act.change and act.change.decided for act in group.acts):
        return wording.text("How the handbook is read and judged")
    return wording.text("Outside the journeys")


def place_names(spans: Sequence[Span], wording: Wording) -> str:
    """Name some places in files, and count the rest."""
    names = [f"{span.path}:{span.line}" for span in spans[:_MOST_PLACES]]
    left = len(spans) - len(names)
    if left:
        names.append(wording.count("{n} more", "{n} more", left))
    return ", ".join(names)


def _owners(change: Change, comparison: Comparison) -> str:
    people = comparison.pair.after.personas
    known = (people[name].owner for name in change.personas if name in people)
    owners = tuple(dict.fromkeys(filter(None, known)))
    wording = comparison.wording
    return wording.text("owner: {owner}", owner=wording.both(owners)) if owners else ""


def _sign(change: Change) -> str:
    if change.thing is Thing.GAP:
        return {Tone.BETTER: "●", Tone.WORSE: "○", Tone.NEUTRAL: "◐"}[change.tone]
    return {What.ADDED: "+", What.REMOVED: "−", What.MOVED: "→", What.REWORDED: "~"}.get(
        change.what, {Tone.BETTER: "▲", Tone.WORSE: "▼", Tone.NEUTRAL: "~"}[change.tone]
    )


def _detail(change: Change, wording: Wording) -> str:
    before, after = change.before, change.after
    if change.spans:
        return place_names(change.spans, wording)
    if change.aspect == "moment-of-truth" or before == after:
        return ""
    if change.what is What.REWORDED and change.aspect != "text":
        return wording.text("before: “{text}”", text=before)
    if change.what in {What.ADDED, What.REMOVED} or change.aspect == PARTED:
        return after or before
    if change.aspect == "text":
        before, after = (f"“{text}”" if text else "" for text in (before, after))
    nothing = wording.text("nothing")
    return f"{before or nothing} → {after or nothing}"


def _where(change: Change, comparison: Comparison) -> str:
    # Whose it is, and when.
    pair, phase = comparison.pair, change.place.phase
    parts = [] if phase is None else [pair.title(Kind.PHASE, phase)]
    if change.personas:
        people = (pair.title(Kind.PERSONA, one) for one in change.personas)
        parts.append(comparison.wording.both(people))
    return " · ".join(parts)
