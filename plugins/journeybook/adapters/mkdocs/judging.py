"""From a MkDocs configuration to judged handbooks, ready to be shown."""

from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from journeybook.adapters.disk.git.line_history import line_days
from journeybook.adapters.disk.icons import icon_named
from journeybook.adapters.disk.keeping.lasting import Lasting
from journeybook.adapters.disk.resources import shipped, with_templates
from journeybook.adapters.disk.sites.hosting import discussion_pattern, edit_address
from journeybook.adapters.disk.versions.in_time import past_of
from journeybook.adapters.mkdocs.guesses import is_guessed
from journeybook.adapters.mkdocs.options import TEMPLATES, JourneybookOptions, day_of, refusing
from journeybook.adapters.mkdocs.site_reading import read_site
from journeybook.adapters.mkdocs.site_sources import SiteSources
from journeybook.exports.formats import can_write_documents
from journeybook.history.points import Point
from journeybook.history.since import with_earlier_days
from journeybook.pages.parts.shape import Shape, published_at
from journeybook.pipeline import CompileSettings, Judged, read_handbook
from journeybook.resources import Resources
from journeybook.sources.document import SourceFile
from journeybook.sources.reading import Known
from journeybook.substance import Substance, substance_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """A handbook that is judged, the files it was read from, and how it did before."""

    sources: SiteSources
    files: tuple[SourceFile, ...]
    judged: Judged
    past: tuple[Point, ...]

    @property
    def settings(self) -> CompileSettings:
        """What its pages are made with."""
        return self.judged.bench.settings

    @property
    def substance(self) -> tuple[str, str, Substance]:
        """What its pages are made of: its place, its title, and all that was read but for prose."""
        folders = self.sources.folders
        return folders.part, folders.title, substance_of(self.judged, self.files, self.past)


def judge_site(
    site: SiteSources, options: JourneybookOptions, known: Known, lasting: Lasting
) -> Ready:
    """Judge what a site has to read, of which something may be `lasting`.

    Of what is `known` of files, what is there no more is forgotten.

    Raises:
        PluginError: when something about an option cannot be done.
    """
    files = read_site(site, lasting, of_strangers=options.untrusted)
    there = set(files)
    for key in [key for key in known if key[0] not in there]:
        del known[key]
    judged = read_handbook(files, _settings(site, options), day_of(options), known)
    with refusing("history: "):
        past = past_of(site.folders, len(judged.handbook.paths), is_asked=options.history)
    return Ready(sources=site, files=files, judged=with_earlier_days(judged, past), past=past)


def _settings(site: SiteSources, options: JourneybookOptions) -> CompileSettings:
    config, folders = site.config, site.folders
    edit = None if is_guessed(config) else config.edit_uri
    with refusing("discuss: "):
        discuss = discussion_pattern(options.discuss, config.repo_url)
    return CompileSettings(
        resources=resources_of(config),
        config=folders.config,
        shared=folders.shared,
        line_days=line_days(folders),
        hides=True,
        shape=Shape(
            content=folders.content,
            directory_urls=config.use_directory_urls,
            edit_uri=edit_address(config.repo_url, edit, config.edit_uri_template, folders.part),
            discuss=discuss,
            data=options.data_,
            for_word=can_write_documents(),
            published=published_at(config.site_url, folders.part),
            icon=icon_named,
        ),
    )


def resources_of(config: MkDocsConfig) -> Resources:
    """Give what ships with us, with the site's own templates in place of ours.

    Raises:
        PluginError: when an installed package promises what it does not hold.
    """
    own = Path(config.theme.custom_dir or ".") / TEMPLATES
    with refusing():
        return with_templates(own) if config.theme.custom_dir and own.is_dir() else shipped()
