"""The site beside earlier states of it, for the options `compare_to` and `history`."""

from collections.abc import Sequence
from dataclasses import replace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from journeybook.adapters.disk.configuration import Folders
from journeybook.adapters.disk.looking_back import SHALLOW, look_back
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.snapshots import at_commit, commit_of, named, repository_of
from journeybook.adapters.mkdocs import report
from journeybook.adapters.mkdocs.compiling import (
    JourneybookOptions,
    judge_site,
    rendered,
    resources_of,
)
from journeybook.adapters.mkdocs.site_sources import SiteSources
from journeybook.compare.altered import altered_statements
from journeybook.compare.comparison import compare
from journeybook.compare.page import changes_page
from journeybook.history.history import Point
from journeybook.history.trend import with_history
from journeybook.pages.parts.contents import contents
from journeybook.pages.parts.renderer import Renderer
from journeybook.pipeline import Compilation, Judged


def compile_since(
    site_sources: SiteSources, options: JourneybookOptions, since: str
) -> Compilation:
    """Compile the site with what changed since a branch, tag or commit.

    Journeys mark the statements that changed, and a page of its own tells everything.

    Raises:
        PluginError: when git does not know it.
    """
    now, settings = judge_site(site_sources, options)
    comparison = compare(_earlier(site_sources.folders, now, since), now)
    site = replace(now.site, altered=altered_statements(comparison))
    compilation = rendered(replace(now, site=site), settings)
    renderer = Renderer(settings.resources.templates, site.wording)
    page = changes_page(comparison, site, renderer, since)
    pages = (*compilation.pages, page)
    return replace(compilation, pages=pages, sections=contents(site, pages))


def _earlier(folders: Folders, now: Judged, since: str) -> Judged:
    try:
        repository = repository_of(folders)
        before = at_commit(repository, commit_of(repository, since), named(folders))
        return before.judge(now.handbook.today, hides=True)
    except CannotRunError as error:
        raise PluginError(f"journeybook: compare_to: {error}") from error


_EVERY = "month"


def past_of(folders: Folders) -> tuple[Point, ...]:
    """Tell how a handbook did, month by month.

    Raises:
        PluginError: when git cannot tell.
    """
    try:
        repository = repository_of(folders)
        commit_of(repository, "HEAD")
        if repository.is_shallow:
            report.tell_note(SHALLOW)
        return look_back(repository, _EVERY, handbook=named(folders))
    except CannotRunError as error:
        raise PluginError(f"journeybook: history: {error}") from error


def with_past(
    compilation: Compilation, points: Sequence[Point], config: MkDocsConfig
) -> Compilation:
    """Add how the handbook, its journeys and its phases did to their overviews."""
    renderer = Renderer(resources_of(config).templates, compilation.site.wording)
    pages = tuple(
        with_history(page, points, renderer, compilation.site) for page in compilation.pages
    )
    return replace(compilation, pages=pages)
