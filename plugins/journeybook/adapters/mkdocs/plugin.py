"""The plugin class: the hooks of MkDocs, each handed on to a function."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from journeybook.adapters.mkdocs import report, site_files, site_pages, untrusted
from journeybook.adapters.mkdocs.comparing import compile_since, with_past
from journeybook.adapters.mkdocs.compiling import JourneybookOptions, compile_site
from journeybook.adapters.mkdocs.navigation import set_navigation
from journeybook.adapters.mkdocs.placing import Placing
from journeybook.adapters.mkdocs.styles import with_needed_styles
from journeybook.adapters.mkdocs.theming import complete_theme, has_tabs
from journeybook.adapters.mkdocs.watching import FolderWatch

_EARLY = 100
_LATE = -100


class JourneybookPlugin(BasePlugin[JourneybookOptions]):
    """Assembles journeys, matrices and gap reports from the files of a MkDocs site."""

    def __init__(self) -> None:
        """Start with nothing compiled."""
        self.placing = Placing()
        self.serving = False
        self.watch: FolderWatch | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keep this instance across rebuilds, and remember whether somebody is watching."""
        self.serving = command == "serve"

    @event_priority(_EARLY)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Turn on what our pages need, before the search asks the theme for its language."""
        if self.config.enabled:
            complete_theme(config, self.config.config)
            site_files.add_to_config(config)
        if self.config.untrusted:
            untrusted.need_cleaner()
        if self.watch:
            self.watch.look_at(self._folders(config))
        return config

    @event_priority(_EARLY)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Compile the handbook before other plugins look at the files, and add its pages."""
        if not self.config.enabled:
            return files
        since = self.config.compare_to
        compilation = (
            compile_since(config, self.config, files, drafts=self.serving, since=since)
            if since
            else compile_site(config, self.config, files, drafts=self.serving)
        )
        if self.config.history:
            compilation = with_past(compilation, config)
        report.tell(compilation.findings, self.config.fail_on, stop=not self.serving)
        self.placing = Placing.of(compilation)
        site_files.add(files, compilation, config)
        set_navigation(config, files, compilation.sections)
        return files

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """Give MkDocs the text of a file that we have read, without its front matter."""
        tagged = "material/tags" in config.plugins
        return site_pages.source_of(page, self.placing, tagged=tagged)

    @event_priority(_LATE)
    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Put the author's text into our page, after other plugins had their turn with it."""
        trusted = not self.config.untrusted
        site_pages.make_plain(page, self.placing, config.theme, trusted=trusted)
        return site_pages.composed(markdown, page, self.placing, tabs=has_tabs(config))

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put in the blocks whose words the search should find."""
        if self.config.untrusted:
            html = untrusted.harmless(html, site_pages.markers(page, self.placing))
        return site_pages.with_blocks(html, page, self.placing, searchable=True)

    @event_priority(_LATE)
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Put in the other blocks, after the search has taken the page."""
        page.content = site_pages.with_blocks(
            page.content or "", page, self.placing, searchable=False
        )
        # What the template is given is a copy, so every page chooses for itself.
        context["config"] = with_needed_styles(config, page.content, site_files.FOLDER)
        return context

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: Any,  # noqa: ANN401
    ) -> LiveReloadServer:
        """Rebuild when the team's decisions or the site's templates change, come or go."""
        self.watch = FolderWatch(server)
        self.watch.look_at(self._folders(config))
        return server

    def _folders(self, config: MkDocsConfig) -> Iterator[Path]:
        root = Path(config.config_file_path or ".").parent
        yield root / self.config.config
        if config.theme.custom_dir:
            yield Path(config.theme.custom_dir)
