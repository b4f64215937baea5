"""From a MkDocs configuration to compiled handbooks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from journeybook.adapters.disk.hosting import discussion_pattern, edit_address
from journeybook.adapters.disk.icons import icon_named
from journeybook.adapters.disk.language import language_for_all, wording_in
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.resources import shipped, with_templates
from journeybook.adapters.disk.versions.in_time import compiled_since, earlier, past_of, with_past
from journeybook.adapters.disk.versions.line_history import line_days
from journeybook.adapters.disk.versions.looking_back import SHALLOW
from journeybook.adapters.disk.versions.snapshots import repository_of
from journeybook.adapters.mkdocs.options import (
    TEMPLATES,
    JourneybookOptions,
    compared_to,
    day_of,
    refusing,
)
from journeybook.adapters.mkdocs.outcome import Whole
from journeybook.adapters.mkdocs.outlining import outline, told
from journeybook.adapters.mkdocs.site_reading import read_site
from journeybook.adapters.mkdocs.site_sources import SiteSources
from journeybook.exports.audiences import AUDIENCES, audience_script
from journeybook.exports.finder import FINDER, finder_script
from journeybook.exports.formats import can_write_documents
from journeybook.history.points import Point
from journeybook.history.portfolio import PORTFOLIO, Member, portfolio_page
from journeybook.history.since import with_earlier_days
from journeybook.pages.parts.filling.renderer import Renderer, TemplateFaultError
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.shape import Shape
from journeybook.pipeline import CompileSettings, Judged, Resources, read_handbook
from journeybook.rendering import Compilation, render_handbook
from journeybook.sources.reading import Known
from journeybook.wording import Wording

Memory = dict[str, Known]
"""What is known of the files of each handbook, by its folder among the pages."""

_FAULTS = (CannotRunError, TemplateFaultError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """A handbook with its pages, and how it did before."""

    sources: SiteSources
    compilation: Compilation
    past: tuple[Point, ...]


def compile_site(
    sources: Sequence[SiteSources], options: JourneybookOptions, memory: Memory
) -> Whole:
    """Compile all handbooks of a site; what was read of a file before is not read again.

    Raises:
        PluginError: when something about an option cannot be done.
    """
    compiled = [_compiled(one, options, memory) for one in sources]
    wording = wording_in(language_for_all(sources[0].folders))
    compilations = {one.sources.part: one.compilation for one in compiled}
    findings = tuple(found for one in compiled for found in one.compilation.findings)
    count, stop = told(findings, options.fail_on, wording)
    return Whole(
        handbooks=tuple(outline(one.compilation, one.sources, options.fail_on) for one in compiled),
        page=_portfolio(compiled, wording) if len(compiled) > 1 else None,
        scripts={
            FINDER: finder_script(compilations),
            AUDIENCES: audience_script(compilations),
        },
        count=count,
        stop=stop,
        notes=tuple(_notes(sources, options)),
        is_extended=bool(shipped().rules or shipped().areas),
    )


def _compiled(sources: SiteSources, options: JourneybookOptions, memory: Memory) -> Compiled:
    now, settings = judge_site(sources, options, memory.setdefault(sources.part, {}))
    past = _past(sources, len(now.handbook.paths), options)
    now = with_earlier_days(now, past)
    if since := compared_to(options):
        with refusing("compare_to: ", _FAULTS):
            before = earlier(now, sources.folders, since)
        with refusing(errors=_FAULTS):
            compilation = compiled_since(before, now, settings, since)
    else:
        with refusing(errors=_FAULTS):
            compilation = render_handbook(now)
    compilation = with_past(compilation, past, settings)
    return Compiled(sources=sources, compilation=_below(compilation, sources.part), past=past)


def _past(sources: SiteSources, files: int, options: JourneybookOptions) -> tuple[Point, ...]:
    with refusing("history: "):
        return past_of(sources.folders, files, is_asked=options.history)


def _notes(sources: Sequence[SiteSources], options: JourneybookOptions) -> Iterator[str]:
    if options.history:
        yield from (SHALLOW for one in sources if repository_of(one.folders).is_shallow)


def judge_site(
    site: SiteSources, options: JourneybookOptions, known: Known
) -> tuple[Judged, CompileSettings]:
    """Judge what a site has to read; the settings are for its pages.

    Of what is `known` of files, what is there no more is forgotten.
    """
    config, folders = site.config, site.folders
    with refusing("discuss: "):
        discuss = discussion_pattern(options.discuss, config.repo_url)
    settings = CompileSettings(
        resources=resources_of(config),
        config=folders.config,
        shared=folders.shared,
        line_days=line_days(folders),
        hides=True,
        shape=Shape(
            content=folders.content,
            directory_urls=config.use_directory_urls,
            edit_uri=edit_address(config.repo_url, config.edit_uri, folders.part),
            discuss=discuss,
            data=options.data_,
            for_word=can_write_documents(),
            icon=icon_named,
        ),
    )
    sources = read_site(site, of_strangers=options.untrusted)
    there = set(sources)
    for key in [key for key in known if key[0] not in there]:
        del known[key]
    return read_handbook(sources, settings, day_of(options), known), settings


def resources_of(config: MkDocsConfig) -> Resources:
    """Give what ships with us, with the site's own templates in place of ours.

    Raises:
        PluginError: when an installed package promises what it does not hold.
    """
    own = Path(config.theme.custom_dir or ".") / TEMPLATES
    with refusing():
        return with_templates(own) if config.theme.custom_dir and own.is_dir() else shipped()


def _portfolio(handbooks: Sequence[Compiled], wording: Wording) -> Page:
    sources = handbooks[0].sources
    config = sources.config
    members = [
        Member(
            title=one.sources.folders.title,
            part=one.sources.part,
            site=one.compilation.site,
            past=one.past,
        )
        for one in handbooks
    ]
    place = File(PORTFOLIO, config.docs_dir, config.site_dir, config.use_directory_urls).dest_uri
    written = (file.src_uri for file in sources.files if file.dest_uri == place)
    renderer = Renderer(resources_of(config).templates, wording)
    return portfolio_page(members, renderer, wording, next(written, None))


def _below(compilation: Compilation, part: str) -> Compilation:
    # A handbook knows its own folder; the engine knows all of the site.
    if not part:
        return compilation
    return replace(
        compilation,
        pages=tuple(
            replace(page, uri=f"{part}{page.uri}", source=page.source and f"{part}{page.source}")
            for page in compilation.pages
        ),
        sections=tuple(
            one.mapped(lambda uris: tuple(f"{part}{uri}" for uri in uris))
            for one in compilation.sections
        ),
        documents={f"{part}{uri}": one for uri, one in compilation.documents.items()},
    )
