"""What happened to files as such: pages of the author's own, pictures, and what cannot be read."""

from collections.abc import Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import PurePosixPath

from journeybook.codes import Code
from journeybook.compare.acts.site_settings import folder_changes, site_changes, site_paths
from journeybook.compare.acts.words import LEFT_OUT
from journeybook.compare.baseline import lets_no_more_pass
from journeybook.compare.change import UNREADABLE, Change, Thing, Tone, What
from journeybook.compare.edit import About, change, file_renamed
from journeybook.compare.pair import Pair
from journeybook.compare.pairing.likeness import own_lines, paired_by_key, paired_by_lines
from journeybook.compare.states import inside, unread_of
from journeybook.compare.texts import differing, text_changes
from journeybook.findings import Span
from journeybook.handbook.book import Handbook
from journeybook.pipeline import Judged
from journeybook.sources.document import PlainPage, SourceFile
from journeybook.sources.names import INVENTORY, is_picture
from journeybook.sources.prose import first_heading, split_front_matter
from journeybook.sources.strays import BASELINE, DECISIONS
from journeybook.wording import marked

_UNREAD = (marked("Cannot be read, and nothing else is said of it"), marked("Can be read again"))
_UNMERGED = marked("A merge is left unfinished, and nothing else is said of it")
_EMPTIED = marked("Emptied, and nothing else is said of it")
_EMPTY = marked("Empty, and nothing else is said of it")
_WHY = {
    Code.UNFINISHED_MERGE: (_UNMERGED, _UNREAD[1]),
    Code.EMPTY_FILE: (_EMPTIED, marked("No longer empty")),
}
"""Why a file cannot be read, as it is told when that begins and when it ends."""


def file_changes(original: Judged, pair: Pair) -> Iterator[Change]:
    """Compare all files that describe nothing of the handbook's, and tell which cannot be read.

    `original` is the earlier state with the decisions it was made with.
    """
    yield from _readable(original, pair)
    yield from _pages(pair)
    yield from folder_changes(pair)
    settings = site_changes(pair)
    yield from settings or ()
    told = site_paths(pair) if settings is not None else frozenset()
    # What changed in an inventory is told row by row, and which files it reads by its settings:
    # one that it no longer names may lie there still.
    named = _sources(pair.before), _sources(pair.after)
    told |= (named[0] & named[1]) | ((named[0] | named[1]) - _in_both(pair))
    others = [{path for path in each if not _is_read(path)} - told for each in pair.files]
    renamed = _renamed(others[0] - others[1], others[1] - others[0], pair)
    for before, after in renamed.items():
        span = Span(path=pair.files[1][after].path)
        about = About(thing=Thing.FILE, text=after, span=span)
        yield file_renamed(about, before, after)
        yield from _others(after, pair.files[0][before], pair.files[1][after], pair)
    for path in sorted((others[0] | others[1]) - renamed.keys() - set(renamed.values())):
        yield from _others(path, pair.files[0].get(path), pair.files[1].get(path), pair)


def _is_read(path: str) -> bool:
    name = PurePosixPath(path).name
    return path.endswith(".md") or (name in DECISIONS and name != INVENTORY)


def _sources(book: Handbook) -> frozenset[str]:
    return frozenset(path for source in book.inventory for path in source.files)


def _in_both(pair: Pair) -> AbstractSet[str]:
    return pair.files[0].keys() & pair.files[1].keys()


def _readable(original: Judged, pair: Pair) -> Iterator[Change]:
    before, after = (
        {inside(path, judged) for path in unread_of(judged)}
        for judged in (original, pair.judged[1])
    )
    # Of what is gone nobody can say that it can be read again.
    again = (before - after) & pair.files[1].keys()
    for state, paths in ((1, after - before), (0, again)):
        why = {
            inside(one.span.path, pair.judged[state]): _WHY[one.code]
            for one in pair.judged[state].handbook.mistakes
            if one.code in _WHY
        }
        labelled: dict[str, list[str]] = {}
        for path in sorted(paths):
            label = why.get(path, _UNREAD)[1 - state]
            is_new = label == _EMPTIED and path not in pair.files[0]
            labelled.setdefault(_EMPTY if is_new else label, []).append(path)
        for label, those in labelled.items():
            yield _unread(those, pair, label, is_lost=state == 1)


def _unread(paths: list[str], pair: Pair, label: str, *, is_lost: bool) -> Change:
    spans = tuple(_span(path, pair) for path in paths)
    return Change(
        thing=Thing.FILE,
        what=What.CHANGED,
        label=label,
        text=pair.wording.count("{n} file", "{n} files", len(paths)),
        subject=None,
        weight=120,
        span=spans[0],
        spans=spans,
        tone=Tone.WORSE if is_lost else Tone.NEUTRAL,
        aspect=UNREADABLE if is_lost else "readable",
        decided=is_lost,
    )


def _span(path: str, pair: Pair) -> Span:
    # The mistake that keeps it from being read, or else where it begins.
    later = pair.judged[1]
    spans = (one.span for one in later.handbook.mistakes)
    mistakes = (span for span in spans if inside(span.path, later) == path)
    return next(mistakes, Span(path=pair.files[1][path].path))


