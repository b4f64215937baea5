"""Begins a build that keeps its pages, where everything that makes them is known."""

from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from journeybook.adapters.disk.shelf import Shelf, shelf_in
from journeybook.adapters.mkdocs import report
from journeybook.adapters.mkdocs.assembling import Compiler
from journeybook.adapters.mkdocs.keeping.compilation import KeptCompiling
from journeybook.adapters.mkdocs.keeping.ground import Unsteady, ground_of
from journeybook.adapters.mkdocs.keeping.keeper import Keeper, with_pages
from journeybook.adapters.mkdocs.placing import Placing
from journeybook.adapters.mkdocs.site_sources import root_of, site_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """Where a build keeps what it makes, and what all of it depends on."""

    shelf: Shelf
    ground: bytes
    serving: bool

    def compiling(self, compiler: Compiler) -> KeptCompiling:
        """Give what compiles the handbooks, where that is not done already."""
        return KeptCompiling(shelf=self.shelf, ground=self.ground, compiler=compiler)

    def keeper(self, config: MkDocsConfig, files: Files, placing: Placing) -> Keeper:
        """Give what keeps the pages, and make pages that can be kept."""
        made = Keeper(
            shelf=self.shelf,
            ground=self.ground,
            config=config,
            files=files,
            placing=placing,
            serving=self.serving,
        )
        made.load()
        with_pages(made)
        return made


def keeping(config: MkDocsConfig, *, serving: bool) -> Keeping | None:
    """Begin to keep what this build makes; None where something may change it unseen."""
    try:
        ground = ground_of(config)
    except Unsteady as why:
        report.tell_unkept(str(why))
        return None
    shelf = shelf_of(config, serving=serving)
    return Keeping(shelf=shelf, ground=ground, serving=serving) if shelf else None


def shelf_of(config: MkDocsConfig, *, serving: bool) -> Shelf | None:
    """Give the place for what is kept of a site; None where it cannot be written."""
    # What is served has other addresses than what is published.
    name = f"{site_name(config)}.{'served' if serving else 'built'}"
    return shelf_in(root_of(config), name)
