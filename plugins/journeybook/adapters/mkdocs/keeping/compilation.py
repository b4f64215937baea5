"""Handbooks that are compiled only when something that is read for them has changed."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from journeybook.adapters.disk.keeping.shelf import Shelf, digest
from journeybook.adapters.mkdocs.assembling import Compiler
from journeybook.adapters.mkdocs.keeping.ground import Unsteady
from journeybook.adapters.mkdocs.keeping.reading import states_of, sum_of
from journeybook.adapters.mkdocs.keeping.templates import OF_OURS, KeptCode
from journeybook.adapters.mkdocs.keeping.whole import plain, whole_of, without_blocks
from journeybook.adapters.mkdocs.options import JourneybookOptions
from journeybook.adapters.mkdocs.outcome import Whole
from journeybook.adapters.mkdocs.site_sources import SiteSources, root_of
from journeybook.pages.parts.filling.compiled import OURS

HANDBOOKS, _STATE = "handbooks", "state"
KEPT = (HANDBOOKS, _STATE)
"""What compiled handbooks are kept under, and in which state their files were."""


@dataclass(slots=True, kw_only=True)
class KeptCompiling:
    """Compiles handbooks, or gives what they were at the build before on the same `ground`.

    What was `made` at this build is kept when its pages are finished.
    """

    shelf: Shelf
    ground: bytes
    compiler: Compiler
    made: tuple[bytes, tuple[str, ...], Whole] | None = None

    def __call__(self, sources: Sequence[SiteSources], options: JourneybookOptions) -> Whole:
        """Give what the site needs of its handbooks."""
        root = root_of(sources[0].config)
        try:
            # Before anything is read: what changes meanwhile is then read again next time.
            inside = sum_of(self.ground, sources, options)
            if whole := self._before(inside, root):
                return replace(whole, again=partial(self.anew, sources, options))
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
        if self.made is None:
            return
        state, elsewhere, whole = self.made
        # Where an author's front matter holds what only the theme understands, it is not kept.
        with suppress(ValueError):
            self.shelf.write(HANDBOOKS, (state, plain(without_blocks(whole, sums))))
            self.shelf.write(_STATE, (self.ground, state, elsewhere))

    def anew(self, sources: Sequence[SiteSources], options: JourneybookOptions) -> Whole:
        """Compile them, with our templates as they are kept."""
        code = KeptCode(shelf=self.shelf, name=OF_OURS, ground=self.ground, templates=OURS)
        code.load()
        whole = self.compiler(sources, options)
        code.save()
        return whole

    def _before(self, inside: bytes, root: Path) -> Whole | None:
        # The handbooks are large, so they are read only where they will do.
        kept = self.shelf.read(_STATE)
        if not isinstance(kept, tuple) or kept[0] != self.ground:
            return None
        # Which files an inventory names is the same as long as what says so is.
        _, state, elsewhere = kept
        if state != _with_elsewhere(inside, root, elsewhere):
            return None
        handbooks = self.shelf.read(HANDBOOKS)
        if not isinstance(handbooks, tuple) or handbooks[0] != state:
            return None
        return whole_of(handbooks[1])


def _with_elsewhere(inside: bytes, root: Path, elsewhere: Iterable[str]) -> bytes:
    states = (part for top in elsewhere for part in states_of(str(root / top), top))
    return digest([inside, *states])


def _elsewhere(sources: Sequence[SiteSources]) -> tuple[str, ...]:
    # It takes the models of all that an inventory can say.
    from journeybook.adapters.disk.inventory_files import tops_elsewhere  # noqa: PLC0415

    return tuple(sorted({top for one in sources for top in tops_elsewhere(one.folders)}))
