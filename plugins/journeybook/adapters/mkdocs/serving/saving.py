"""What a save changes of a site that is served: some pages and files, and not all of it anew.

The engine builds a whole site for every letter that is saved, though mostly a few pages change.
These alone are made here, by the same hooks of the same plugins and within the navigation that
stands. Wherever anything else may be another than it was, the engine builds as ever.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Protocol

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.utils import get_build_date

from journeybook.adapters.disk.collecting import collect_soon, without_collecting
from journeybook.adapters.mkdocs import report
from journeybook.adapters.mkdocs.assembling import Assembly, rearrange
from journeybook.adapters.mkdocs.keeping.keeper import Keeper
from journeybook.adapters.mkdocs.keeping.whole import sum_at
from journeybook.adapters.mkdocs.options import JourneybookOptions
from journeybook.adapters.mkdocs.outcome import Whole
from journeybook.adapters.mkdocs.placing import Placing
from journeybook.adapters.mkdocs.serving.seen import NOTHING, State, saved_pages, seen
from journeybook.adapters.mkdocs.serving.standing import Standing, is_shown
from journeybook.adapters.mkdocs.serving.watching import FolderWatch, read_beside
from journeybook.pages.parts.page import Page


class Hooks(Protocol):
    """What the hooks of the engine know, which make the pages."""

    config: JourneybookOptions
    keeper: Keeper | None
    assembled: Assembly | None
    placing: Placing


class Saves:
    """Makes a site again after a save; whatever is not simple is left to the engine."""

    def __init__(self, hooks: Hooks) -> None:
        """Begin before anything is built."""
        self._hooks = hooks
        self._watch: FolderWatch | None = None
        self._seen: Mapping[str, State] = {}
        self._standing: Standing | None = None

    def look(self, config: MkDocsConfig) -> None:
        """See in which state the files are of which a site will be built."""
        beside = tuple(read_beside(config, self._hooks.config))
        self._seen, self._standing = _seen(config, beside), None
        if self._watch:
            self._watch.look_at(beside)

    def attend(self, server: LiveReloadServer, config: MkDocsConfig) -> None:
        """Let a server see whatever the site is made of, and ask for no more than has changed."""
        server.builder = self._instead_of(server.builder)
        self._watch = FolderWatch(server)
        self._watch.look_at(read_beside(config, self._hooks.config))

    def stand(self) -> None:
        """Take over a site that has been built, if it is one that keeps its pages."""
        keeper, assembly = self._hooks.keeper, self._hooks.assembled
        if keeper and assembly and not keeper.config.extra_templates:
            keeper.stand()
            self._standing = Standing(seen=self._seen, assembly=assembly, keeper=keeper)

    def _instead_of(self, build: Callable[[], None]) -> Callable[[], None]:
        def rebuild() -> None:
            standing, self._standing = self._standing, None
            if standing and self._is_made(standing):
                self._standing = standing
                collect_soon()
            else:
                build()

        return rebuild

    def _is_made(self, standing: Standing) -> bool:
        config = standing.keeper.config
        now = _seen(config, read_beside(config, self._hooks.config))
        saved = saved_pages(standing.seen, now, config.docs_dir)
        standing.seen = now
        if not saved:
            return False
        with without_collecting():
            try:
                return self._is_taken_in(standing, saved)
            except Exception as error:  # noqa: BLE001 - the engine meets it again, and tells of it
                report.tell_all_anew(error)
                return False

    def _is_taken_in(self, standing: Standing, saved: frozenset[str]) -> bool:
        hooks, before = self._hooks, standing.assembly
        whole = standing.keeper.compiling.anew(before.sources, hooks.config)
        if _outline(whole) != _outline(before.whole):
            return False
        assembly, written = rearrange(before, whole)
        placing = Placing.of(assembly)
        changed = {*_changed(standing.keeper.placing, placing), *written, *saved}
        hooks.assembled, hooks.placing = assembly, placing
        return is_shown(standing, assembly, placing, changed)


def _seen(config: MkDocsConfig, beside: Iterable[Path]) -> Mapping[str, State]:
    own = (config.docs_dir, config.config_file_path or "", *config.watch)
    # The list of all pages tells the day of the build.
    return {get_build_date(): NOTHING, **seen((*own, *beside))}


def _outline(whole: Whole) -> object:
    # What the engine arranged its files and its navigation by.
    handbooks = [
        (
            *(one.part, one.title, one.sections, frozenset(one.taken)),
            *(one.definitions, one.steps),
            # Of our own pages, those come and go that nothing leads to but our other pages.
            [
                (page.uri, page.listed, page.source)
                for page in one.pages
                if page.listed or page.source
            ],
            {uri: (file.listed, file.covers) for uri, file in one.documents.items()},
        )
        for one in whole.handbooks
    ]
    return handbooks, whole.page and whole.page.uri, whole.scripts.keys()


def _changed(before: Placing, now: Placing) -> Iterator[str]:
    # Blocks that are left out are told by their sums; where none are, pages are compared faster.
    told = sum_at if before.sums or now.sums else _page
    yield from (uri for uri in now.pages if told(before, uri) != told(now, uri))
    for uri, document in now.documents.items():
        if document != before.documents[uri]:
            yield uri


def _page(placing: Placing, uri: str) -> Page | None:
    return placing.pages.get(uri)
