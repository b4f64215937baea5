"""What came, went or moved in the navigation that a team wrote by hand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from journeybook.compare.change import NAVIGATION, Change, Thing, What
from journeybook.compare.edit import About, change
from journeybook.compare.pair import Pair
from journeybook.findings import Span
from journeybook.sources.settings.site import SiteSettings
from journeybook.sources.yaml.nodes import Value
from journeybook.wording import Wording, marked

_WEIGHT = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    # Where it leads, under which title, below which others.
    target: str
    title: str
    section: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.title or self.target

    @property
    def below(self) -> str:
        return " / ".join(self.section)


_Entries = Mapping[str, _Entry]


def navigation_changes(before: SiteSettings, after: SiteSettings, pair: Pair) -> Iterator[Change]:
    """Compare the entries of the navigation by what they lead to."""
    olds, news = (_entries(one.values) for one in (before, after))
    spans = before.span("nav"), after.span("nav")
    if bool(olds) != bool(news):
        itself = pair.wording.text("made by itself")
        counts = [pair.wording.count("{n} entry", "{n} entries", len(one)) for one in (olds, news)]
        values = (counts[0], itself) if olds else (itself, counts[1])
        name = pair.wording.text("Navigation")
        yield _change(What.CHANGED, marked("Setting of the site"), name, values, spans[1])
        return
    for target in dict.fromkeys((*news, *olds)):
        yield from _entry(olds.get(target), news.get(target), spans, pair.wording)
    yield from _order(olds, news, spans[1], pair.wording)


def _entry(
    old: _Entry | None, new: _Entry | None, spans: tuple[Span, Span], wording: Wording
) -> Iterator[Change]:
    if old is None and new is not None:
        yield _change(What.ADDED, _NEW, new.name, ("", new.below), spans[1])
    elif old is not None and new is None:
        yield _change(What.REMOVED, _GONE, old.name, (old.below, ""), spans[0])
    elif old is not None and new is not None:
        if old.section != new.section:
            top = wording.text("at the top")
            places = (old.below or top, new.below or top)
            yield _change(What.MOVED, _MOVED, new.name, places, spans[1])
        if old.title != new.title:
            yield _change(What.CHANGED, _RENAMED, new.target, (old.title, new.title), spans[1])


def _order(olds: _Entries, news: _Entries, span: Span, wording: Wording) -> Iterator[Change]:
    # Within a section; what moved from one to another is told as that.
    before = [one.name for target, one in olds.items() if _stays(one, news.get(target))]
    after = [one.name for target, one in news.items() if _stays(one, olds.get(target))]
    if len(before) == len(after) and sorted(before) == sorted(after) and before != after:
        values = (", ".join(before), ", ".join(after))
        yield _change(What.CHANGED, _ORDER, wording.text("Navigation"), values, span)


def _stays(one: _Entry, other: _Entry | None) -> bool:
    return other is not None and (one.section, one.title) == (other.section, other.title)


_NEW = marked("New in the navigation")
_GONE = marked("No longer in the navigation")
_MOVED = marked("Moved in the navigation")
_RENAMED = marked("Called otherwise in the navigation")
_ORDER = marked("Another order")


def _change(what: What, label: str, text: str, values: tuple[str, str], span: Span) -> Change:
    about = About(thing=Thing.SETTING, text=text, span=span)
    return change(about, what, label, weight=_WEIGHT, values=values, aspect=NAVIGATION)


def _entries(values: Mapping[str, Value]) -> _Entries:
    return {one.target: one for one in _flat(values.get("nav"), "", ())}


def _flat(value: Value, title: str, section: tuple[str, ...]) -> Iterator[_Entry]:
    match value:
        case str():
            yield _Entry(target=value, title=title, section=section)
        case list():
            for one in value:
                yield from _flat(one, "", (*section, title) if title else section)
        case dict():
            for name, inner in value.items():
                yield from _flat(inner, name, section)
