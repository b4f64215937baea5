"""What a team accepts otherwise than before: which gaps, why, by whom and until when."""

from collections.abc import Iterable, Iterator

from journeybook.codes import Family
from journeybook.compare.change import Change, Thing, What
from journeybook.compare.edit import About, change
from journeybook.compare.pair import Pair
from journeybook.findings import Finding
from journeybook.handbook.ids import is_named
from journeybook.pipeline import Judged
from journeybook.schema import Kind
from journeybook.schema.settings.configuration import WaiverEntry
from journeybook.sources.settings.configuration import WrittenWaiver
from journeybook.wording import Wording, marked

_WEIGHT = 110
_PLACES = (Kind.PERSONA, Kind.JOURNEY, Kind.PHASE)


def waiver_changes(original: Judged, pair: Pair) -> Iterator[Change]:
    """Compare waivers.yml; `original` is the earlier state, judged as it was then."""
    # What the earlier state was judged by is what was decided later, by the names of then.
    named, later = (one.bench.decisions.waivers for one in pair.judged)
    before = {_target(one.entry): one for one in original.bench.decisions.waivers}
    after = {_target(one.entry): new for one, new in zip(named, later, strict=True)}
    gone = [one for target, one in before.items() if target not in after]
    for target, waiver in after.items():
        old = before.get(target)
        if old is None and (old := next((one for one in gone if _is_as(one, waiver)), None)):
            gone.remove(old)
            yield _elsewhere(old, waiver, pair)
        else:
            yield from _accepted(old, waiver, pair)
    for waiver in gone:
        about = _about(waiver, original.site.findings, pair)
        values = (_reason(waiver.entry, pair.wording), "")
        yield change(about, What.REMOVED, marked("No longer accepted"), weight=60, values=values)


def _elsewhere(old: WrittenWaiver, new: WrittenWaiver, pair: Pair) -> Change:
    about = _about(new, pair.judged[1].site.findings, pair)
    values = (_where(old.entry, pair, 0), _where(new.entry, pair, 1))
    label = marked("Accepted in other places")
    return _decided(about, What.CHANGED, label, _WEIGHT - 2, values)


def _accepted(old: WrittenWaiver | None, new: WrittenWaiver, pair: Pair) -> Iterator[Change]:
    about = _about(new, pair.judged[1].site.findings, pair)
    if old is None:
        values = ("", _reason(new.entry, pair.wording))
        yield _decided(about, What.ADDED, marked("Accepted"), _WEIGHT - 1, values)
    elif _parts(old.entry, pair.wording) != _parts(new.entry, pair.wording):
        values = _differing(old.entry, new.entry, pair.wording)
        label = marked("Accepted for another reason or time")
        yield _decided(about, What.CHANGED, label, _WEIGHT - 2, values)


def _decided(about: About, what: What, label: str, weight: int, values: tuple[str, str]) -> Change:
    aspect = "waiver" if what is What.CHANGED else None
    return change(about, what, label, weight=weight, values=values, aspect=aspect, decided=True)


def _is_as(old: WrittenWaiver, new: WrittenWaiver) -> bool:
    # The same for more places, or for fewer.
    one, other = old.entry, new.entry
    return one.code is not None and (one.code, one.reason) == (other.code, other.reason)


def _where(entry: WaiverEntry, pair: Pair, state: int) -> str:
    names = [(kind, getattr(entry, kind.value)) for kind in _PLACES]
    parts = [pair.title(kind, name) for kind, name in names if name]
    parts += [_title(entry.subject, pair, state)] if entry.subject else []
    return ", ".join(parts) or pair.wording.text("everywhere")


def _title(subject: str, pair: Pair, state: int) -> str:
    # A waiver is about everything of that id, or with that end of an id.
    known = [(one.id, f"“{one.text}”") for one in pair.statements[state].values()]
    known += [each for titles in pair.titles[state].values() for each in titles.items()]
    named = dict.fromkeys(" ".join(text.split()) for name, text in known if is_named(name, subject))
    return pair.wording.both(tuple(named)) or subject


def _target(entry: WaiverEntry) -> WaiverEntry:
    return entry.model_copy(update={"reason": None, "by": None, "until": None})


def _about(waiver: WrittenWaiver, findings: Iterable[Finding], pair: Pair) -> About:
    accepted = [one for one in findings if one.waived and one.waived.span == waiver.span]
    gaps = [one for one in accepted if one.family is Family.GAP] or accepted
    text = pair.wording.count("{n} gap", "{n} gaps", len(gaps))
    if rule := pair.judged[1].bench.rules.get(waiver.entry.code or ""):
        text = f"{pair.wording.text(rule.explanation.title)}, {text}"
    if len(gaps) == 1:
        text = " ".join(gaps[0].message.split())
    people = dict.fromkeys(who for one in gaps for who in one.personas)
    return About(thing=Thing.WAIVER, text=text, span=waiver.span, personas=tuple(people))


def _reason(entry: WaiverEntry, wording: Wording) -> str:
    return ", ".join(filter(None, _parts(entry, wording)))


def _differing(old: WaiverEntry, new: WaiverEntry, wording: Wording) -> tuple[str, str]:
    both = zip(_parts(old, wording), _parts(new, wording), strict=True)
    before, after = zip(*((one, other) for one, other in both if one != other), strict=True)
    return ", ".join(filter(None, before)), ", ".join(filter(None, after))


def _parts(entry: WaiverEntry, wording: Wording) -> tuple[str, str, str]:
    return (
        " ".join((entry.reason or "").split()),
        wording.text("by {who}", who=entry.by) if entry.by else "",
        wording.text("until {day}", day=wording.day(entry.until)) if entry.until else "",
    )
