"""The only place where the snapshots know Journeybook: its command, and its plugin in MkDocs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.pages import Page

from journeybook import __version__
from journeybook.adapters.cli import main

TODAY = "2026-11-21"
VERSION = __version__


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What the plugin gives MkDocs: pages by their path, files by theirs, and the navigation.

    `markdown` is that of each page with what its author wrote, as MkDocs turns it into HTML.
    """

    pages: Mapping[str, Any]
    markdown: Mapping[str, str]
    files: Mapping[str, bytes]
    navigation: Sequence[object]


def build(folder: Path, **options: object) -> Site:
    """Let the plugin compile a handbook, up to where MkDocs would turn Markdown into HTML."""
    settings = {"today": TODAY, "fail_on": "never", **options}
    plugins = [{"journeybook": settings}]
    config = load_config(str(folder / "mkdocs.yml"), plugins=plugins)
    plugin: Any = config.plugins["journeybook"]
    files = config.plugins.on_files(get_files(config), config=config)
    made = {file.src_uri: file.content_bytes for file in files if _is_made_of_it(file.src_uri)}
    pages = plugin.placing.pages
    return Site(
        pages=pages,
        markdown={uri: _markdown(uri, files, config) for uri in pages},
        files=made,
        navigation=config.nav or [],
    )


def _is_made_of_it(uri: str) -> bool:
    # What a site ships is the same for all, but for what its scripts know of a handbook.
    is_shipped = uri.startswith("assets/journeybook/") and not uri.endswith("find-data.js")
    return not is_shipped and not uri.endswith(".md")


def _markdown(uri: str, files: Files, config: MkDocsConfig) -> str:
    file = files.get_file_from_path(uri)
    assert file is not None, uri
    page = Page(None, file, config)
    page.read_source(config)
    text: str = config.plugins.on_page_markdown(
        page.markdown or "", page=page, config=config, files=files
    )
    return text


def run(command: str, *arguments: str | Path, **environment: str) -> Result:
    """Run a subcommand of `journeybook`."""
    return CliRunner(env=environment).invoke(
        main, [command, *map(str, arguments)], catch_exceptions=False
    )
