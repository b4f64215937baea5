"""Handbooks that are compiled only when something that is read for them has changed."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journeybook.adapters.disk.keeping.shelf import Shelf, digest
from journeybook.adapters.mkdocs.assembling import Compiler
from journeybook.adapters.mkdocs.keeping.ground import Unsteady
from journeybook.adapters.mkdocs.keeping.reading import states_of, sum_of
from journeybook.adapters.mkdocs.keeping.templates import OF_OURS, KeptCode
from journeybook.adapters.mkdocs.keeping.whole import (
    page_of,
    plain,
    sum_of_page,
    whole_of,
    without_blocks,
)
from journeybook.adapters.mkdocs.options import JourneybookOptions
from journeybook.adapters.mkdocs.outcome import Earlier, MadeOf, Whole
from journeybook.adapters.mkdocs.pages.record import Finished
from journeybook.adapters.mkdocs.site_sources import SiteSources, root_of
from journeybook.pages.parts.filling.compiled import OURS
from journeybook.pages.parts.page import Page

if TYPE_CHECKING:
    from journeybook.adapters.mkdocs.compiling import AtOnce

HANDBOOKS, _STATE = "handbooks", "state"
KEPT = (HANDBOOKS, _STATE)
"""What compiled handbooks are kept under, and in which state their files were."""

State = tuple[bytes, bytes, tuple[str, ...], bytes]
_UNKNOWN: State = (b"", b"", (), b"")


@dataclass(slots=True, kw_only=True)
class KeptCompiling:
    """Compiles handbooks, or gives what they were at the build before on the same `ground`.

    What was `made` at this build, of files `among` which others stand, is kept when its pages are
    finished.
    """

    shelf: Shelf
    ground: bytes
    compiler: Compiler
    made: tuple[bytes, tuple[str, ...], Whole] | None = None
    among: bytes = b""

    def __call__(self, sources: Sequence[SiteSources], options: JourneybookOptions) -> Whole:
        """Give what the site needs of its handbooks."""
        root = root_of(sources[0].config)
        self.among = digest(f"{one.src_uri} {one.inclusion.value}" for one in sources[0].files)
        try:
            # Before anything is read: what changes meanwhile is then read again next time.
            inside = sum_of(self.ground, sources, options)
            if whole := self._before(inside, root):
                return self._with_blocks(whole, sources, options)
            elsewhere = _elsewhere(sources)
            state = _with_elsewhere(inside, root, elsewhere)
        except Unsteady:
            return self.compiler(sources, options)
        whole = self.anew(sources, options)
        if not whole.is_extended:
            self.made = (state, elsewhere, whole)
        return whole

    def keep(self, sums: Mapping[str, bytes]) -> None:
        """Keep what was compiled, but for the blocks of pages that have `sums`."""
        if self.made is None or self.made[2].sums.keys() - sums.keys():
            return
        state, elsewhere, whole = self.made
        same = self._sum(whole.made_of) if whole.made_of else b""
        whole = replace(whole, made_of=None, kept=None, again=None)
        # Where an author's front matter holds what only the theme understands, it is not kept.
        with suppress(ValueError):
            self.shelf.write(HANDBOOKS, (state, plain(without_blocks(whole, sums))))
            self.shelf.write(_STATE, (self.ground, state, elsewhere, same))

    def anew(
        self,
        sources: Sequence[SiteSources],
        options: JourneybookOptions,
        at_once: "AtOnce | None" = None,
    ) -> Whole:
        """Compile them, or put other prose into what they were where nothing else has changed.

        What is wanted `at_once` is shown before all is compiled.
        """
        whole = self._made(sources, options, self._earlier, at_once)
        return self._with_blocks(whole, sources, options)

    def _in_full(self, sources: Sequence[SiteSources], options: JourneybookOptions) -> Whole:
        self.compiler.forget()
        return self._made(sources, options)

    def _made(
        self,
        sources: Sequence[SiteSources],
        options: JourneybookOptions,
        earlier: Earlier | None = None,
        at_once: "AtOnce | None" = None,
    ) -> Whole:
        # With our templates as they are kept.
        code = KeptCode(shelf=self.shelf, name=OF_OURS, ground=self.ground, templates=OURS)
        code.load()
        whole = self.compiler(sources, options, earlier, at_once)
        code.save()
        return whole

    def _with_blocks(
        self, whole: Whole, sources: Sequence[SiteSources], options: JourneybookOptions
    ) -> Whole:
        sums = whole.sums
        kept, again = partial(self._page, sums), partial(self._in_full, sources, options)
        return replace(whole, kept=kept, again=again) if sums else whole

    def _page(self, sums: Mapping[str, bytes], uri: str) -> Page | None:
        finished = self.shelf.read(name_of(uri))
        ours = Finished(*finished).ours if isinstance(finished, tuple) else None
        page = page_of(ours) if ours else None
        return page if page and sum_of_page(page) == sums[uri] else None

    def _before(self, inside: bytes, root: Path) -> Whole | None:
        _, state, elsewhere, _ = self._state()
        # Which files an inventory names is the same as long as what says so is.
        if state != _with_elsewhere(inside, root, elsewhere):
            return None
        return self._whole(state)

    def _earlier(self, made_of: MadeOf) -> Whole | None:
        _, state, _, same = self._state()
        return self._whole(state) if same and same == self._sum(made_of) else None

    def _state(self) -> State:
        # The handbooks are large, so they are read only where they will do.
        kept: Any = self.shelf.read(_STATE)
        return kept if isinstance(kept, tuple) and kept[0] == self.ground else _UNKNOWN

    def _whole(self, state: bytes) -> Whole | None:
        handbooks: Any = self.shelf.read(HANDBOOKS)
        is_of_it = isinstance(handbooks, tuple) and handbooks[0] == state
        return whole_of(handbooks[1]) if is_of_it else None

    def _sum(self, made_of: MadeOf) -> bytes:
        return digest([self.among, made_of.sum])


def name_of(uri: str) -> str:
    """Tell under which name a page is kept."""
    return digest([uri]).hex()


def _with_elsewhere(inside: bytes, root: Path, elsewhere: Iterable[str]) -> bytes:
    states = (part for top in elsewhere for part in states_of(str(root / top), top))
    return digest([inside, *states])


def _elsewhere(sources: Sequence[SiteSources]) -> tuple[str, ...]:
    # It takes the models of all that an inventory can say.
    from journeybook.adapters.disk.inventory_files import tops_elsewhere  # noqa: PLC0415

    return tuple(sorted({top for one in sources for top in tops_elsewhere(one.folders)}))
