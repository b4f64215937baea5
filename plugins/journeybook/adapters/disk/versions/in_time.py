"""Pages beside earlier states of their handbook, for the options `compare_to` and `history`."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from journeybook.adapters.disk.git.repository import find_commit
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.adapters.disk.versions.looking_back import glance_back, look_back
from journeybook.adapters.disk.versions.moving import there_on_disk
from journeybook.adapters.disk.versions.snapshots import (
    at_commit,
    lists_left_alone,
    named,
    repository_of,
)
from journeybook.compare.comparison import compare
from journeybook.compare.formats.page import changes_page, with_way_to_changes
from journeybook.compare.summary.altered import altered_statements
from journeybook.history.points import Point
from journeybook.history.trend import with_history
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.ways.contents import contents
from journeybook.pages.trails.draw import with_trails
from journeybook.pipeline import CompileSettings, Judged
from journeybook.rendering import Compilation, render_handbook

_EVERY = "month"
_MOST_FILES = 6_000
_FEWEST, _MOST = 3, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A handbook as it was at a branch, tag or commit, and the paths of what git has no text of."""

    judged: Judged
    since: str
    left_out: tuple[str, ...]


def earlier(now: Judged, folders: Folders, since: str) -> Past:
    """Judge a handbook as it was at a branch, tag or commit, as of the same day.

    Raises:
        CannotRunError: when git does not know it.
    """
    repository = repository_of(folders)
    before = at_commit(repository, find_commit(repository, since), named(folders))
    # Of what git holds no text of nobody can tell what it was; as it is now, it changes nothing.
    before = before.without(before.left_out)
    before = before.without_what_stays(folders, there_on_disk(folders.root))
    there, files = {one.path for one in before.files}, now.reading.files
    alone = lists_left_alone(repository, folders, files) - there
    left_out = (*before.left_out, *sorted(alone))
    unknown = tuple(f"{path}/" for path in left_out)
    same = (file for path, file in files.items() if f"{path}/".startswith(unknown))
    before = replace(before, files=(*before.files, *same))
    judged = before.judge(now.handbook.today, hides=True)
    return Past(judged=judged, since=since, left_out=left_out)


def compiled_since(before: Past, now: Judged, settings: CompileSettings) -> Compilation:
    """Make the pages of a handbook with what changed since an earlier state.

    Journeys mark the statements that changed, and a page of its own tells everything.
    """
    comparison = compare(before.judged, now)
    site = replace(now.site, altered=altered_statements(comparison))
    compilation = render_handbook(replace(now, site=site))
    renderer = Renderer(settings.resources.templates, site.wording)
    pages = (
        *(with_way_to_changes(page, site, renderer, before.since) for page in compilation.pages),
        changes_page(comparison, site, renderer, before.since, before.left_out),
    )
    sections = contents(site, pages)
    trodden = tuple(with_trails(pages, sections, site, renderer))
    return replace(compilation, pages=trodden, sections=sections)


def past_of(folders: Folders, files: int, *, is_asked: bool | None) -> tuple[Point, ...]:
    """Tell how a handbook of so many files did.

    Month by month where somebody asked for it. Where nobody said, at the few days that tell most of
    it: the more files, the fewer days; nothing without git, in a shallow clone, or after few
    commits.

    Raises:
        CannotRunError: when git cannot tell what was asked.
    """
    if is_asked is False:
        return ()
    if is_asked:
        repository = repository_of(folders)
        find_commit(repository, "HEAD")
        return look_back(repository, _EVERY, handbook=named(folders))
    with suppress(CannotRunError):
        repository = repository_of(folders)
        most = max(_FEWEST, min(_MOST, _MOST_FILES // max(files, 1)))
        if not repository.is_shallow:
            return glance_back(repository, find_commit(repository, "HEAD"), most, named(folders))
    return ()


def with_past(
    compilation: Compilation, points: Sequence[Point], settings: CompileSettings
) -> Compilation:
    """Add how the handbook, its journeys and its phases did to their overviews."""
    renderer = Renderer(settings.resources.templates, compilation.site.wording)
    pages = tuple(
        with_history(page, points, renderer, compilation.site) for page in compilation.pages
    )
    return replace(compilation, pages=pages)
