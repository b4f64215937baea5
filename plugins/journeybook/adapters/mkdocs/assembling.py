"""The handbook of one build among the files of its site."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from mkdocs.structure.files import File, Files

from journeybook.adapters.mkdocs import site_files
from journeybook.adapters.mkdocs.comparing import compile_since, with_past
from journeybook.adapters.mkdocs.compiling import JourneybookOptions, compile_site
from journeybook.adapters.mkdocs.others import posts_of, spare
from journeybook.adapters.mkdocs.site_sources import SiteSources
from journeybook.pipeline import Compilation


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """What was read, what was made of it, and the files of ours among those of the site."""

    sources: SiteSources
    compilation: Compilation
    made: Mapping[str, File]
    taken: Mapping[str, File]


def assemble(sources: SiteSources, options: JourneybookOptions) -> Assembled:
    """Compile a handbook; add its files to those of the site, and take out what has no page."""
    compilation = _below(_compiled(sources, options), sources.part)
    taken = site_files.take_out(sources.files, compilation, sources.part)
    made = site_files.place(sources.files, compilation, sources.config, sources.part)
    spare(sources.config, made)
    return Assembled(
        sources=sources,
        compilation=compilation,
        made=made,
        taken={file.src_uri: file for file in taken},
    )


def settle(before: Assembled, files: Files, options: JourneybookOptions) -> Assembled:
    """Do it again when other plugins made, edited or removed what we read; else leave it.

    What they removed of ours stays away.
    """
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
    removed = {uri for uri in before.made if files.get_file_from_path(uri) is None}
    for uri, file in before.made.items():
        if files.get_file_from_path(uri) is file:
            files.remove(file)
    again = assemble(now, options)
    for uri in removed & again.made.keys():
        files.remove(again.made[uri])
    return again


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
            replace(one, uris=tuple(f"{part}{uri}" for uri in one.uris))
            for one in compilation.sections
        ),
        documents={f"{part}{uri}": one for uri, one in compilation.documents.items()},
    )


def _compiled(sources: SiteSources, options: JourneybookOptions) -> Compilation:
    since = options.compare_to
    compilation = (
        compile_since(sources, options, since) if since else compile_site(sources, options)
    )
    return with_past(compilation, sources.config) if options.history else compilation
