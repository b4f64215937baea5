"""The plugin class: the hooks of MkDocs, each handed on to a function."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from journeybook.adapters.mkdocs import assembling, report, site_files
from journeybook.adapters.mkdocs.assembling import Assembly, Compiler
from journeybook.adapters.mkdocs.keeping.compilation import KeptCompiling
from journeybook.adapters.mkdocs.keeping.keeper import Keeper
from journeybook.adapters.mkdocs.keeping.language import language_in
from journeybook.adapters.mkdocs.keeping.opening import keeper, keeping, shelf_of
from journeybook.adapters.mkdocs.navigation import set_navigation
from journeybook.adapters.mkdocs.options import (
    JourneybookOptions,
    is_for_few,
    is_keeping,
    refuse_emptied,
    refuse_unwritable,
)
from journeybook.adapters.mkdocs.pages import searching, site_pages, untrusted
from journeybook.adapters.mkdocs.pages.extension import HandbookExtension
from journeybook.adapters.mkdocs.pages.page import content_of, is_kept, output_of
from journeybook.adapters.mkdocs.placing import Placing
from journeybook.adapters.mkdocs.styles import with_needed_styles
from journeybook.adapters.mkdocs.theming import complete_theme
from journeybook.pages.parts.page import Block

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

    from journeybook.adapters.mkdocs.serving.saving import Saves

_EARLY = 100
_LATE = -100
# After the defaults that authors write for whole folders.
_SAID = 45
# After those that make, edit or remove files; before those that arrange what is there.
_SETTLED = -90
# After the blog has put excerpts of its posts into a page.
_LAST = -110


class JourneybookPlugin(BasePlugin[JourneybookOptions]):
    """Assembles journeys, matrices and gap reports from the files of a MkDocs site."""

    def __init__(self) -> None:
        """Start with nothing compiled."""
        self.assembled: Assembly | None = None
        self.placing = Placing()
        self.serving = self.dirty = False
        self.compiler = Compiler()
        self.keeping: KeptCompiling | None = None
        self.keeper: Keeper | None = None
        self.saves: Saves | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keep this instance across rebuilds, and remember whether somebody is watching."""
        self.serving, self.dirty = command == "serve", dirty
        self.compiler.serving = self.serving
        if self.serving:
            from journeybook.adapters.mkdocs.serving.saving import Saves  # noqa: PLC0415 - for whoever serves

            self.saves = Saves(self)

    @event_priority(_EARLY)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Turn on what our pages need, before the search asks the theme for its language."""
        if self.config.enabled:
            refuse_unwritable(config.site_dir)
            if not self.serving:
                refuse_emptied(config, self.config)
            shelf = shelf_of(config, serving=self.serving) if self._is_keeping else None
            complete_theme(config, language_in(config, self.config, shelf))
            site_files.add_to_config(config)
            ours: Any = HandbookExtension(lambda: self.placing, of_strangers=self.config.untrusted)
            config.markdown_extensions.append(ours)
            report.tell_settings(config)
        if self.config.untrusted:
            untrusted.need_cleaner()
        if self.saves:
            self.saves.look(config)
        return config

    @event_priority(_EARLY)
    def _files_early(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Compile the handbook before other plugins look at the files, and add its pages."""
        self.assembled, self.placing, self.keeping, self.keeper = None, Placing(), None, None
        if self.config.enabled:
            sources = assembling.sources_in(config, files, self.config, drafts=self.serving)
            if self._is_keeping:
                self.keeping = keeping(config, self.compiler, serving=self.serving)
            self.assembled = assembling.assemble(
                sources, self.config, self.keeping or self.compiler
            )
        return files

    @event_priority(_SETTLED)
    def _files_settled(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take in what other plugins made of the files, and tell what was found."""
        if self.assembled is None:
            return files
        self.assembled = assembling.settle(self.assembled, files, self.config, self.compiler)
        report.tell(self.assembled.whole, stop=not self.serving)
        self.placing = Placing.of(self.assembled)
        set_navigation(config, files, self.assembled.whole)
        if self.keeping:
            self.keeper = keeper(self.keeping, config, files, self.placing, serving=self.serving)
        return files

    on_files = CombinedEvent(_files_early, _files_settled)

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """Give MkDocs the text of a file that we have read, with what is for the theme."""
        return site_pages.source_of(page, self.placing, config)

    @event_priority(_SAID)
    def _markdown_said(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Make text of what authors say of a page, before other plugins add what is HTML."""
        if not is_kept(page):
            site_pages.make_plain(page, config.theme, trusted=not self.config.untrusted)
        return markdown

    @event_priority(_LATE)
    def _markdown_late(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Put the author's text into our page, after other plugins had their turn with it."""
        if is_kept(page):
            return markdown
        return site_pages.composed(markdown, page, self.placing, config)

    on_page_markdown = CombinedEvent(_markdown_said, _markdown_late)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put above the title of a page where it stands, once its first heading has named it."""
        file = page.file
        return html if is_kept(page) else f"{self.placing.trail(file.src_uri, file.url)}{html}"

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Tell which pages of ours are gone, and remember what stands around every page."""
        report.tell_away(assembling.pages_away(self.assembled, files))
        if self.assembled:
            self.assembled = assembling.arranged(self.assembled, nav, files)
            self.placing = Placing.of(self.assembled)
        if self.keeper:
            self.keeper.nav, self.keeper.placing = nav, self.placing
        return nav

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:  # noqa: ANN401
        """Take over what the theme made of the same pages at the build before."""
        return self.keeper.begin(env) if self.keeper else env

    def on_pre_template(
        self,
        template: Any,  # noqa: ANN401
        *,
        template_name: str,
        config: MkDocsConfig,
    ) -> Any:  # noqa: ANN401
        """Take over a page of the theme."""
        return self.keeper.static(template_name, template) if self.keeper else template

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Keep a page of the theme."""
        if self.keeper:
            self.keeper.keep_static(template_name, output_content)
        return output_content

    @event_priority(_EARLY)
    def _context_early(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the search the words of our blocks; their tags would take it half of the build."""
        if self.keeper:
            self.keeper.take(page)
        if not is_kept(page):
            page.content = searching.hidden_from_search(page.content or "", self._blocks_of(page))
        return context

    @event_priority(_LAST)
    def _context_late(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Show them again, after the search has taken the page."""
        if output_of(page) is not None:
            return context
        page.content = content_of(page) or searching.shown_again(
            page.content or "", self._blocks_of(page)
        )
        excerpts: Any = context.get("posts") or ()
        shown = (page.content, *(excerpt.content for excerpt in excerpts))
        # What the template is given is a copy, so every page chooses for itself.
        context["config"] = with_needed_styles(config, "".join(shown), site_files.FOLDER)
        return context

    on_page_context = CombinedEvent(_context_early, _context_late)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Name its language, ask search engines to leave out a site for few, and keep it."""
        if output_of(page) is not None:
            return output
        output = site_pages.finished(output, page, self.placing, listed=not is_for_few(self.config))
        if self.keeper:
            self.keeper.keep(page, output)
        return output

    @event_priority(_LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Tell the search of the pages that were taken over, and keep all for the next build."""
        if self.keeper:
            self.keeper.end()
        if self.saves:
            self.saves.stand()
        self.keeper = None

    @event_priority(_LAST)
    def on_build_error(self, *, error: Exception) -> None:
        """Say in a sentence what the disk refused."""
        report.tell_refused(error)

    def on_serve(
        self, server: "LiveReloadServer", *, config: MkDocsConfig, builder: object
    ) -> "LiveReloadServer":
        """Rebuild when the team's decisions or the site's templates change, come or go."""
        if self.saves:
            self.saves.attend(server, config)
        return server

    def on_shutdown(self) -> None:
        """Write nothing more when the site is taken away."""
        if self.saves:
            self.saves.end()

    def _blocks_of(self, page: Page) -> Iterator[tuple[Block, str]]:
        return self.placing.blocks(page.file.src_uri, page.file.url)

    @property
    def _is_keeping(self) -> bool:
        return is_keeping(self.config) and not self.dirty
