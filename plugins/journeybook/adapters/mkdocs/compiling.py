"""From a MkDocs configuration to a compiled handbook."""

import os
import re
from datetime import date
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from mkdocs.config import base
from mkdocs.config import config_options as options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from journeybook.adapters.disk.configuration import (
    DEFAULT_CONFIG,
    Folders,
    handbooks_in,
    is_folder,
    refuse_missing,
)
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.resources import shipped, with_templates
from journeybook.adapters.disk.workspace import today_of_machine, without_collecting
from journeybook.adapters.mkdocs.site_sources import SiteSources, root_of
from journeybook.pages.parts.hrefs import quoted
from journeybook.pages.parts.links import FIELDS
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


class HandbookOptions(base.Config):
    """What a site can say about one of several handbooks; `content` is the folder of its pages."""

    content = options.Type(str)
    title = options.Optional(options.Type(str))
    config = options.Optional(options.Type(str))


class JourneybookOptions(base.Config):
    """What a site can say about Journeybook.

    `content` is the folder of the handbook inside the site's folder of pages, when it is only a
    part of these; `handbooks` are several of such. `config` is the folder of journeybook.yml, from
    the folder of mkdocs.yml.
    `fail_on` is the least that makes a build fail: error, warning, gap or never. `today` takes the
    place of the day of the build, as YYYY-MM-DD. `compare_to` is a branch, tag or commit; a page
    then tells what changed since. With `history`, the overviews tell how the handbook, its journeys
    and its phases did.
    `discuss` is the address that opens an issue about a place, with {title} and {body} left open,
    or the kind of host at `repo_url`: github, gitlab or gitea; false leaves the links out.
    Without `data`, no table, calendar or JSON is published. With `untrusted`, the text is that of
    strangers, and nothing in it can do anything.
    """

    enabled = options.Type(bool, default=True)
    content = options.Optional(options.Type(str))
    handbooks = options.ListOfItems(options.SubConfig(HandbookOptions), default=[])
    config = options.Type(str, default=DEFAULT_CONFIG)
    fail_on = options.Choice(("error", "warning", "gap", "never"), default="error")
    compare_to = options.Optional(options.Type(str))
    history = options.Type(bool, default=False)
    discuss = options.Optional(options.Type((str, bool)))
    # The engine has a name of its own for `data`, and takes off the last line.
    data_ = options.Type(bool, default=True)
    untrusted = options.Type(bool, default=False)
    today = options.Optional(options.Type((str, date)))


_FORMS = {
    "github": "/issues/new?title={title}&body={body}",
    "gitlab": "/-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={body}",
    "gitea": "/issues/new?title={title}&body={body}",
}
_HOSTS = {**{name: name for name in _FORMS}, "codeberg": "gitea", "forgejo": "gitea"}
_WEB = ("http://", "https://")


def discussion_pattern(asked: object, repository: str | None) -> str | None:
    """Give the pattern of the address that opens an issue; None where there is no such place.

    `asked` is a pattern, the name of a kind of host, or false. Without it, the host of the
    `repository` decides.

    Raises:
        PluginError: when the option says something else.
    """
    if asked is False:
        return None
    if isinstance(asked, str) and asked.startswith(_WEB):
        return _checked(asked)
    if isinstance(asked, str) and asked not in _FORMS:
        raise PluginError(
            f"journeybook: discuss: '{asked}' is no address and none of {', '.join(_FORMS)}"
        )
    if not repository or not repository.startswith(_WEB):
        if isinstance(asked, str):
            raise PluginError(f"journeybook: discuss: '{asked}' needs repo_url as well")
        return None
    kind = asked if isinstance(asked, str) else _kind_of(repository)
    return f"{repository.rstrip('/')}{_FORMS[kind]}" if kind else None


def _kind_of(repository: str) -> str | None:
    host = urlsplit(repository).netloc
    return next((kind for name, kind in _HOSTS.items() if name in host), None)


def _checked(pattern: str) -> str:
    unknown = [one for one in re.findall(r"\{(.*?)\}", pattern) if one not in FIELDS]
    if unknown:
        raise PluginError(
            f"journeybook: discuss: unknown '{{{unknown[0]}}}' in the address; "
            f"it may hold {', '.join(f'{{{one}}}' for one in FIELDS)}"
        )
    return pattern


TEMPLATES = "journeybook"


def compile_site(site: SiteSources, options: JourneybookOptions) -> Compilation:
    """Compile what a site has to read."""
    judged, settings = judge_site(site, options)
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


def judge_site(site: SiteSources, options: JourneybookOptions) -> tuple[Judged, CompileSettings]:
    """Judge what a site has to read; the settings are for its pages."""
    config, folders = site.config, site.folders
    settings = CompileSettings(
        resources=resources_of(config),
        config=folders.config,
        shared=folders.shared,
        hides=True,
        shape=Shape(
            content=folders.content,
            directory_urls=config.use_directory_urls,
            edit_uri=_edit_uri(config, folders.part),
            discuss=discussion_pattern(options.discuss, config.repo_url),
            data=options.data_,
        ),
    )
    sources = site.read(of_strangers=options.untrusted)
    with without_collecting():
        return read_handbook(sources, settings, _today(options)), settings


def handbooks_of_site(config: MkDocsConfig, options: JourneybookOptions) -> tuple[Folders, ...]:
    """Give the folders of every handbook of the site.

    Raises:
        PluginError: when one of them is not there, or lies where it must not.
    """
    root = root_of(config)
    pages = Path(os.path.relpath(config.docs_dir, root)).as_posix()
    try:
        found = handbooks_in(options, root, pages)
        for folders in found:
            refuse_missing(folders)
    except CannotRunError as error:
        raise PluginError(f"journeybook: {error}") from error
    for folders in found:
        if not is_folder(Path(config.docs_dir) / folders.part):
            raise PluginError(
                f"journeybook: content: there is no folder {folders.part} in {config.docs_dir}"
            )
    return found


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


def _edit_uri(config: MkDocsConfig, part: str) -> str | None:
    if not config.edit_uri:
        return None
    base = config.repo_url or ""
    whole = urljoin(base if base.endswith("/") or not base else f"{base}/", config.edit_uri)
    return f"{whole}{quoted(part)}"


def _today(options: JourneybookOptions) -> date:
    if options.today is None:
        return today_of_machine()
    try:
        return date.fromisoformat(str(options.today))
    except ValueError as error:
        message = f"journeybook: 'today' is no date such as 2026-03-01: {options.today}"
        raise PluginError(message) from error
