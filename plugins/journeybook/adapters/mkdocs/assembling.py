"""The handbooks of one build among the files of their site."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from mkdocs.structure.files import File, Files

from journeybook.adapters.disk.in_time import compiled_since, earlier, past_of, with_past
from journeybook.adapters.disk.language import language_for_all, wording_in
from journeybook.adapters.disk.looking_back import SHALLOW
from journeybook.adapters.disk.snapshots import repository_of
from journeybook.adapters.mkdocs import report, site_files
from journeybook.adapters.mkdocs.compiling import (
    JourneybookOptions,
    compared_to,
    judge_site,
    refusing,
    resources_of,
)
from journeybook.adapters.mkdocs.others import posts_of, spare
from journeybook.adapters.mkdocs.site_sources import SiteSources
from journeybook.findings import Finding
from journeybook.history.points import Point
from journeybook.history.portfolio import PORTFOLIO, Member, portfolio_page
from journeybook.history.since import with_earlier_days
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.renderer import Renderer
from journeybook.rendering import Compilation, render_handbook
from journeybook.wording import Wording

Made = Mapping[str, File]
"""Files of ours among those of the site, by path."""

_Kind = TypeVar("_Kind", "Assembled", "Assembly")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """One handbook: what was read, what was made of it, and how it did before."""

    sources: SiteSources
    compilation: Compilation
    made: Made
    taken: Made
    past: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembly:
    """All handbooks of a site; `made` belongs to none of them alone."""

    handbooks: tuple[Assembled, ...]
    made: Made = field(default_factory=dict)
    page: Page | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found in all of them."""
        return tuple(found for one in self.handbooks for found in one.compilation.findings)

    @property
    def wording(self) -> Wording:
        """What is said of all of them together."""
        return _wording(self.handbooks)


def assemble(sources: Sequence[SiteSources], options: JourneybookOptions) -> Assembly:
    """Compile handbooks; add their files to those of the site, and take out what has no page."""
    return _whole([_assembled(one, options) for one in sources])


def settle(before: Assembly, files: Files, options: JourneybookOptions) -> Assembly:
    """Do it again when other plugins made, edited or removed what we read; else leave it.

    What they removed of ours stays away.
    """
    handbooks = [_settled(one, files, options) for one in before.handbooks]
    if all(one is other for one, other in zip(handbooks, before.handbooks, strict=True)):
        return before
    return _anew(before.made, files, lambda: _whole(handbooks))


def _assembled(sources: SiteSources, options: JourneybookOptions) -> Assembled:
    compilation, past = _compiled(sources, options)
    compilation = _below(compilation, sources.part)
    taken = site_files.take_out(sources.files, compilation, sources.part)
    made = site_files.place(sources.files, compilation, sources.config, sources.part)
    return Assembled(
        sources=sources,
        compilation=compilation,
        made=made,
        taken={file.src_uri: file for file in taken},
        past=past,
    )


def _compiled(
    sources: SiteSources, options: JourneybookOptions
) -> tuple[Compilation, tuple[Point, ...]]:
    now, settings = judge_site(sources, options)
    past = _past(sources, len(now.handbook.paths), options)
    now = with_earlier_days(now, past)
    if since := compared_to(options):
        with refusing("compare_to: "):
            before = earlier(now, sources.folders, since)
        with refusing():
            compilation = compiled_since(before, now, settings, since)
    else:
        with refusing():
            compilation = render_handbook(now)
    return with_past(compilation, past, settings), past


def _past(sources: SiteSources, files: int, options: JourneybookOptions) -> tuple[Point, ...]:
    with refusing("history: "):
        past = past_of(sources.folders, files, is_asked=options.history)
        if options.history and repository_of(sources.folders).is_shallow:
            report.tell_note(SHALLOW)
    return past


def _settled(before: Assembled, files: Files, options: JourneybookOptions) -> Assembled:
    origins = before.sources.origins
    away = (*before.taken, *posts_of(before.sources.config, origins))
    now = replace(
        before.sources,
        files=files,
        ours=before.made.keys(),
        taken={uri: origins.get(uri) for uri in away},
    )
    if not now.differs(origins):
        return before
    return _anew(before.made, files, lambda: _assembled(now, options))


def _anew(made: Made, files: Files, make: Callable[[], _Kind]) -> _Kind:
    removed = {uri for uri in made if files.get_file_from_path(uri) is None}
    for uri, file in made.items():
        if files.get_file_from_path(uri) is file:
            files.remove(file)
    again = make()
    for uri in removed & again.made.keys():
        files.remove(again.made[uri])
    return again


def _whole(handbooks: Sequence[Assembled]) -> Assembly:
    files, config = handbooks[0].sources.files, handbooks[0].sources.config
    page = _portfolio(handbooks) if len(handbooks) > 1 else None
    compilations = {one.sources.part: one.compilation for one in handbooks}
    shared = site_files.place_shared(files, page, config, compilations)
    made = dict(shared)
    for one in handbooks:
        made.update(one.made)
    site_files.keep_files(made, config)
    spare(config, made)
    return Assembly(handbooks=tuple(handbooks), made=shared, page=page)


def _portfolio(handbooks: Sequence[Assembled]) -> Page:
    sources = handbooks[0].sources
    config = sources.config
    wording = _wording(handbooks)
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


def _wording(handbooks: Sequence[Assembled]) -> Wording:
    return wording_in(language_for_all(handbooks[0].sources.folders))


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
