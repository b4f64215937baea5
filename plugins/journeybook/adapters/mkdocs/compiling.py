"""From a MkDocs configuration to compiled handbooks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from mkdocs.structure.files import File

from journeybook.adapters.disk.language import language_for_all, wording_in
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.resources import shipped
from journeybook.adapters.disk.versions.in_time import compiled_since, earlier, with_past
from journeybook.adapters.disk.versions.looking_back import SHALLOW
from journeybook.adapters.disk.versions.snapshots import repository_of
from journeybook.adapters.mkdocs.judging import Ready, judge_site, resources_of
from journeybook.adapters.mkdocs.options import JourneybookOptions, compared_to, refusing
from journeybook.adapters.mkdocs.outcome import Whole
from journeybook.adapters.mkdocs.outlining import outline, told, with_prose
from journeybook.adapters.mkdocs.site_sources import SiteSources
from journeybook.counts.counting import Counts
from journeybook.exports.audiences import AUDIENCES, audience_script
from journeybook.exports.finder import FINDER, finder_script
from journeybook.history.portfolio import PORTFOLIO, Member, portfolio_page
from journeybook.pages.parts.filling.renderer import Renderer, TemplateFaultError
from journeybook.pages.parts.page import Page
from journeybook.rendering import Compilation, documents_of, render_handbook
from journeybook.sources.reading import Known
from journeybook.wording import Wording

_FAULTS = (CannotRunError, TemplateFaultError)


@dataclass(slots=True, kw_only=True)
class Memory:
    """What is `known` of the files of each handbook, by its folder among the pages.

    And, where they are `served`, of what all were made that were compiled last, with what came of
    it and every number of each handbook.
    """

    served: bool = False
    known: dict[str, Known] = field(default_factory=dict)
    made_of: object = None
    whole: Whole = field(default_factory=Whole)
    counts: tuple[Counts, ...] = ()


def compile_site(
    sources: Sequence[SiteSources], options: JourneybookOptions, memory: Memory
) -> Whole:
    """Compile all handbooks of a site.

    What was read of a file before is not read again; and where only prose has changed since, what
    was made of the rest is not made again.

    Raises:
        PluginError: when something about an option cannot be done.
    """
    ready = [judge_site(one, options, memory.known.setdefault(one.part, {})) for one in sources]
    made_of = _made_of(ready, options) if memory.served else None
    if made_of is not None and made_of == memory.made_of:
        whole = _with_prose(memory.whole, ready, memory.counts)
    else:
        whole = _compiled(ready, options)
        memory.counts = tuple(one.judged.site.counts for one in ready) if memory.served else ()
    memory.made_of, memory.whole = made_of, whole
    return whole


def _made_of(ready: Sequence[Ready], options: JourneybookOptions) -> object:
    # A comparison tells of prose too; and nobody knows what others read who have a part in it.
    ours = all(one.settings.resources is shipped() for one in ready)
    if compared_to(options) or _is_extended() or not ours:
        return None
    return dict(options), [one.substance for one in ready]


def _with_prose(whole: Whole, ready: Sequence[Ready], counts: Sequence[Counts]) -> Whole:
    handbooks = (
        with_prose(outcome, documents_of(one.judged), one.judged.site.with_counts(known))
        for outcome, one, known in zip(whole.handbooks, ready, counts, strict=True)
    )
    return replace(whole, handbooks=tuple(handbooks), page=_portfolio(ready))


def _compiled(ready: Sequence[Ready], options: JourneybookOptions) -> Whole:
    compiled = [(one.sources, _compilation(one, options)) for one in ready]
    compilations = {sources.part: one for sources, one in compiled}
    findings = tuple(found for one in compilations.values() for found in one.findings)
    count, stop = told(findings, options.fail_on, _wording(ready))
    return Whole(
        handbooks=tuple(outline(one, sources, options.fail_on) for sources, one in compiled),
        page=_portfolio(ready),
        scripts={
            FINDER: finder_script(compilations),
            AUDIENCES: audience_script(compilations),
        },
        count=count,
        stop=stop,
        notes=tuple(_notes(ready, options)),
        is_extended=_is_extended(),
    )


def _is_extended() -> bool:
    return bool(shipped().rules or shipped().areas)


def _compilation(ready: Ready, options: JourneybookOptions) -> Compilation:
    sources, now = ready.sources, ready.judged
    if since := compared_to(options):
        with refusing("compare_to: ", _FAULTS):
            before = earlier(now, sources.folders, since)
        with refusing(errors=_FAULTS):
            compilation = compiled_since(before, now, ready.settings, since)
    else:
        with refusing(errors=_FAULTS):
            compilation = render_handbook(now)
    compilation = with_past(compilation, ready.past, ready.settings)
    return _below(compilation, sources.part)


def _notes(ready: Sequence[Ready], options: JourneybookOptions) -> Iterator[str]:
    if options.history:
        shallow = (repository_of(one.sources.folders).is_shallow for one in ready)
        yield from (SHALLOW for is_shallow in shallow if is_shallow)


def _wording(ready: Sequence[Ready]) -> Wording:
    return wording_in(language_for_all(ready[0].sources.folders))


def _portfolio(ready: Sequence[Ready]) -> Page | None:
    if len(ready) == 1:
        return None
    sources = ready[0].sources
    config = sources.config
    members = [
        Member(
            title=one.sources.folders.title,
            part=one.sources.part,
            site=one.judged.site,
            past=one.past,
        )
        for one in ready
    ]
    place = File(PORTFOLIO, config.docs_dir, config.site_dir, config.use_directory_urls).dest_uri
    written = (file.src_uri for file in sources.files if file.dest_uri == place)
    wording = _wording(ready)
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
    )
