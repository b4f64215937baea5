"""Files as MkDocs copies them: our pages, style sheets, scripts and the handbook as data."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from journeybook.adapters.disk.resources import static_files
from journeybook.adapters.mkdocs import report
from journeybook.adapters.mkdocs.site_pages import EXTENSION
from journeybook.exports.formats import site_files
from journeybook.pages.parts.hrefs import quoted
from journeybook.pages.parts.page import Page
from journeybook.pipeline import Compilation
from journeybook.schema import Kind
from journeybook.sources.texts import REFUSED

FOLDER = "assets/journeybook"

_SCRIPT = f"{FOLDER}/journeybook.js"


def add_to_config(config: MkDocsConfig) -> None:
    """Name our style sheets before the site's own, and the script that loads the others."""
    styles = [f"{FOLDER}/{name}" for name in static_files() if name.endswith(".css")]
    config.extra_css[:0] = [name for name in styles if name not in config.extra_css]
    if _SCRIPT not in {str(script) for script in config.extra_javascript}:
        script = ExtraScriptValue(_SCRIPT)
        script.type = "module"
        config.extra_javascript.append(script)
    for extension in ("attr_list", EXTENSION):
        if extension not in config.markdown_extensions:
            config.markdown_extensions.append(extension)


def add(files: Files, compilation: Compilation, config: MkDocsConfig) -> None:
    """Add what we made, keep steps and asset pages where they belong."""
    _leave_out_refused(files, compilation)
    _place_documents(files, compilation, config)
    _add_pages(files, compilation.pages, config)
    made = {f"{FOLDER}/{name}": data for name, data in static_files().items()}
    for name, data in {**made, **site_files(compilation)}.items():
        files.append(File.generated(config, name, content=data))


def _leave_out_refused(files: Files, compilation: Compilation) -> None:
    # What we refuse to read, the engine must not publish either, nor stumble over.
    mistakes = compilation.handbook.mistakes
    refused = {compilation.site.uri_of(one.span.path) for one in mistakes if one.code in REFUSED}
    for file in files:
        above = (parent.as_posix() for parent in PurePosixPath(file.src_uri).parents)
        if file.src_uri in refused or refused.intersection(above):
            file.inclusion = InclusionLevel.EXCLUDED


def _place_documents(files: Files, compilation: Compilation, config: MkDocsConfig) -> None:
    # A step is told on the page of its journey; a thousand assets would drown the navigation.
    for uri, document in compilation.documents.items():
        file = files.get_file_from_path(uri)
        if file is None:
            continue
        file.edit_uri = _edit_uri(uri, config)
        if document.kind is Kind.STEP:
            file.inclusion = InclusionLevel.EXCLUDED
        elif document.kind is Kind.ASSET:
            file.inclusion = InclusionLevel.NOT_IN_NAV


def _add_pages(files: Files, pages: Iterable[Page], config: MkDocsConfig) -> None:
    taken = {file.dest_uri for file in files if file.inclusion is not InclusionLevel.EXCLUDED}
    for page in pages:
        file = files.get_file_from_path(page.uri)
        if file is None:
            file = File.generated(config, page.uri, content=page.markdown)
            if file.dest_uri in taken:
                report.tell_left_out(page.uri, file.dest_uri)
                continue
            taken.add(file.dest_uri)
            file.edit_uri = _edit_uri(page.source, config) if page.source else None
            files.append(file)
        if not page.listed:
            file.inclusion = InclusionLevel.NOT_IN_NAV


def _edit_uri(uri: str, config: MkDocsConfig) -> str:
    # The engine writes the name of a file into an address as it is, but for that of a template.
    return uri if config.edit_uri_template else quoted(uri)
