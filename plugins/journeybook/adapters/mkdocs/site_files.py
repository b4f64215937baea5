"""Files as MkDocs copies them: our pages, style sheets, scripts and the handbook as data."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions

from journeybook.adapters.disk.folder import is_utf_8
from journeybook.adapters.disk.kept import keep
from journeybook.adapters.disk.resources import ON_DEMAND, frame_styles, static_files
from journeybook.adapters.mkdocs import report
from journeybook.adapters.mkdocs.site_pages import EXTENSION, meta_for
from journeybook.adapters.mkdocs.site_sources import root_of
from journeybook.adapters.mkdocs.theming import has_tabs, is_material
from journeybook.exports.audiences import AUDIENCES, audience_script
from journeybook.exports.finder import FINDER, finder_script
from journeybook.exports.formats import site_files
from journeybook.exports.frames import STYLES
from journeybook.pages.parts.hrefs import quoted
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.writing import titled, with_meta
from journeybook.rendering import Compilation
from journeybook.schema import Kind
from journeybook.sources.defaults import is_defaults
from journeybook.sources.texts import REFUSED

FOLDER = "assets/journeybook"

_SCRIPT = f"{FOLDER}/journeybook.js"
_FOR_OTHERS = "plain.css"


def add_to_config(config: MkDocsConfig) -> None:
    """Name our style sheets before the site's own, and the script that loads the others."""
    needless = {*ON_DEMAND, *((_FOR_OTHERS,) if is_material(config.theme) else ())}
    sheets = (name for name in static_files() if name.endswith(".css") and name not in needless)
    styles = [f"{FOLDER}/{name}" for name in sheets]
    config.extra_css[:0] = [name for name in styles if name not in config.extra_css]
    if _SCRIPT not in {str(script) for script in config.extra_javascript}:
        script = ExtraScriptValue(_SCRIPT)
        script.defer = True
        config.extra_javascript.append(script)
    for extension in ("attr_list", EXTENSION):
        if extension not in config.markdown_extensions:
            config.markdown_extensions.append(extension)


def take_out(files: Files, compilation: Compilation, part: str) -> list[File]:
    """Take out the files that have no page: steps, secrets, answers, keys of folders, refusals."""

    # A step is told on the page of its journey. What is refused, the engine must not publish
    # either, nor stumble over.
    def uri_of(path: str) -> str:
        return f"{part}{compilation.site.uri_of(path)}"

    mistakes = compilation.handbook.mistakes
    refused = {uri_of(one.span.path) for one in mistakes if one.code in REFUSED}
    documents = compilation.documents.values()
    secret = {uri_of(path) for one in documents for path in one.covers}
    steps = {uri for uri, one in compilation.documents.items() if one.kind is Kind.STEP}
    withheld = {uri_of(path) for path in compilation.handbook.withheld}
    out = refused | secret | steps | withheld
    taken = [
        file
        for file in files
        if is_defaults(file.src_uri)
        or not is_utf_8(file.src_uri)
        or _is_at_or_below(file.src_uri, out)
    ]
    for file in taken:
        files.remove(file)
    return taken


def place(
    files: Files, compilation: Compilation, config: MkDocsConfig, part: str
) -> Mapping[str, File]:
    """Add the pages and the data of a handbook, and keep assets out of the navigation.

    What we made is given back by its path.
    """
    for uri, document in compilation.documents.items():
        file = files.get_file_from_path(uri)
        if file is not None:
            file.edit_uri = _edit_uri(uri, config)
            if document.kind is Kind.ASSET:
                file.inclusion = InclusionLevel.NOT_IN_NAV
    made = {file.src_uri: file for file in _pages(files, compilation, config, part)}
    for name, content in {**site_files(compilation), STYLES: frame_styles()}.items():
        made[f"{part}{name}"] = File.generated(config, f"{part}{name}", content=content)
    return _added(made, files)


def place_shared(
    files: Files, page: Page | None, config: MkDocsConfig, handbooks: Mapping[str, Compilation]
) -> Mapping[str, File]:
    """Add what belongs to no handbook alone: style sheets, scripts, and a page about all of them.

    What we made is given back by its path.
    """
    made = {
        f"{FOLDER}/{name}": File.generated(config, f"{FOLDER}/{name}", content=data)
        for name, data in (
            *static_files().items(),
            (FINDER, finder_script(handbooks)),
            (AUDIENCES, audience_script(handbooks)),
        )
    }
    if page and files.get_file_from_path(page.uri) is None:
        meta = meta_for(page, config, tabs=False)
        text = with_meta(meta, titled(page))
        made[page.uri] = File.generated(config, page.uri, content=text)
    return _added(made, files)


def _added(made: Mapping[str, File], files: Files) -> Mapping[str, File]:
    for file in made.values():
        files.append(file)
    return made


def _is_at_or_below(uri: str, paths: set[str]) -> bool:
    return uri in paths or any(parent.as_posix() in paths for parent in PurePosixPath(uri).parents)


def _pages(
    files: Files, compilation: Compilation, config: MkDocsConfig, part: str
) -> Iterator[File]:
    taken = {file.dest_uri for file in files if file.inclusion is not InclusionLevel.EXCLUDED}
    for page in compilation.pages:
        written = files.get_file_from_path(page.uri)
        file = written or _page(page, compilation, config, part)
        if not written and file.dest_uri in taken:
            report.tell_left_out(page.uri, file.dest_uri)
            continue
        if not page.listed:
            file.inclusion = InclusionLevel.NOT_IN_NAV
        if not written:
            taken.add(file.dest_uri)
            yield file


def _page(page: Page, compilation: Compilation, config: MkDocsConfig, part: str) -> File:
    meta = meta_for(page, config, tabs=has_tabs(config, part))
    text = with_meta(meta, titled(page))
    file = File.generated(config, page.uri, content=text)
    source = page.source or ""
    told = compilation.documents.get(source)
    file.edit_uri = _edit_uri(source, config) if source and not (told and told.covers) else None
    set_exclusions([file], config)
    if file.inclusion is not InclusionLevel.NOT_IN_NAV:
        # Others lead to it, so it is there whatever the site leaves out of what is written.
        file.inclusion = InclusionLevel.INCLUDED
    return file


def keep_files(made: Mapping[str, File], config: MkDocsConfig) -> None:
    """Put a file behind everything we made, since other plugins look for it."""
    # The engine takes what is in memory.
    name = PurePosixPath(config.config_file_path or "mkdocs.yml").name
    folder = keep(root_of(config), name, {uri: file.content_bytes for uri, file in made.items()})
    for uri, file in made.items() if folder else ():
        file.abs_src_path = str(folder / uri) if folder else None


def _edit_uri(uri: str, config: MkDocsConfig) -> str:
    # The engine writes the name of a file into an address as it is, but for that of a template.
    return uri if config.edit_uri_template else quoted(uri)
