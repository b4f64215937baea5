"""The page that compares the site with an earlier state of it, for the option `compare_to`."""

from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from journeybook.adapters.cli.handbook import CannotRun
from journeybook.adapters.cli.past import at_commit, commit_of, repository_of
from journeybook.adapters.mkdocs.compiling import resources_of
from journeybook.pipeline import Compilation, Judged
from journeybook.render.contents import contents
from journeybook.render.renderer import Renderer
from journeybook.review.comparison import compare
from journeybook.review.page import changes_page


def with_changes(compilation: Compilation, config: MkDocsConfig, since: str) -> Compilation:
    """Add the page of what changed since a branch, tag or commit.

    Raises:
        PluginError: when git does not know it.
    """
    root = Path(config.config_file_path or ".").resolve().parent
    site = compilation.site
    try:
        repository = repository_of(root)
        before = at_commit(repository, commit_of(repository, since)).judge(site.handbook.today)
    except CannotRun as error:
        raise PluginError(f"journeybook: compare_to: {error.message}") from error
    now = Judged(
        handbook=compilation.handbook,
        findings=compilation.findings,
        site=site,
        documents=tuple(compilation.documents.values()),
    )
    renderer = Renderer(resources_of(config).templates, site.wording)
    page = changes_page(compare(before, now), site, renderer, since)
    pages = (*compilation.pages, page)
    return replace(compilation, pages=pages, sections=contents(site, pages))
