"""What a save changes of a site that is served: some pages and files, and not all of it anew.

The engine builds a whole site for every letter that is saved, though mostly a few pages change.
These alone are made here, by the same hooks of the same plugins and within the navigation that
stands. Wherever anything else may be another than it was, the engine builds as ever.

Where all that we make may be another, the pages come first that were saved or that somebody looks
at. Whoever asks for more has to wait until it is made.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from signal import SIGTERM, default_int_handler, signal
from threading import Thread
from typing import Protocol

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.livereload import LiveReloadServer
from mkdocs.utils import get_build_date

from journeybook.adapters.disk.collecting import collect_soon, without_collecting
from journeybook.adapters.disk.keeping.lasting import Touch
from journeybook.adapters.mkdocs import report
from journeybook.adapters.mkdocs.assembling import Assembly, rearrange
from journeybook.adapters.mkdocs.judging import Ready
from journeybook.adapters.mkdocs.keeping.keeper import Keeper
from journeybook.adapters.mkdocs.keeping.whole import sum_at
from journeybook.adapters.mkdocs.options import JourneybookOptions
from journeybook.adapters.mkdocs.outcome import Whole
from journeybook.adapters.mkdocs.placing import Placing
from journeybook.adapters.mkdocs.redrawing import glimpse
from journeybook.adapters.mkdocs.serving.gate import Gate
from journeybook.adapters.mkdocs.serving.noticing import notice
from journeybook.adapters.mkdocs.serving.seen import NOTHING, saved_pages, seen
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
        # Whoever ends the server otherwise than by Ctrl+C leaves no copy of the site behind either.
        with suppress(ValueError):
            signal(SIGTERM, default_int_handler)
        self._hooks = hooks
        self._watch: FolderWatch | None = None
        self._seen: Mapping[str, Touch] = {}
        self._standing: Standing | None = None
        self._rest = Thread()

    def look(self, config: MkDocsConfig) -> None:
        """See in which state the files are of which a site will be built."""
        beside = tuple(read_beside(config, self._hooks.config))
        self._seen, self._standing = _seen(config, beside), None
        if self._watch:
            self._watch.look_at((Path(config.docs_dir), *beside))

    def attend(self, server: LiveReloadServer, config: MkDocsConfig) -> None:
        """Let a server see whatever the site is made of, and ask for no more than has changed."""
        server.builder = partial(self._rebuild, server.builder, Gate(server))
        pages = Path(config.docs_dir)
        self._watch = FolderWatch(server, watched=[pages])
        wanted = (pages, *read_beside(config, self._hooks.config))
        self._watch.look_at(wanted)
        notice(server.observer, filter(Path.is_dir, wanted))

    def stand(self) -> None:
        """Take over a site that has been built, if it is one that keeps its pages."""
        keeper, assembly = self._hooks.keeper, self._hooks.assembled
        if keeper and assembly and not keeper.config.extra_templates:
            keeper.stand()
            self._standing = Standing(seen=self._seen, assembly=assembly, keeper=keeper)
        collect_soon()

    def finish(self) -> bool:
        """Wait until all is made of what was saved last; tell whether the site stands then."""
        if self._rest.is_alive():
            self._rest.join()
        return self._standing is not None

    def end(self) -> None:
        """Write nothing more, and leave nothing behind."""
        self.finish()
        if self._watch:
            self._watch.end()

    def _rebuild(self, build: Callable[[], None], gate: Gate) -> None:
        self.finish()
        gate.begin()
        standing, self._standing = self._standing, None
        if not (standing and self._is_shown(standing, gate)):
            try:
                build()
            except ConfigurationError as error:
                # The server tells of an end in a sentence, and of all else in many lines of code.
                raise Abort(str(error)) from error
            finally:
                gate.open()

    def _is_shown(self, standing: Standing, gate: Gate) -> bool:
        # The engine goes on as soon as something is shown, while the rest is made.
        self._rest = Thread(target=self._show, args=(standing, gate), daemon=True)
        self._rest.start()
        return gate.wait()

    def _show(self, standing: Standing, gate: Gate) -> None:
        if self._is_made(standing, gate):
            self._standing = standing
            gate.open()
            collect_soon()
        elif gate.is_held and self._watch:
            self._watch.ring("more has changed than some pages")
        else:
            gate.give_up()

    def _is_made(self, standing: Standing, gate: Gate) -> bool:
        config = standing.keeper.config
        try:
            now = _seen(config, read_beside(config, self._hooks.config))
            saved = saved_pages(standing.seen, now, config.docs_dir)
            standing.seen = now
            with without_collecting():
                return bool(saved) and self._is_taken_in(standing, saved, gate)
        except Exception as error:  # noqa: BLE001 - the engine meets it again, and tells of it
            report.tell_all_anew(error)
            return False

    def _is_taken_in(self, standing: Standing, saved: frozenset[str], gate: Gate) -> bool:
        sources, options = standing.assembly.sources, self._hooks.config
        first = partial(self._show_first, standing, saved, gate)
        whole = standing.keeper.compiling.anew(sources, options, first)
        before = standing.assembly
        if _outline(whole) != _outline(before.whole):
            return False
        assembly, written = rearrange(before, whole)
        placing = Placing.of(assembly)
        changed = {*_changed(standing.keeper.placing, placing), *written, *saved}
        self._take(assembly, placing)
        return is_shown(standing, assembly, placing, changed)

    def _show_first(
        self, standing: Standing, saved: frozenset[str], gate: Gate, ready: Sequence[Ready]
    ) -> None:
        keeper, before = standing.keeper, standing.assembly
        looked_at = {one.src_uri for one in keeper.pages if one.dest_uri == gate.asked}
        wanted = {keeper.placing.steps.get(uri, (uri, ""))[0] for uri in saved} | looked_at
        first = wanted & {page.uri for one in before.whole.handbooks for page in one.pages}
        whole = glimpse(before.whole, ready, first)
        if whole is None:
            return
        assembly, written = rearrange(before, whole)
        placing = Placing.of(assembly)
        self._take(assembly, placing)
        made = first | saved | written
        if not is_shown(standing, assembly, placing, made, tell=False):
            raise _MoreError
        gate.hold_all_but(_files_as_they_are(standing, made))

    def _take(self, assembly: Assembly, placing: Placing) -> None:
        self._hooks.assembled, self._hooks.placing = assembly, placing


def _seen(config: MkDocsConfig, beside: Iterable[Path]) -> Mapping[str, Touch]:
    own = (config.docs_dir, config.config_file_path or "", *config.watch)
    # The list of all pages tells the day of the build.
    return {get_build_date(): NOTHING, **seen((*own, *beside))}


class _MoreError(Exception):
    """More than some pages is another than it was."""


def _files_as_they_are(standing: Standing, pages: Collection[str]) -> frozenset[str]:
    # What is no page and not made of a handbook is written once.
    whole = standing.assembly.whole
    made = {*whole.scripts, *(uri for one in whole.handbooks for uri in one.files)}
    return frozenset(
        file.dest_uri
        for file in standing.keeper.files
        if file.src_uri in pages or not (file.is_documentation_page() or file.src_uri in made)
    )


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
