"""Begins a build that keeps its pages, where everything that makes them is known."""

from collections.abc import Iterable, Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from journeybook.adapters.disk.keeping.shelf import Shelf, shelf_in
from journeybook.adapters.mkdocs import report
from journeybook.adapters.mkdocs.assembling import Compiler
from journeybook.adapters.mkdocs.keeping.compilation import KeptCompiling
from journeybook.adapters.mkdocs.keeping.ground import Unsteady, ground_of
from journeybook.adapters.mkdocs.keeping.keeper import Keeper
from journeybook.adapters.mkdocs.pages.page import KeptPage
from journeybook.adapters.mkdocs.placing import Placing
from journeybook.adapters.mkdocs.site_sources import root_of, site_name


def keeping(config: MkDocsConfig, compiler: Compiler, *, serving: bool) -> KeptCompiling | None:
    """Begin to keep what this build makes; None where something may change it unseen."""
    try:
        ground = ground_of(config)
    except Unsteady as why:
        report.tell_unkept(str(why))
        return None
    shelf = shelf_of(config, serving=serving)
    if shelf is None:
        return None
    return KeptCompiling(shelf=shelf, ground=ground, compiler=compiler)


def keeper(
    compiling: KeptCompiling,
    config: MkDocsConfig,
    files: Files,
    placing: Placing,
    *,
    serving: bool,
) -> Keeper:
    """Give what keeps the pages, and make pages that can be kept."""
    made = Keeper(compiling=compiling, config=config, files=files, placing=placing, serving=serving)
    made.load()
    _make_pages(made)
    return made


def shelf_of(config: MkDocsConfig, *, serving: bool) -> Shelf | None:
    """Give the place for what is kept of a site; None where it cannot be written."""
    # What is served has other addresses than what is published.
    name = f"{site_name(config)}.{'served' if serving else 'built'}"
    return shelf_in(root_of(config), name)


def _make_pages(keeper: Keeper) -> None:
    # Those that can be kept, for the files that the engine would make one for in silence.
    files, config = keeper.files, keeper.config
    for title, path in _named(config.nav):
        file = files.get_file_from_path(path)
        if file is None or file.page is not None or file.inclusion.is_excluded():
            continue
        if file.is_documentation_page():
            KeptPage(title, file, config, keeper)
    for file in files.documentation_pages():
        # Of a page that stands nowhere in the navigation and should, the engine tells.
        if file.page is None and file.inclusion.is_not_in_nav():
            KeptPage(None, file, config, keeper)


def _named(entry: object, title: str | None = None) -> Iterator[tuple[str | None, str]]:
    if isinstance(entry, str):
        yield title, entry
    elif isinstance(entry, dict):
        for key, value in entry.items():
            yield from _named(value, key)
    elif isinstance(entry, Iterable):
        for value in entry:
            yield from _named(value)
