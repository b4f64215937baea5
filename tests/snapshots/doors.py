"""The only place where the snapshots know Journeybook: its command, and its plugin in MkDocs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result
from mkdocs.config import load_config
from mkdocs.structure.files import get_files

from journeybook import __version__
from journeybook.adapters.cli import main

TODAY = "2026-11-21"
VERSION = __version__


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What the plugin gives MkDocs: pages by their path, files by theirs, and the navigation."""

    pages: Mapping[str, Any]
    files: Mapping[str, bytes]
    navigation: Sequence[object]


def build(folder: Path, **options: object) -> Site:
    """Let the plugin compile a handbook, up to where MkDocs would turn Markdown into HTML."""
    settings = {"today": TODAY, "fail_on": "never", **options}
    plugins = [{"journeybook": settings}]
    config = load_config(str(folder / "mkdocs.yml"), plugins=plugins)
    plugin: Any = config.plugins["journeybook"]
    files = config.plugins.on_files(get_files(config), config=config)
    made = {
        file.src_uri: file.content_bytes
        for file in files
        if not file.src_uri.startswith("assets/journeybook/") and not file.src_uri.endswith(".md")
    }
    return Site(pages=plugin.placing.pages, files=made, navigation=config.nav or [])


def run(command: str, *arguments: str | Path) -> Result:
    """Run a subcommand of `journeybook`."""
    return CliRunner().invoke(main, [command, *map(str, arguments)], catch_exceptions=False)
