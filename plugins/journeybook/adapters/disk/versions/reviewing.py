"""Two states of a handbook to be compared, whatever state each of them is in."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from journeybook.adapters.disk.git.repository import Repository
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.sites.configuration import Place, named_handbooks, sites_inside
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.adapters.disk.versions.lying import as_it_lies
from journeybook.adapters.disk.versions.moving import (
    seen_then,
    state_before,
    there_at,
    there_on_disk,
)
from journeybook.adapters.disk.versions.past_sites import handbooks_at
from journeybook.adapters.disk.versions.snapshot import Snapshot
from journeybook.adapters.disk.versions.snapshots import (
    files_at,
    lists_away,
)
from journeybook.adapters.disk.workspace import day_of
from journeybook.compare.comparison import Comparison, compare
from journeybook.sources.reading import Known
from journeybook.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """A handbook before and after.

    Where the configuration of one state cannot be read, that is its trouble, and the other's tells
    where the handbook is.
    """

    before: Snapshot
    after: Snapshot
    trouble_before: CannotRunError | None = None
    trouble_after: CannotRunError | None = None

    def troubles(self, wording: Wording) -> Iterator[str]:
        """Say what stood in the way."""
        if self.trouble_before:
            yield wording.text(
                "The earlier configuration cannot be read, so that the later one tells where the "
                "handbook is: {problem}.",
                problem=self.trouble_before.said(wording),
            )
        if self.trouble_after:
            yield wording.text(
                "The later configuration cannot be read, so that the earlier one tells where the "
                "handbook is: {problem}.",
                problem=self.trouble_after.said(wording),
            )

    @property
    def title(self) -> str:
        """The name of the handbook, where it is one of several."""
        return self.after.folders.title

    @property
    def left_out(self) -> tuple[str, ...]:
        """The paths of which one state has no text, and which are compared in neither."""
        return tuple(dict.fromkeys((*self.before.left_out, *self.after.left_out)))

    def compared(self, today: date | None, known: Known) -> Comparison:
        """Compare them as of a day, or that of the later site, or today.

        Files in `known` are not read again.
        """
        day = day_of(today, self.after.folders)
        before, after = (
            one.without(self.left_out).judge(day, known) for one in (self.before, self.after)
        )
        inside = (self.before.inside, self.after.inside)
        return compare(before, after, self.after.kept_back, inside)


def states_of(
    repository: Repository, place: Place, start: str, end: str | None
) -> tuple[States, ...]:
    """Take each handbook at a commit, and at another or as it lies on disk.

    Where the configuration of one state cannot be read, that of the other tells where it is.

    Raises:
        CannotRunError: when neither state has a handbook, or git cannot read them.
    """
    then = seen_then(repository, start, end)
    now = seen_then(repository, end, start) if end else repository
    before, trouble_before = _named(lambda: handbooks_at(then, start))
    after, trouble_after = _named(lambda: _now(now, place, end))
    if trouble_before and trouble_after:
        raise trouble_after
    news = after or before or ()
    olds = before or news
    chosen = (place,) if isinstance(place, Folders) else news
    is_there = there_on_disk(_root(repository))
    if end:
        is_there = there_at(now, end, (*olds, *news))
    pairs = [
        (state_before(one, _no_others(olds, one, news), (then, start), is_there), one)
        for one in chosen
    ]
    found = [
        replace(one, before=one.before.without_what_stays(one.after.folders, is_there))
        for one in (_states((then, now), old, new, (start, end)) for old, new in pairs)
    ]
    if not isinstance(place, Folders):
        parts = {one.part for pair in pairs for one in pair}
        found += _gone(then, [one for one in olds if one.part not in parts], start)
    if all(one.before.is_empty and one.after.is_empty and not one.left_out for one in found):
        raise _no_handbook(_root(repository))
    return tuple(
        replace(one, trouble_before=trouble_before, trouble_after=trouble_after) for one in found
    )


def _no_handbook(root: Path) -> CannotRunError:
    if inside := sites_inside(root):
        return CannotRunError(
            "there is no handbook in {path} or around it in either state; go to one of its "
            "folders, or name it with --path: {folders}",
            path=root,
            folders=inside,
        )
    return CannotRunError(
        "there is no handbook in {path} or around it in either state; --path names its folder",
        path=root,
    )


def _named(
    handbooks: Callable[[], Sequence[Folders]],
) -> tuple[Sequence[Folders] | None, CannotRunError | None]:
    try:
        return handbooks(), None
    except CannotRunError as problem:
        return None, problem


def _now(repository: Repository, place: Place, end: str | None) -> Sequence[Folders]:
    if end:
        return handbooks_at(repository, end)
    return (place,) if isinstance(place, Folders) else named_handbooks(place)


def _no_others(
    olds: Sequence[Folders], now: Folders, news: Sequence[Folders]
) -> tuple[Folders, ...]:
    others = {one.part for one in news} - {now.part}
    return tuple(one for one in olds if one.part not in others)


def _states(
    repositories: tuple[Repository, Repository],
    old: Folders,
    new: Folders,
    commits: tuple[str, str | None],
) -> States:
    (then, repository), (start, end) = repositories, commits
    before = files_at(then, start, old, site=True)
    if end:
        after = files_at(repository, end, new, site=True)
        held = {one.path for one in before.files}
        away = (one for one in lists_away(after, repository) if one not in held)
        return States(before=before, after=replace(after, left_out=(*after.left_out, *away)))
    folders = replace(new, root=_root(repository))
    return States(before=before, after=as_it_lies(repository, folders, before))


def _root(repository: Repository) -> Path:
    return repository.folder.resolve()


def _gone(repository: Repository, olds: Sequence[Folders], start: str) -> Iterator[States]:
    # One that nobody names any more.
    for folders in olds:
        before = files_at(repository, start, folders, site=True)
        if not before.is_empty:
            yield States(before=before, after=Snapshot(files=(), folders=folders))
