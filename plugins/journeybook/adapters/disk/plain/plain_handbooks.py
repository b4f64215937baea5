"""The handbooks of a site, compiled as its configuration asks, with links from file to file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from journeybook.adapters.disk.icons import icon_named
from journeybook.adapters.disk.language import language_for_all, wording_in
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.sites.configuration import refuse_missing
from journeybook.adapters.disk.sites.handbook_folders import Folders, options_of
from journeybook.adapters.disk.sites.hosting import discussion_pattern, edit_address
from journeybook.adapters.disk.versions.in_time import compiled_since, earlier, past_of, with_past
from journeybook.adapters.disk.workspace import day_of, files_of
from journeybook.exports.formats import can_write_documents
from journeybook.history.points import Point
from journeybook.history.portfolio import Member, portfolio_page
from journeybook.history.since import with_earlier_days
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.shape import Shape, published_at
from journeybook.pipeline import CompileSettings, read_handbook
from journeybook.rendering import Compilation, render_handbook
from journeybook.resources import Resources


@dataclass(frozen=True, kw_only=True)
class Made:
    """A handbook, what was made of it, and how it did before."""

    folders: Folders
    compilation: Compilation
    past: tuple[Point, ...]


@dataclass(frozen=True, kw_only=True)
class Compiling:
    """What handbooks are compiled with; without a `day`, it is the site's, or today."""

    settings: Mapping[str, Any]
    resources: Resources
    day: date | None

    def made(self, folders: Folders) -> Made:
        """Compile a handbook.

        Raises:
            CannotRunError: when something that is asked for cannot be done.
        """
        refuse_missing(folders)
        options, settings = options_of(self.settings), self._settings_for(folders)
        if options.get("untrusted"):
            raise CannotRunError("untrusted: only the plugin makes the text of strangers harmless")
        now = read_handbook(files_of(folders), settings, day_of(self.day, folders))
        past = past_of(folders, len(now.handbook.paths), is_asked=options.get("history"))
        now = with_earlier_days(now, past)
        compilation = (
            compiled_since(earlier(now, folders, str(since)), now, settings)
            if (since := options.get("compare_to"))
            else render_handbook(now)
        )
        compilation = with_past(compilation, past, settings)
        return Made(folders=folders, compilation=compilation, past=past)

    def _settings_for(self, folders: Folders) -> CompileSettings:
        settings, options = self.settings, options_of(self.settings)
        repository = settings.get("repo_url")
        edit, template = settings.get("edit_uri"), settings.get("edit_uri_template")
        return CompileSettings(
            resources=self.resources,
            config=folders.config,
            shared=folders.shared,
            hides=True,
            shape=Shape(
                content=folders.content,
                directory_urls=folders.directory_urls,
                to_sources=True,
                edit_uri=edit_address(repository, edit, template, folders.part),
                discuss=discussion_pattern(options.get("discuss"), repository),
                data=options.get("data") is not False,
                for_word=can_write_documents(),
                published=published_at(settings.get("site_url"), folders.part),
                icon=icon_named,
            ),
        )


def portfolio(handbooks: Sequence[Made], resources: Resources, written: str | None) -> Page | None:
    """Make the page about several handbooks, in place of the one that an author has `written`."""
    if len(handbooks) == 1:
        return None
    wording = wording_in(language_for_all(handbooks[0].folders))
    members = [
        Member(
            title=one.folders.title, part=one.folders.part, site=one.compilation.site, past=one.past
        )
        for one in handbooks
    ]
    return portfolio_page(members, Renderer(resources.templates, wording), wording, written)
