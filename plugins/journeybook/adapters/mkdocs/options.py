"""What a site says about Journeybook in its configuration."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from mkdocs.config import base
from mkdocs.config import config_options as options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from journeybook.adapters.disk.installed import refuse_stripped
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.sites.configuration import is_folder, refuse_missing
from journeybook.adapters.disk.sites.handbook_folders import (
    DEFAULT_CONFIG,
    Folders,
    day_said,
    handbooks_in,
    way_from,
)
from journeybook.adapters.disk.today import today_of_machine
from journeybook.adapters.mkdocs.site_files import FOLDER
from journeybook.adapters.mkdocs.site_sources import root_of


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
    then tells what changed since. The variable JOURNEYBOOK_COMPARE_TO of the environment takes its
    place, so that a preview tells it of its own. The overviews tell how the handbook, its journeys,
    phases and personas did, at a few days of its git history; with `history` month by month, and
    without it not at all.
    `discuss` is the address that opens an issue about a place, with {title} and {body} left open,
    or the kind of host at `repo_url`: github, gitlab or gitea; false leaves the links out.
    Without `data`, no table, calendar or JSON is published. With `untrusted`, the text is that of
    strangers, and nothing in it can do anything. With `noindex`, search engines are asked to leave
    the site out; the variable JOURNEYBOOK_NOINDEX of the environment asks so too. Without `keep`,
    no build takes over what the one before it made; the variable JOURNEYBOOK_NO_CACHE asks so too.
    """

    enabled = options.Type(bool, default=True)
    content = options.Optional(options.Type(str))
    handbooks = options.ListOfItems(options.SubConfig(HandbookOptions), default=[])
    config = options.Type(str, default=DEFAULT_CONFIG)
    fail_on = options.Choice(("error", "warning", "gap", "never"), default="error")
    compare_to = options.Optional(options.Type(str))
    history = options.Optional(options.Type(bool))
    discuss = options.Optional(options.Type((str, bool)))
    # The engine has a name of its own for `data`, and takes off the last line.
    data_ = options.Type(bool, default=True)
    untrusted = options.Type(bool, default=False)
    noindex = options.Type(bool, default=False)
    today = options.Optional(options.Type((str, date)))
    keep = options.Type(bool, default=True)


TEMPLATES = "journeybook"
"""The folder with changed templates of ours, inside that of what a site changes of its theme."""

_NOINDEX = "JOURNEYBOOK_NOINDEX"
_NO_CACHE = "JOURNEYBOOK_NO_CACHE"
_COMPARE_TO = "JOURNEYBOOK_COMPARE_TO"


def compared_to(options: JourneybookOptions) -> str | None:
    """Name the state that the site is compared with, if any."""
    return os.environ.get(_COMPARE_TO) or options.compare_to


def day_of(options: JourneybookOptions) -> date:
    """Give the day that a site is judged as of.

    Raises:
        PluginError: when the site says none that there is.
    """
    try:
        return day_said(options.today) or today_of_machine()
    except CannotRunError as error:
        raise PluginError(f"journeybook: {error}") from error


def is_for_few(options: JourneybookOptions) -> bool:
    """Tell whether search engines should leave the site out."""
    return options.noindex or _is_asked(_NOINDEX)


def is_keeping(options: JourneybookOptions) -> bool:
    """Tell whether a build may take over what the one before it made."""
    return options.keep and not _is_asked(_NO_CACHE)


def _is_asked(variable: str) -> bool:
    return os.environ.get(variable, "") not in ("", "0", "false")


@contextmanager
def refusing(
    what: str = "", errors: tuple[type[Exception], ...] = (CannotRunError,)
) -> Iterator[None]:
    """End the build with a sentence where something about an option cannot be done.

    Raises:
        PluginError: in place of what says so.
    """
    try:
        yield
    except errors as error:
        raise PluginError(f"journeybook: {what}{error}") from error


def handbooks_of_site(config: MkDocsConfig, options: JourneybookOptions) -> tuple[Folders, ...]:
    """Give the folders of every handbook of the site.

    Raises:
        PluginError: when one of them is not there, or lies where it must not, or nothing can be
            told of any.
    """
    root = root_of(config)
    pages = way_from(root, config.docs_dir)
    with refusing():
        refuse_stripped()
        found = handbooks_in(options, root, pages)
        for folders in found:
            refuse_missing(folders)
    for folders in found:
        if not is_folder(Path(config.docs_dir) / folders.part):
            raise PluginError(
                f"journeybook: content: there is no folder {folders.part} in {config.docs_dir}"
            )
    return found


def refuse_emptied(config: MkDocsConfig, options: JourneybookOptions) -> None:
    """End the build before it begins where the engine would empty a folder of the authors.

    Raises:
        PluginError: when the site is written among the files that it is made of, or around them.
    """
    site = Path(config.site_dir)
    if not site.exists() or (site / FOLDER).exists():
        # Nothing, or a site of ours.
        return
    from journeybook.adapters.disk.own_places import refuse_own  # noqa: PLC0415 - reads much code

    for one in handbooks_of_site(config, options):
        folders = replace(one, overrides=config.theme.custom_dir or "")
        with refusing():
            refuse_own(folders, site, emptied=True)


def refuse_unwritable(site: str) -> None:
    """End the build before it begins where nothing can be written into the folder of the site.

    Raises:
        PluginError: when it is no folder, or not ours to write into.
    """
    folder = Path(site)
    there = next((one for one in (folder, *folder.parents) if one.exists()), folder)
    if not there.is_dir() or not os.access(there, os.W_OK):
        raise PluginError(
            f"journeybook: the site cannot be written into {site}; name another folder with "
            "site_dir"
        )
