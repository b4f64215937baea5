"""A site that has been built and is served, and the pages of it that are made once more."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from gzip import GzipFile
from pathlib import Path
from typing import IO, Any

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.utils import get_build_timestamp, get_relative_url, write_file

from journeybook.adapters.disk.keeping.lasting import Touch
from journeybook.adapters.mkdocs import report
from journeybook.adapters.mkdocs.assembling import Assembly
from journeybook.adapters.mkdocs.keeping.frame import frame_of
from journeybook.adapters.mkdocs.keeping.keeper import Keeper
from journeybook.adapters.mkdocs.keeping.search_index import complete
from journeybook.adapters.mkdocs.pages.page import KeptPage, let_go
from journeybook.adapters.mkdocs.placing import Placing

_SEARCHES = ("search", "material/search")
_ALL_PAGES = "sitemap.xml"


@dataclass(slots=True, kw_only=True)
class Standing:
    """A site as it was built last: how its files were `seen`, and what was made of them."""

    seen: Mapping[str, Touch]
    assembly: Assembly
    keeper: Keeper


def is_shown(
    standing: Standing,
    assembly: Assembly,
    placing: Placing,
    changed: Collection[str],
    *,
    tell: bool = True,
) -> bool:
    """Make the pages and files that changed, unless there is more to it than that.

    What was told of the site before is told again when it is to tell.
    """
    keeper, before = standing.keeper, standing.assembly
    keeper.placing, standing.assembly = placing, assembly
    gone = before.made.keys() - assembly.made.keys()
    asked = {*changed, *_leading_to(gone, keeper), *(_untold(keeper) if tell else ())}
    files = [file for file in keeper.files if file.src_uri in asked]
    pages = list(_pages(files, keeper))
    if keeper.nav is None or any(not isinstance(page, KeptPage) for page in pages):
        return False
    for page in pages:
        keeper.make(page)
    if frame_of(keeper.nav, keeper.config) != keeper.frame:
        return False
    if tell:
        report.tell(assembly.whole, stop=False)
    _take_away(before.made[uri] for uri in gone)
    for file in files:
        if not file.is_documentation_page():
            file.copy_file()
    if before.made.keys() != assembly.made.keys():
        _write_list(keeper, keeper.nav)
    _write_pages(pages, keeper, keeper.nav)
    _end(keeper, pages)
    return True


def _leading_to(gone: Collection[str], keeper: Keeper) -> Iterator[str]:
    for uri, record in keeper.made.items():
        if any(f" {one} " in to for _, to in record.links for one in gone):
            yield uri


def _untold(keeper: Keeper) -> Iterator[str]:
    # What the engine told of a page it must tell again.
    return (file.src_uri for file in keeper.pages if file.src_uri not in keeper.made)


def _pages(files: Iterable[File], keeper: Keeper) -> Iterator[Any]:
    for file in files:
        if file.is_documentation_page() and not file.inclusion.is_excluded():
            made = file.page or KeptPage(None, file, keeper.config, keeper)
            yield made


def _take_away(files: Iterable[File]) -> None:
    for file in files:
        place = Path(file.abs_dest_path)
        place.unlink(missing_ok=True)
        with suppress(OSError):
            place.parent.rmdir()


def _write_list(keeper: Keeper, nav: Navigation) -> None:
    # The engine fills the list of all pages as it does any page of the theme.
    config, events, name = keeper.config, keeper.config.plugins, _ALL_PAGES
    told: Any = {"template_name": name, "config": config}
    template = events.on_pre_template(keeper.env.get_template(name), **told)
    base = get_relative_url(".", name)
    context = get_context(nav, keeper.files, config, base_url=base)
    output = template.render(events.on_template_context(context, **told))
    data = events.on_post_template(output, **told).encode()
    place = Path(config.site_dir, name)
    place.write_bytes(data)
    stamp = get_build_timestamp(pages=[one.page for one in keeper.pages if one.page])
    packed = place.with_name(f"{name}.gz")
    with packed.open("wb") as file, _packed(packed, file, stamp) as into:
        into.write(data)


def _packed(place: Path, file: IO[bytes], stamp: int) -> GzipFile:
    return GzipFile(filename=str(place), mode="wb", fileobj=file, mtime=stamp)


def _write_pages(pages: Iterable[KeptPage], keeper: Keeper, nav: Navigation) -> None:
    # What the engine does with every page once all have their titles.
    config, events = keeper.config, keeper.config.plugins
    there = keeper.pages
    search = list(_search_anew(config))
    for page in pages:
        page.active = True
        context = get_context(nav, there, config, page)
        template = keeper.env.get_template(page.meta.get("template", "main.html"))
        context = events.on_page_context(context, page=page, config=config, nav=nav)
        output = events.on_post_page(template.render(context), page=page, config=config)
        page.active = False
        _write(output.encode("utf-8", errors="xmlcharrefreplace"), Path(page.file.abs_dest_path))
    for one in search:
        one.on_post_build(config=config)


def _write(data: bytes, place: Path) -> None:
    # What was shown first is asked for already, and a file that is written is empty for a moment.
    if not place.is_file() or place.read_bytes() != data:
        write_file(data, str(place))


def _search_anew(config: MkDocsConfig) -> Iterator[Any]:
    # It has entries for each page that it was shown, however often.
    plugins: list[Any] = [config.plugins[name] for name in _SEARCHES if name in config.plugins]
    for one in plugins:
        if hasattr(one, "search_index"):
            one.search_index = type(one.search_index)(**one.config)
            yield one


def _end(keeper: Keeper, pages: Sequence[KeptPage]) -> None:
    config = keeper.config
    made = {page.file.src_uri for page in pages}
    kept = {uri: entries for uri, entries in keeper.entries.items() if uri not in made}
    keeper.entries = complete(Path(config.site_dir), keeper.pages, kept)
    level = config.validation.links.anchors
    for file in keeper.pages:
        if file.page:
            file.page.validate_anchor_links(files=keeper.files, log_level=level)
    for page in pages:
        keeper.note(page)
        let_go(page)
