"""From a MkDocs configuration to a compiled handbook."""

import os
from datetime import date
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from journeybook.adapters.disk.folder import read_folder
from journeybook.adapters.disk.memory import without_collecting
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.resources import shipped, with_templates
from journeybook.adapters.mkdocs.discussing import discussion_pattern
from journeybook.adapters.mkdocs.options import JourneybookOptions
from journeybook.pages.parts.site import Shape
from journeybook.pipeline import (
    Compilation,
    CompileSettings,
    Judged,
    Resources,
    read_handbook,
    render_handbook,
)

TEMPLATES = "journeybook"


def compile_site(config: MkDocsConfig, options: JourneybookOptions) -> Compilation:
    """Read the site's folders and compile them."""
    judged, settings = judge_site(config, options)
    return render_handbook(judged, settings)


def judge_site(config: MkDocsConfig, options: JourneybookOptions) -> tuple[Judged, CompileSettings]:
    """Read the site's folders and judge what is in them; the settings are for its pages."""
    root = Path(config.config_file_path or ".").resolve().parent
    content = Path(os.path.relpath(config.docs_dir, root)).as_posix()
    settings = CompileSettings(
        resources=resources_of(config),
        config=options.config,
        shape=Shape(
            content=content,
            directory_urls=config.use_directory_urls,
            edit_uri=_edit_uri(config),
            discuss=discussion_pattern(options.discuss, config.repo_url),
        ),
    )
    files = read_folder(root, content, options.config)
    with without_collecting():
        return read_handbook(files, settings, _today(options)), settings


def resources_of(config: MkDocsConfig) -> Resources:
    """Give what ships with us, with the site's own templates in place of ours.

    Raises:
        PluginError: when an installed package promises what it does not hold.
    """
    own = Path(config.theme.custom_dir or ".") / TEMPLATES
    try:
        return with_templates(own) if config.theme.custom_dir and own.is_dir() else shipped()
    except CannotRunError as error:
        raise PluginError(f"journeybook: {error}") from error


def _edit_uri(config: MkDocsConfig) -> str | None:
    if not config.edit_uri:
        return None
    base = config.repo_url or ""
    return urljoin(base if base.endswith("/") or not base else f"{base}/", config.edit_uri)


def _today(options: JourneybookOptions) -> date:
    if options.today is None:
        return date.today()  # noqa: DTZ011 - the reader's calendar day, wherever they build
    try:
        return date.fromisoformat(str(options.today))
    except ValueError as error:
        message = f"journeybook: 'today' is no date such as 2026-03-01: {options.today}"
        raise PluginError(message) from error
