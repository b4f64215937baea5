"""Handbooks that are compiled only when something that is read for them has changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from journeybook.adapters.disk.inventory_files import tops_elsewhere
from journeybook.adapters.disk.shelf import Shelf
from journeybook.adapters.mkdocs.assembling import Compiler
from journeybook.adapters.mkdocs.keeping.ground import Unsteady
from journeybook.adapters.mkdocs.keeping.reading import sum_of
from journeybook.adapters.mkdocs.keeping.templates import OF_OURS, KeptCode
from journeybook.adapters.mkdocs.keeping.whole import plain, whole_of
from journeybook.adapters.mkdocs.options import JourneybookOptions
from journeybook.adapters.mkdocs.outcome import Whole
from journeybook.adapters.mkdocs.site_sources import SiteSources
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
        elsewhere = {str(top) for one in sources for top in tops_elsewhere(one.folders)}
        try:
            # Before anything is read: what changes meanwhile is then read again next time.
            state = sum_of(self.ground, sources, options, elsewhere)
        except Unsteady:
            return self.compiler(sources, options)
        kept = self.shelf.read(HANDBOOKS)
        if isinstance(kept, tuple) and kept[0] == state:
            return whole_of(kept[1])
        code = KeptCode(shelf=self.shelf, name=OF_OURS, ground=self.ground, templates=OURS)
        code.load()
        whole = self.compiler(sources, options)
        code.save()
        if not whole.is_extended:
            self._keep(state, whole)
        return whole

    def _keep(self, state: bytes, whole: Whole) -> None:
        try:
            self.shelf.write(HANDBOOKS, (state, plain(whole)))
        except ValueError:
            # An author's front matter holds something that only the theme understands.
            return
