"""What changed in mkdocs.yml and those it takes over from, setting by setting."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain

from journeybook.compare.acts.navigation import navigation_changes
from journeybook.compare.acts.site_words import HIDING, key_of, setting_name
from journeybook.compare.change import OF_THE_SITE, Change, Thing, Tone, What
from journeybook.compare.edit import About, change
from journeybook.compare.pair import Pair
from journeybook.findings import Span
from journeybook.sources.names import CONFIGURATIONS
from journeybook.sources.settings.site import SiteSettings, read_site
from journeybook.sources.yaml.nodes import Value
from journeybook.wording import Wording, marked

_WEIGHT = 30
_HIDES = 105
_MOVES = 112
_USUAL = CONFIGURATIONS[0]
_LONGEST = 90
_LISTED = ("plugins", "markdown_extensions")
_ENTRIES = {
    ("plugins", What.ADDED): marked("Plugin added"),
    ("plugins", What.REMOVED): marked("Plugin removed"),
    ("markdown_extensions", What.ADDED): marked("Markdown extension added"),
    ("markdown_extensions", What.REMOVED): marked("Markdown extension removed"),
}

_OURS = ("plugins", "journeybook")
_SEVERAL = (*_OURS, "handbooks")
_FOLDERS = (("docs_dir",), (*_OURS, "content"))
"""What says where the only handbook of a site lies."""
_NO = frozenset({"false", "no", "off"})

_Path = tuple[str, ...]
_Value = Value | tuple[str, ...]


def site_changes(pair: Pair) -> Iterator[Change] | None:
    """Tell which settings of the site changed; None where one state has none to be read."""
    before, after = (read_site(files) for files in pair.files)
    if before is None or after is None or before.values == after.values:
        return None if before is None or after is None else iter(())
    return chain(_settings((before, after), pair), navigation_changes(before, after, pair))


def site_paths(pair: Pair) -> frozenset[str]:
    """Give the files in which both states set up their site."""
    found = (read_site(files) for files in pair.files)
    return frozenset(path for one in found if one for path in one.paths)


def _settings(states: tuple[SiteSettings, SiteSettings], pair: Pair) -> Iterator[Change]:
    before, after = states
    names = [set(_listed(one.values)) for one in (before, after)]
    for path in sorted(names[1] - names[0]):
        yield _entry(path, What.ADDED, after.span(path[0]))
    for path in sorted(names[0] - names[1]):
        removed = _entry(path, What.REMOVED, before.span(path[0]))
        yield _shows_nothing(removed, path, pair.wording) if path == _OURS else removed
    olds, news = (dict(_leaves(one.values)) for one in (before, after))
    whole = names[0] ^ names[1]
    changed = [path for path in dict.fromkeys((*news, *olds)) if olds.get(path) != news.get(path)]
    told = _FOLDERS if _folders(pair) else ()
    for path in changed:
        if path[:2] not in whole and path not in told:
            yield from _setting(path, (olds.get(path), news.get(path)), states, pair.wording)


def folder_changes(pair: Pair) -> Iterator[Change]:
    """Tell that a whole handbook lies in another folder now."""
    if (folders := _folders(pair)) and all(one.documents for one in pair.judged):
        before, after = (read_site(files) for files in pair.files)
        said = (
            path
            for path in (_SEVERAL, *_FOLDERS)
            if before and after and _leaf(before, path) != _leaf(after, path)
        )
        span = after.span(*next(said, ())) if after else Span(path=_USUAL)
        about = About(thing=Thing.SETTING, text=pair.wording.text("The whole handbook"), span=span)
        yield change(
            about,
            What.MOVED,
            marked("Moved to another folder"),
            weight=_MOVES,
            values=folders,
            aspect=OF_THE_SITE,
            decided=True,
        )


def _folders(pair: Pair) -> tuple[str, str] | None:
    # The folder of each state, where they are not the same.
    before, after = (
        f"{top}{one.reading.content}/" for top, one in zip(pair.inside, pair.judged, strict=True)
    )
    return (before, after) if before != after else None


def _leaf(settings: SiteSettings, path: _Path) -> _Value | None:
    return dict(_leaves(settings.values)).get(path)


def _entry(path: _Path, what: What, span: Span) -> Change:
    key, name = path
    about = About(thing=Thing.SETTING, text=name, span=span)
    return change(about, what, _ENTRIES[key, what], weight=_WEIGHT)


def _shows_nothing(told: Change, path: _Path, wording: Wording) -> Change:
    # The files are as good as they were, and nobody sees any of it.
    label = marked("The site shows no handbook any more")
    text = setting_name(path, wording)
    return replace(told, label=label, text=text, weight=_HIDES, tone=Tone.WORSE, decided=True)


def _setting(
    path: _Path,
    values: tuple[_Value, _Value],
    states: tuple[SiteSettings, SiteSettings],
    wording: Wording,
) -> Iterator[Change]:
    hides = key_of(path) in HIDING
    name = setting_name(path, wording)
    for what, label, shown in _apart(path, values, wording):
        # What is gone stands in the earlier state.
        span = states[0 if shown[0] and not shown[1] else 1].span(*path)
        told = change(
            About(thing=Thing.SETTING, text=name, span=span),
            what,
            label,
            weight=_HIDES if hides else _WEIGHT,
            values=shown,
            aspect=OF_THE_SITE,
            decided=hides,
        )
        is_off = path == (*_OURS, "enabled") and str(values[1]).casefold() in _NO
        yield _shows_nothing(told, path, wording) if is_off else told


def _apart(
    path: _Path, values: tuple[_Value, _Value], wording: Wording
) -> Iterator[tuple[What, str, tuple[str, str]]]:
    # Of a list only what came and what went says something, where it is not the order alone.
    lists = [one if isinstance(one, tuple) else () for one in values]
    come = [one for one in lists[1] if one not in lists[0]]
    gone = [one for one in lists[0] if one not in lists[1]]
    if not all(lists) or not (come or gone):
        old, new = (_short(_said(path, one, wording)) for one in values)
        yield What.CHANGED, marked("Setting of the site"), (old, new)
    if all(lists) and come:
        yield What.ADDED, marked("Added to a setting of the site"), ("", _short(", ".join(come)))
    if all(lists) and gone:
        label = marked("Taken out of a setting of the site")
        yield What.REMOVED, label, (_short(", ".join(gone)), "")


def _said(path: _Path, value: _Value, wording: Wording) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    text = " ".join(str(value or "").split())
    if path[-1] == "language":
        return wording.language_name(text)
    answers = {"true": marked("yes"), "false": marked("no")}
    return wording.text(answers[text.casefold()]) if text.casefold() in answers else text


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"


def _entries(key: str, values: Mapping[str, Value]) -> Iterator[tuple[str, Value]]:
    # A site without a list of plugins has one of its engine's.
    listed = values.get(key, ["search"] if key == "plugins" else [])
    for entry in listed if isinstance(listed, list) else [listed]:
        yield from (entry if isinstance(entry, dict) else {str(entry): None}).items()


def _listed(values: Mapping[str, Value]) -> Iterator[_Path]:
    yield from ((key, name) for key in _LISTED for name, _ in _entries(key, values))


def _leaves(values: Mapping[str, Value]) -> Iterator[tuple[_Path, _Value]]:
    for key, value in values.items():
        if key in _LISTED:
            for name, options in _entries(key, values):
                yield from _of((key, name), options)
        elif key != "nav":
            yield from _of((key,), value)


def _of(path: _Path, value: Value) -> Iterator[tuple[_Path, _Value]]:
    match value:
        case dict():
            for key, inner in value.items():
                yield from _of((*path, key), inner)
        case list() if path[-1] == "palette" and all(isinstance(one, dict) for one in value):
            for at, one in enumerate(value, 1):
                name = one.get("scheme") if isinstance(one, dict) else None
                yield from _of((*path, str(name or at)), one)
        case list():
            yield path, tuple(_plain(one) for one in value)
        case None:
            return
        case _:
            yield path, value


def _plain(value: Value) -> str:
    match value:
        case dict():
            return ", ".join(f"{key}: {_plain(inner)}" for key, inner in value.items())
        case list():
            return ", ".join(map(_plain, value))
        case _:
            return value or ""
