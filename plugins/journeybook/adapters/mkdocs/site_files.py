"""Files as MkDocs copies them: our pages, style sheets, scripts and the handbook as data."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePosixPath

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions

from journeybook.adapters.disk.keeping.kept import keep
from journeybook.adapters.disk.shown import ON_DEMAND, static_files
from journeybook.adapters.mkdocs import report
from journeybook.adapters.mkdocs.outcome import Outcome, Whole
from journeybook.adapters.mkdocs.site_sources import root_of, site_name
from journeybook.adapters.mkdocs.theming import is_material, meta_for
from journeybook.pages.parts.hrefs import quoted
from journeybook.pages.parts.page import PROSE, Page
from journeybook.pages.parts.writing import titled, with_meta
from journeybook.sources.names import is_defaults, is_utf_8

FOLDER = "assets/journeybook"
_OF_DEFINITIONS = "abbr"
"""The extension of Markdown that reads what words mean."""

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
    for extension in ("attr_list", _OF_DEFINITIONS):
        if extension not in config.markdown_extensions:
            config.markdown_extensions.append(extension)


def take_out(files: Files, outcome: Outcome) -> list[File]:
    """Take out the files that have no page: steps, secrets, answers, keys of folders, refusals."""
    taken = [
        file
        for file in files
        if is_defaults(file.src_uri)
        or not is_utf_8(file.src_uri)
        or _is_at_or_below(file.src_uri, outcome.taken)
    ]
    for file in taken:
        files.remove(file)
    return taken


def place(files: Files, outcome: Outcome, config: MkDocsConfig) -> Mapping[str, File]:
    """Add the pages and the data of a handbook, and keep assets out of the navigation.

    What we made is given back by its path.
    """
    for uri, document in outcome.documents.items():
        file = files.get_file_from_path(uri)
        if file is not None:
            file.edit_uri = _edit_uri(uri, config)
            if not document.listed:
                file.inclusion = InclusionLevel.NOT_IN_NAV
    made = {file.src_uri: file for file in _pages(files, outcome, config)}
    for name, content in outcome.files.items():
        made[name] = _file(name, content, config)
    return _added(made, files)


def place_shared(files: Files, whole: Whole, config: MkDocsConfig) -> Mapping[str, File]:
    """Add what belongs to no handbook alone: style sheets, scripts, and a page about all of them.

    What we made is given back by its path.
    """
    made = {
        f"{FOLDER}/{name}": _file(f"{FOLDER}/{name}", data, config)
        for name, data in {**static_files(), **whole.scripts}.items()
    }
    page = whole.page
    if page and files.get_file_from_path(page.uri) is None:
        meta = meta_for(page, config)
        text = with_meta(meta, titled(page))
        made[page.uri] = File.generated(config, page.uri, content=text)
    return _added(made, files)


def _added(made: Mapping[str, File], files: Files) -> Mapping[str, File]:
    for file in made.values():
        files.append(file)
    return made


def _file(uri: str, content: str | bytes, config: MkDocsConfig) -> File:
    # Pages lead to it, so it is there whatever the site leaves out of what is written.
    return File.generated(config, uri, content=content, inclusion=InclusionLevel.INCLUDED)


def _is_at_or_below(uri: str, paths: Collection[str]) -> bool:
    return uri in paths or any(parent.as_posix() in paths for parent in PurePosixPath(uri).parents)


def _pages(files: Files, outcome: Outcome, config: MkDocsConfig) -> Iterator[File]:
    taken = {file.dest_uri for file in files if file.inclusion is not InclusionLevel.EXCLUDED}
    for page in outcome.pages:
        written = files.get_file_from_path(page.uri)
        if written and _is_left_out(written, page, config):
            # What the site leaves out is not there, and others lead to what we make.
            files.remove(written)
            taken.discard(written.dest_uri)
            written = None
        file = written or _page(page, outcome, config)
        if not written and file.dest_uri in taken:
            report.tell_left_out(page.uri, file.dest_uri)
            continue
        if not page.listed:
            file.inclusion = InclusionLevel.NOT_IN_NAV
        if not written:
            taken.add(file.dest_uri)
            yield file


def _is_left_out(file: File, page: Page, config: MkDocsConfig) -> bool:
    # A blog calls its posts excluded too, until all is arranged. A draft counts in a preview alone,
    # and its words are then in the page.
    if file.inclusion is InclusionLevel.DRAFT:
        return PROSE not in page.markdown
    return config.exclude_docs is not None and config.exclude_docs.match_file(page.uri)


def _page(page: Page, outcome: Outcome, config: MkDocsConfig) -> File:
    meta = meta_for(page, config)
    text = with_meta(meta, titled(page))
    file = File.generated(config, page.uri, content=text)
    source = page.source or ""
    told = outcome.documents.get(source)
    file.edit_uri = _edit_uri(source, config) if source and not (told and told.covers) else None
    set_exclusions([file], config)
    if file.inclusion is not InclusionLevel.NOT_IN_NAV:
        # Others lead to it, so it is there whatever the site leaves out of what is written.
        file.inclusion = InclusionLevel.INCLUDED
    return file


def keep_files(made: Mapping[str, File], config: MkDocsConfig) -> None:
    """Put a file behind everything we made, since other plugins look for it."""
    # The engine takes what is in memory.
    folder = keep(
        root_of(config), site_name(config), {uri: file.content_bytes for uri, file in made.items()}
    )
    for uri, file in made.items() if folder else ():
        file.abs_src_path = str(folder / uri) if folder else None


def _edit_uri(uri: str, config: MkDocsConfig) -> str:
    # The engine writes the name of a file into an address as it is, but for that of a template.
    return uri if config.edit_uri_template else quoted(uri)
