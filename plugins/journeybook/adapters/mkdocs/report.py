"""Findings as MkDocs tells them: in its log, all of them, before anything stops."""

from collections.abc import Sequence

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from journeybook.adapters.disk.bar import reaching
from journeybook.codes import Severity
from journeybook.counts.gap_counts import gap_words
from journeybook.findings import Finding, one_line
from journeybook.wording import Wording, marked

log = get_plugin_logger("journeybook")


def tell(findings: Sequence[Finding], bar: str, wording: Wording, *, stop: bool) -> None:
    """Log every problem and say how many gaps there are; raise once when something reaches the bar.

    Raises:
        PluginError: when `stop` is set and a finding reaches the bar.
    """
    failing = reaching(findings, bar)
    for finding in findings:
        if finding.is_open and finding.severity is Severity.ERROR:
            log.error("%s", finding)
        elif finding.is_open and finding.severity is Severity.WARNING:
            log.warning("%s", finding)
        elif finding in failing:
            log.error("%s", finding)
    log.info("%s", gap_words(findings, wording))
    if failing and stop:
        told = marked("journeybook: {n} findings at or above '{bar}', listed above")
        raise PluginError(wording.text(told, n=len(failing), bar=bar))


def tell_left_out(uri: str, place: str) -> None:
    """Log that a page of an area of the team's own is left out, since its place is taken."""
    log.warning("the page %s is left out: another one is published as %s", uri, place)


def tell_missing(uri: str, key: str, value: object) -> None:
    """Log that a page asks its theme for a file that is not there, and goes without."""
    log.warning("%s: the theme has no %s %s", uri, key, one_line(str(value)))


def tell_note(note: str) -> None:
    """Log what is good to know and no fault of the handbook."""
    log.info("%s", note)


def tell_theme(name: str | None) -> None:
    """Log what a theme that is not Material goes without."""
    log.info(
        "the theme %s shows the handbook plainly; tabs, dark colours by choice, wide pages and "
        "instant navigation are Material's",
        name or "of this site",
    )
