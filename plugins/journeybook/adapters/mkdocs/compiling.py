"""From a MkDocs configuration to compiled handbooks."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from mkdocs.structure.files import File

from journeybook.adapters.disk.keeping.lasting import Lasting
from journeybook.adapters.disk.keeping.shelf import digest
from journeybook.adapters.disk.language import language_for_all, wording_in
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.resources import shipped
from journeybook.adapters.disk.versions.in_time import compiled_since, earlier, with_past
from journeybook.adapters.disk.versions.looking_back import SHALLOW
from journeybook.adapters.disk.versions.snapshots import repository_of
from journeybook.adapters.mkdocs.judging import Ready, judge_site, resources_of
from journeybook.adapters.mkdocs.options import JourneybookOptions, compared_to, refusing
from journeybook.adapters.mkdocs.outcome import Earlier, Whole
from journeybook.adapters.mkdocs.outlining import outline, told
from journeybook.adapters.mkdocs.redrawing import with_prose
from journeybook.adapters.mkdocs.site_sources import SiteSources
from journeybook.counts.counting import Counts
from journeybook.exports.audiences import AUDIENCES, audience_script
from journeybook.exports.finder import FINDER, finder_script
from journeybook.history.portfolio import PORTFOLIO, Member, portfolio_page
from journeybook.pages.parts.filling.renderer import Renderer, TemplateFaultError
from journeybook.pages.parts.page import Page
from journeybook.rendering import Compilation, render_handbook
from journeybook.sources.reading import Known
from journeybook.substance import Substance
from journeybook.wording import Wording

AtOnce = Callable[[Sequence[Ready]], None]
"""Shows something of handbooks that are judged before all is made of them."""

_FAULTS = (CannotRunError, TemplateFaultError)


@dataclass(slots=True, kw_only=True)
class Memory:
    """What is `known` of the files of each handbook, by its folder among the pages.

    And, where they are `served`, what all were made into that were compiled last, every number
    of each handbook, and what of their files is `lasting` as long as nothing but a text is saved.
    """

    served: bool = False
    known: dict[str, Known] = field(default_factory=dict)
    lasting: dict[str, Lasting] = field(default_factory=dict)
    whole: Whole | None = None
    counts: Sequence[Counts] = ()


def compile_site(
    sources: Sequence[SiteSources],
    options: JourneybookOptions,
    memory: Memory,
    earlier: Earlier | None,
    at_once: AtOnce | None,
) -> Whole:
    """Compile all handbooks of a site.

    What was read of a file before is not read again; and where only prose has changed since, what
    was made of the rest is not made again. Where it is, what is wanted `at_once` comes first.

    Raises:
        PluginError: when something about an option cannot be done.
    """
    ready = [_judged(one, options, memory, is_saved=at_once is not None) for one in sources]
    made_of = _made_of(ready, options) if memory.served or earlier else None
    before = _before(made_of, memory, earlier) if made_of else None
    whole = _with_prose(before, ready, options, memory.counts) if before else None
    if whole is None:
        if at_once and made_of:
            at_once(ready)
        whole = _compiled(ready, options)
    whole = replace(whole, made_of=made_of)
    if memory.served:
        memory.whole, memory.counts = whole, [one.judged.site.counts for one in ready]
    return whole


def _judged(
    site: SiteSources, options: JourneybookOptions, memory: Memory, *, is_saved: bool
) -> Ready:
    if not is_saved:
        memory.lasting.pop(site.part, None)
    lasting = memory.lasting.setdefault(site.part, Lasting())
    return judge_site(site, options, memory.known.setdefault(site.part, {}), lasting)


def _made_of(ready: Sequence[Ready], options: JourneybookOptions) -> "_MadeOf | None":
    # A comparison tells of prose too; and nobody knows what others read who have a part in it.
    ours = all(one.settings.resources is shipped() for one in ready)
    if compared_to(options) or _is_extended() or not ours:
        return None
    return _MadeOf(options=dict(options), handbooks=[one.substance for one in ready])


@dataclass(frozen=True, kw_only=True)
class _MadeOf:
    # All that is made of handbooks depends on this, but for what prose says.
    options: Mapping[str, object]
    handbooks: Sequence[tuple[str, str, Substance]]

    @cached_property
    def sum(self) -> bytes:
        return digest(self._told())

    def _told(self) -> Iterator[str]:
        yield repr(self.options)
        for part, title, substance in self.handbooks:
            yield from (part, title)
            yield from substance.as_text()


def _before(made_of: _MadeOf, memory: Memory, earlier: Earlier | None) -> Whole | None:
    if memory.whole:
        return memory.whole if memory.whole.made_of == made_of else None
    return earlier(made_of) if earlier else None


def _with_prose(
    whole: Whole, ready: Sequence[Ready], options: JourneybookOptions, counts: Sequence[Counts]
) -> Whole | None:
    for one, known in zip(ready, counts, strict=False):
        one.judged.site.take_counts(known)
    spoken = with_prose(whole, ready)
    if spoken is None:
        return None
    return replace(spoken, page=_portfolio(ready), notes=tuple(_notes(ready, options)))


def _compiled(ready: Sequence[Ready], options: JourneybookOptions) -> Whole:
    compiled = [(one.sources, _compilation(one, options)) for one in ready]
    compilations = {sources.part: one for sources, one in compiled}
    findings = tuple(found for one in compilations.values() for found in one.findings)
    count, stop = told(findings, options.fail_on, _wording(ready))
    return Whole(
        handbooks=tuple(outline(one, sources, options.fail_on) for sources, one in compiled),
        page=_portfolio(ready),
        scripts={FINDER: finder_script(compilations), AUDIENCES: audience_script(compilations)},
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
            compilation = compiled_since(before, now, ready.settings)
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
    wording = _wording(ready)
    renderer = Renderer(resources_of(config).templates, wording)
    return portfolio_page(members, renderer, wording, sources.places.get(place))


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
        sections=tuple(one.below(part) for one in compilation.sections),
    )
