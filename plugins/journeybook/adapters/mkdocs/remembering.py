"""The history of the handbook on its overviews, for the option `history`."""

from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from journeybook.adapters.disk.git import GitError
from journeybook.adapters.disk.looking_back import look_back
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.snapshots import commit_of, repository_of
from journeybook.adapters.mkdocs.compiling import resources_of
from journeybook.history.history_block import with_history
from journeybook.pages.parts.renderer import Renderer
from journeybook.pipeline import Compilation

_EVERY = "month"


def with_past(compilation: Compilation, config: MkDocsConfig) -> Compilation:
    """Add how the handbook, its journeys and its phases did, month by month, to their overviews.

    Raises:
        PluginError: when git cannot tell.
    """
    root = Path(config.config_file_path or ".").resolve().parent
    try:
        repository = repository_of(root)
        commit_of(repository, "HEAD")
        points = look_back(repository, _EVERY)
    except (CannotRunError, GitError) as error:
        raise PluginError(f"journeybook: history: {error}") from error
    renderer = Renderer(resources_of(config).templates, compilation.site.wording)
    pages = tuple(
        with_history(page, points, renderer, compilation.site) for page in compilation.pages
    )
    return replace(compilation, pages=pages)
