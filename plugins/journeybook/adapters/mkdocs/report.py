"""Findings as MkDocs tells them: in its log, all of them, before anything stops."""

import errno
from collections.abc import Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import get_plugin_logger

from journeybook.adapters.disk.refusal import refused_by_disk
from journeybook.adapters.mkdocs.guesses import is_guessed
from journeybook.adapters.mkdocs.outcome import Whole
from journeybook.adapters.mkdocs.theming import is_material
from journeybook.findings import one_line

log = get_plugin_logger("journeybook")

# Of a disk that is full no file is named.
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def tell(whole: Whole, *, stop: bool) -> None:
    """Log every problem and say how many gaps there are; raise once when something reaches the bar.

    Raises:
        PluginError: when `stop` is set and a finding reaches the bar.
    """
    for outcome in whole.handbooks:
        for found in outcome.findings:
            if found.level:
                log.log(found.level, "%s", found.line)
    for note in (*whole.notes, whole.count):
        log.info("%s", note)
    if whole.stop and stop:
        raise PluginError(whole.stop)


def tell_left_out(uri: str, place: str) -> None:
    """Log that a page of an area of the team's own is left out, since its place is taken."""
    log.warning("the page %s is left out: another one is published as %s", uri, place)


def tell_away(uris: Sequence[str]) -> None:
    """Log which pages of ours are not on the site since another plugin took them off it."""
    if uris:
        pages = (
            "1 page of the handbook is"
            if len(uris) == 1
            else f"{len(uris)} pages of the handbook are"
        )
        log.info(
            "%s taken off the site by another plugin, and links there lead nowhere: %s",
            pages,
            ", ".join(sorted(uris)),
        )


def tell_missing(uri: str, key: str, value: object) -> None:
    """Log that a page asks its theme for a file that is not there, and goes without."""
    log.warning("%s: the theme has no %s %s", uri, key, one_line(str(value)))


def tell_unkept(why: str) -> None:
    """Log that every build makes all pages anew, since something may change them unseen."""
    log.info("no page is kept for the next build, since %s may change pages by itself", why)


def tell_all_anew(why: Exception) -> None:
    """Log that a save could not be shown by itself; the engine builds all of the site."""
    log.debug("the whole site is built: %s", why)


def tell_refused(error: Exception) -> None:
    """Log in a sentence what the disk refused, and end the build.

    Raises:
        Abort: when it is the disk that ended it.
    """
    if isinstance(error, OSError) and (error.filename or error.errno in _FULL):
        log.debug("what the disk refused", exc_info=error)
        log.error("%s", refused_by_disk(error))
        raise Abort("Aborted with a BuildError!") from error


def tell_settings(config: MkDocsConfig) -> None:
    """Log what readers go without, by the theme of the site or since nobody says something."""
    if not is_material(config.theme):
        log.info(
            "the theme %s shows the handbook plainly; tabs, dark colours by choice, wide pages and "
            "instant navigation are Material's",
            config.theme.name or "of this site",
        )
    if is_guessed(config):
        log.info(
            "with repo_url alone, MkDocs takes files to be edited in docs/, and yours are in %s/: "
            "no statement leads to its source; edit_uri says where they are, such as edit/main/%s/",
            *[Path(config.docs_dir).name] * 2,
        )
