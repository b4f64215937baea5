"""Handbooks that are compiled only when something that is read for them has changed."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from journeybook.adapters.disk.shelf import Shelf, digest
from journeybook.adapters.mkdocs.assembling import Compiler
from journeybook.adapters.mkdocs.keeping.ground import Unsteady
from journeybook.adapters.mkdocs.keeping.reading import states_of, sum_of
from journeybook.adapters.mkdocs.keeping.templates import OF_OURS, KeptCode
from journeybook.adapters.mkdocs.keeping.whole import plain, whole_of
from journeybook.adapters.mkdocs.options import JourneybookOptions
from journeybook.adapters.mkdocs.outcome import Whole
from journeybook.adapters.mkdocs.site_sources import SiteSources, root_of
from journeybook.pages.parts.compiled import OURS

HANDBOOKS = "handbooks"
"""What compiled handbooks are kept under."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCompiling:
    """Compiles handbooks, or gives what they were at the build before on the same `ground`."""

    shelf: Shelf
    ground: bytes
    compiler: Compiler

    def __call__(self, sources: Sequence[SiteSources], options: JourneybookOptions) -> Whole:
        """Give what the site needs of its handbooks."""
        root = root_of(sources[0].config)
        kept = self.shelf.read(HANDBOOKS)
        try:
            # Before anything is read: what changes meanwhile is then read again next time.
            inside = sum_of(self.ground, sources, options)
            if isinstance(kept, tuple) and kept[0] == self.ground:
                _, before, elsewhere, handbooks = kept
                # Which files an inventory names is the same as long as what says so is.
                if before == _with_elsewhere(inside, root, elsewhere):
                    return whole_of(handbooks)
            elsewhere = _elsewhere(sources)
            state = _with_elsewhere(inside, root, elsewhere)
        except Unsteady:
            return self.compiler(sources, options)
        code = KeptCode(shelf=self.shelf, name=OF_OURS, ground=self.ground, templates=OURS)
        code.load()
        whole = self.compiler(sources, options)
        code.save()
        if not whole.is_extended:
            # Where an author's front matter holds what only the theme understands, it is not kept.
            with suppress(ValueError):
                self.shelf.write(HANDBOOKS, (self.ground, state, elsewhere, plain(whole)))
        return whole


def _with_elsewhere(inside: bytes, root: Path, elsewhere: Iterable[str]) -> bytes:
    states = (part for top in elsewhere for part in states_of(str(root / top), top))
    return digest([inside, *states])


def _elsewhere(sources: Sequence[SiteSources]) -> tuple[str, ...]:
    # It takes the models of all that an inventory can say.
    from journeybook.adapters.disk.inventory_files import tops_elsewhere  # noqa: PLC0415

    return tuple(sorted({top for one in sources for top in tops_elsewhere(one.folders)}))
