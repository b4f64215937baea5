"""From a MkDocs configuration to a compiled handbook."""

import os
from datetime import date
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files, InclusionLevel

from journeybook.adapters.disk.clock import today_of_machine
from journeybook.adapters.disk.configuration import DEFAULT_CONFIG, Folders, inside
from journeybook.adapters.disk.folder import read_folder
from journeybook.adapters.disk.memory import without_collecting
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.resources import shipped, with_templates
from journeybook.adapters.mkdocs.discussing import discussion_pattern
from journeybook.adapters.mkdocs.options import JourneybookOptions
from journeybook.pages.parts.renderer import TemplateFaultError
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


def compile_site(
    config: MkDocsConfig, options: JourneybookOptions, files: Files, *, drafts: bool
) -> Compilation:
    """Read the site's folders and compile them; `drafts` of the site count as well."""
    judged, settings = judge_site(config, options, files, drafts=drafts)
    return rendered(judged, settings)


def rendered(judged: Judged, settings: CompileSettings) -> Compilation:
    """Make the pages of a handbook with the site's templates.

    Raises:
        PluginError: when one of the site's own templates cannot be filled.
    """
    try:
        return render_handbook(judged, settings)
    except TemplateFaultError as error:
        raise PluginError(f"journeybook: {error}") from error


def judge_site(
    config: MkDocsConfig, options: JourneybookOptions, files: Files, *, drafts: bool
) -> tuple[Judged, CompileSettings]:
    """Read the site's folders and judge what is in them; the settings are for its pages."""
    folders = folders_in(config, options, files, drafts=drafts)
    settings = CompileSettings(
        resources=resources_of(config),
        config=folders.config,
        shape=Shape(
            content=folders.content,
            directory_urls=config.use_directory_urls,
            edit_uri=_edit_uri(config),
            discuss=discussion_pattern(options.discuss, config.repo_url),
        ),
    )
    sources = read_folder(folders)
    with without_collecting():
        return read_handbook(sources, settings, _today(options)), settings


def folders_in(
    config: MkDocsConfig, options: JourneybookOptions, files: Files, *, drafts: bool
) -> Folders:
    """Give the folders of the site; what MkDocs leaves out, or another plugin took, is left out.

    Raises:
        PluginError: when the folder of decisions is not there.
    """
    root = Path(config.config_file_path or ".").resolve().parent
    try:
        decisions = inside(root, options.config)
    except CannotRunError as error:
        raise PluginError(f"journeybook: {error}") from error
    if decisions != DEFAULT_CONFIG and not (root / decisions).is_dir():
        raise PluginError(f"journeybook: config: there is no folder {decisions}/ in {root}")
    allowed = {InclusionLevel.INCLUDED, InclusionLevel.NOT_IN_NAV, InclusionLevel.UNDEFINED}
    if drafts:
        allowed.add(InclusionLevel.DRAFT)
    there = {file.src_uri for file in files if file.inclusion in allowed}
    return Folders(
        root=root,
        content=Path(os.path.relpath(config.docs_dir, root)).as_posix(),
        config=decisions,
        left_out=lambda path: path not in there,
    )


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
        return today_of_machine()
    try:
        return date.fromisoformat(str(options.today))
    except ValueError as error:
        message = f"journeybook: 'today' is no date such as 2026-03-01: {options.today}"
        raise PluginError(message) from error