def _pages(pair: Pair) -> Iterator[Change]:
    olds, news = (
        {inside(page.path, one): page for page in one.handbook.pages} for one in pair.judged
    )
    renamed = _renamed(olds.keys() - pair.files[1].keys(), news.keys() - pair.files[0].keys(), pair)
    earlier = {new: old for old, new in renamed.items()}
    for path in sorted({*olds, *news} - renamed.keys()):
        before = earlier.get(path, path)
        old, new = olds.get(before), news.get(path)
        if old and new:
            if before != path:
                yield file_renamed(_about(new), before, path)
            yield from _page(_about(new), pair.files[0][before], pair.files[1][path], pair)
        elif new and path not in pair.files[0]:
            yield change(_about(new), What.ADDED, marked("New page"), weight=30)
        elif old and path not in pair.files[1]:
            label = LEFT_OUT if old.path in pair.kept_back else marked("Page removed")
            yield change(_about(old), What.REMOVED, label, weight=40)


def _page(about: About, old: SourceFile, new: SourceFile, pair: Pair) -> Iterator[Change]:
    before, after = (split_front_matter(_text(file)) for file in (old, new))
    keys = differing(before.yaml, after.yaml, pair.wording, by_line=True)
    if any(keys):
        label = marked("Settings of its page")
        yield change(about, What.CHANGED, label, weight=8, values=keys, aspect="page")
    about = replace(about, span=replace(about.span, line=after.body_line))
    yield from text_changes(about, before.body, after.body, pair.wording)


def _renamed(gone: Collection[str], come: Collection[str], pair: Pair) -> Mapping[str, str]:
    # Pages of which most lines are the same; pictures and the like of which all is.
    olds, news = (
        {path: files[path] for path in paths}
        for files, paths in zip(pair.files, (gone, come), strict=True)
    )
    lines = [own_lines({path: _text(file) for path, file in each.items()}) for each in (olds, news)]
    whole = paired_by_key(olds.values(), news.values(), lambda file: file.version)
    found = {
        inside(old.path, pair.judged[0]): inside(new.path, pair.judged[1]) for old, new in whole
    }
    return {**found, **dict(paired_by_lines(lines[0], lines[1]))}


def _about(page: PlainPage) -> About:
    title = first_heading(page.body) or PurePosixPath(page.path).name
    return About(thing=Thing.PAGE, text=title, span=Span(path=page.path))


def _others(
    path: str, old: SourceFile | None, new: SourceFile | None, pair: Pair
) -> Iterator[Change]:
    if old and new and old.is_as(new):
        return
    name = PurePosixPath(path).name
    about = About(
        thing=Thing.SETTING if name == BASELINE else Thing.FILE,
        text=path,
        span=Span(path=(new or old or SourceFile(path=path)).path),
    )
    shown = _shown_by(name, pair)
    if old and new and not (old.data and new.data):
        about = replace(about, text=f"{path} ({shown})" if shown else path)
    if name == BASELINE:
        less = old is not None and new is not None and lets_no_more_pass(old.data, new.data)
        label, weight = (_FEWER_PASS, 20) if less else (_RECORDED_ANEW, 98)
        yield change(about, What.CHANGED, label, weight=weight, aspect="baseline", decided=not less)
    elif old is None:
        yield change(about, What.ADDED, _NEW[is_picture(path)], weight=8, values=("", shown))
    elif new is None:
        lost = 45 if shown else 12
        yield change(about, What.REMOVED, _GONE[is_picture(path)], weight=lost, values=(shown, ""))
    else:
        values = _differing(old, new, pair) if old.data and new.data else ("", "")
        yield change(
            about, What.CHANGED, _OTHER[is_picture(path)], weight=20, values=values, aspect="file"
        )


_RECORDED_ANEW = marked("The gaps that a check lets pass were recorded anew")
_FEWER_PASS = marked("A check lets fewer gaps pass")
_NEW = (marked("New file"), marked("New picture"))
_GONE = (marked("File removed"), marked("Picture removed"))
_OTHER = (marked("File changed"), marked("Another picture"))


def _differing(old: SourceFile, new: SourceFile, pair: Pair) -> tuple[str, str]:
    # Each line of a file that is no prose says something of its own.
    return differing(_text(old), _text(new), pair.wording, by_line=True)


def _text(file: SourceFile) -> str:
    return file.data.decode("utf-8", "replace")


def _shown_by(name: str, pair: Pair) -> str:
    # The pages whose text names a file, by their titles.
    book = pair.after
    named = [
        entity.title
        for folder in book.entities.values()
        for entity in folder.values()
        if name in entity.body
    ]
    named += [_about(page).text for page in book.pages if name in page.body]
    titles = tuple(dict.fromkeys(" ".join(one.split()) for one in named))
    return pair.wording.text("shown by {pages}", pages=pair.wording.both(titles)) if titles else ""
