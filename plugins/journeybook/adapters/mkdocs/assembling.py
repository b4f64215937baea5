"""The handbooks of one build among the files of their site."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from journeybook.adapters.disk.collecting import without_collecting
from journeybook.adapters.mkdocs import site_files
from journeybook.adapters.mkdocs.navigation import lead_to_steps, pages_beside_others
from journeybook.adapters.mkdocs.options import JourneybookOptions, handbooks_of_site
from journeybook.adapters.mkdocs.others import lead_redirects, posts_of, spare
from journeybook.adapters.mkdocs.outcome import Earlier, Whole
from journeybook.adapters.mkdocs.site_sources import SiteSources

if TYPE_CHECKING:
    from journeybook.adapters.mkdocs.compiling import AtOnce

Made = Mapping[str, File]
"""Files of ours among those of the site, by path."""

Compiling = Callable[[Sequence[SiteSources], JourneybookOptions], Whole]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembly:
    """All handbooks of a site; what each was `taken` from, and what was made of all of them.

    The pages `beside` others stand in the navigation with more than a section of ours.
    """

    sources: tuple[SiteSources, ...]
    whole: Whole
    made: Made
    taken: tuple[Made, ...]
    beside: frozenset[str] = frozenset()


def sources_in(
    config: MkDocsConfig, files: Files, options: JourneybookOptions, *, drafts: bool
) -> list[SiteSources]:
    """Give the files of every handbook among those of a site."""
    return [
        SiteSources(config=config, files=files, folders=one, drafts=drafts)
        for one in handbooks_of_site(config, options)
    ]


@dataclass(slots=True)
class Compiler:
    """Compiles handbooks, and only then reads the code that it takes.

    While somebody writes it remembers what was read of each file, and what came of it.
    """

    serving: bool = False
    memory: Any = None

    def __call__(
        self,
        sources: Sequence[SiteSources],
        options: JourneybookOptions,
        earlier: Earlier | None = None,
        at_once: "AtOnce | None" = None,
    ) -> Whole:
        """Give what the site needs of its handbooks.

        Where nothing is remembered, what was made `earlier` of the same but for prose may do. What
        is wanted `at_once` is shown before all is made anew.
        """
        from journeybook.adapters.mkdocs.compiling import Memory, compile_site  # noqa: PLC0415

        self.memory = self.memory or Memory()
        self.memory.served = self.serving
        return compile_site(sources, options, self.memory, earlier, at_once)

    def forget(self) -> None:
        """Let what was made last be made again."""
        if self.memory:
            self.memory.whole = None


def assemble(
    sources: Sequence[SiteSources], options: JourneybookOptions, compiling: Compiling
) -> Assembly:
    """Compile handbooks; add their files to those of the site, and take out what has no page."""
    with without_collecting():
        return _assembled(sources, options, compiling)


def _assembled(
    sources: Sequence[SiteSources], options: JourneybookOptions, compiling: Compiling
) -> Assembly:
    # What there is must be known before anything of ours comes to it.
    for one in sources:
        one.look()
    whole = compiling(sources, options)
    files, config = sources[0].files, sources[0].config
    taken = [
        {file.src_uri: file for file in site_files.take_out(files, outcome)}
        for outcome in whole.handbooks
    ]
    made = _placed(whole, files, config)
    site_files.keep_files(made, config)
    spare(config, made)
    lead_redirects(config, {uri: at for one in whole.handbooks for uri, at in one.steps.items()})
    return Assembly(sources=tuple(sources), whole=whole, made=made, taken=tuple(taken))


def _placed(whole: Whole, files: Files, config: MkDocsConfig) -> Made:
    made: dict[str, File] = {}
    for outcome in whole.handbooks:
        made.update(site_files.place(files, outcome, config))
    return {**made, **site_files.place_shared(files, whole, config)}


def rearrange(before: Assembly, whole: Whole) -> tuple[Assembly, frozenset[str]]:
    """Put what the same handbooks give now where there is what they gave, in its order.

    A file of ours that is there still is the same one; those that hold something else are told.
    """
    files, config = before.sources[0].files, before.sources[0].config
    for file in before.made.values():
        files.remove(file)
    placed = _placed(whole, files, config)
    for file in placed.values():
        files.remove(file)
    made, changed = {}, set()
    for uri, file in placed.items():
        made[uri] = before.made.get(uri, file)
        if made[uri] is file or made[uri].content_bytes != file.content_bytes:
            made[uri].content_bytes = file.content_bytes
            changed.add(uri)
        files.append(made[uri])
    return replace(before, whole=whole, made=made), frozenset(changed)


def settle(
    before: Assembly, files: Files, options: JourneybookOptions, compiling: Compiling
) -> Assembly:
    """Do it again when other plugins made, edited or removed what we read; else leave it.

    What they removed of ours stays away.
    """
    now = [
        _now(sources, before, taken, files)
        for sources, taken in zip(before.sources, before.taken, strict=True)
    ]
    pairs = zip(now, before.sources, strict=True)
    if not any(sources.differs(earlier.origins) for sources, earlier in pairs):
        return before
    removed = {uri for uri in before.made if files.get_file_from_path(uri) is None}
    for uri, file in before.made.items():
        if files.get_file_from_path(uri) is file:
            files.remove(file)
    again = assemble(now, options, compiling)
    for uri in removed & again.made.keys():
        files.remove(again.made[uri])
    return again


def arranged(assembly: Assembly, nav: Navigation, files: Files) -> Assembly:
    """Take in how the pages stand in the navigation, and let its steps lead to their places."""
    lead_to_steps(nav, assembly.whole, assembly.sources[0].config)
    return replace(assembly, beside=pages_beside_others(nav, files, assembly.whole))


def pages_away(assembly: Assembly | None, files: Files) -> tuple[str, ...]:
    """Give the pages of ours that other plugins took off the site."""
    made = assembly.made if assembly else {}
    pages = (uri for uri, file in made.items() if file.is_documentation_page())
    return tuple(uri for uri in pages if files.get_file_from_path(uri) is None)


def _now(sources: SiteSources, before: Assembly, taken: Made, files: Files) -> SiteSources:
    away = (*taken, *posts_of(sources.config, sources.origins))
    return replace(
        sources,
        files=files,
        ours=before.made.keys(),
        taken={uri: sources.origins.get(uri) for uri in away},
    )
