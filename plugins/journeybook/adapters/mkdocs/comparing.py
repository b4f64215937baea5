"""The site beside earlier states of it, for the options `compare_to` and `history`."""

from dataclasses import replace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from journeybook.adapters.disk.looking_back import SHALLOW, look_back
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.snapshots import at_commit, commit_of, repository_of
from journeybook.adapters.mkdocs import report
from journeybook.adapters.mkdocs.compiling import (
    JourneybookOptions,
    judge_site,
    rendered,
    resources_of,
)
from journeybook.adapters.mkdocs.site_sources import SiteSources, root_of
from journeybook.compare.altered import altered_statements
from journeybook.compare.comparison import compare
from journeybook.compare.page import changes_page
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
    comparison = compare(_earlier(site_sources.config, now, since), now)
    site = replace(now.site, altered=altered_statements(comparison))
    compilation = rendered(replace(now, site=site), settings)
    renderer = Renderer(settings.resources.templates, site.wording)
    page = changes_page(comparison, site, renderer, since)
    pages = (*compilation.pages, page)
    return replace(compilation, pages=pages, sections=contents(site, pages))


def _earlier(config: MkDocsConfig, now: Judged, since: str) -> Judged:
    try:
        repository = repository_of(root_of(config))
        return at_commit(repository, commit_of(repository, since)).judge(
            now.handbook.today, hides=True
        )
    except CannotRunError as error:
        raise PluginError(f"journeybook: compare_to: {error}") from error


_EVERY = "month"


def with_past(compilation: Compilation, config: MkDocsConfig) -> Compilation:
    """Add how the handbook, its journeys and its phases did, month by month, to their overviews.

    Raises:
        PluginError: when git cannot tell.
    """
    try:
        repository = repository_of(root_of(config))
        commit_of(repository, "HEAD")
        if repository.is_shallow:
            report.tell_note(SHALLOW)
        points = look_back(repository, _EVERY)
    except CannotRunError as error:
        raise PluginError(f"journeybook: history: {error}") from error
    renderer = Renderer(resources_of(config).templates, compilation.site.wording)
    pages = tuple(
        with_history(page, points, renderer, compilation.site) for page in compilation.pages
    )
    return replace(compilation, pages=pages)
