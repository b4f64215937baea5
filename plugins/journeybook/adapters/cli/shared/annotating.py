"""Writes the findings of `journeybook check` for a code host."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from journeybook import __version__
from journeybook.adapters.cli.shared.output import say_count
from journeybook.adapters.disk.git.repository import find_commit, find_repository
from journeybook.adapters.disk.git.running import GitError
from journeybook.adapters.disk.keeping.writing import telling
from journeybook.adapters.disk.resources import shipped
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.adapters.disk.versions.snapshots import at_commit, named, on_disk, repository_of
from journeybook.findings import Finding, Span, one_line
from journeybook.hosts.annotations import Surroundings, annotate, notice, summary
from journeybook.hosts.reports import (
    MOST_RESULTS,
    Replacement,
    Replacements,
    gitlab_report,
    rdjson_report,
    sarif_report,
)
from journeybook.pipeline import Judged
from journeybook.rules.registry import rules_with
from journeybook.starting.mending import meant
from journeybook.wording import Wording

HOSTS = ("github", "gitlab", "sarif", "rdjson")


def surroundings(handbooks: Sequence[Folders], base: str | None) -> Surroundings:
    """Tell where handbooks lie in their repository, and what changed since a commit of it.

    Raises:
        CannotRunError: when a base is named that git does not know.
    """
    if base is None:
        try:
            return Surroundings(inside=find_repository(handbooks[0].root).inside)
        except GitError:
            return Surroundings()
    repository = repository_of(handbooks[0])
    commit = find_commit(repository, base)
    changed: set[str] = set()
    for handbook in handbooks:
        before = at_commit(repository, commit, named(handbook))
        known = {one.path: _same_ends(one.data) for one in before.files}
        now = on_disk(handbook).files
        changed |= {one.path for one in now if known.get(one.path) != _same_ends(one.data)}
    return Surroundings(inside=repository.inside, changed=frozenset(changed))


def tell_decision(shape: str, sentence: str) -> None:
    """Name what may hide the rest: first in a run, and beside a report rather than in it."""
    if shape == "github":
        click.echo(notice(sentence))
    else:
        click.echo(one_line(sentence), err=shape != "text")


def replacements(handbooks: Iterable[Judged]) -> Replacements:
    """Give what was most likely meant where a name or a value is close to one that is known."""
    found: dict[tuple[Span, str], Replacement] = {}
    for judged in handbooks:
        for mistake in judged.handbook.mistakes:
            file, span = judged.reading.files.get(mistake.span.path), mistake.span
            lines = file.lines if file else ()
            text = lines[span.line - 1] if span.line <= len(lines) else ""
            if words := meant(mistake, text):
                start = len(text[: span.column - 1].encode()) + 1
                end = start + len(words[0].encode())
                found[span, mistake.code] = Replacement(
                    line=span.line, start=start, end=end, text=words[1]
                )
    return found


def tell_host(
    shape: str,
    findings: Sequence[Finding],
    around: Surroundings,
    wording: Wording,
    meant_by: Replacements,
) -> None:
    """Print findings in the form of a code host; for GitHub the rest goes to the run's page."""
    match shape:
        case "github":
            _tell_github(findings, around, wording)
        case "gitlab":
            click.echo(gitlab_report(findings, around), nl=False)
        case "rdjson":
            click.echo(rdjson_report(findings, around, meant_by), nl=False)
        case "sarif":
            if (rest := len(set(findings)) - MOST_RESULTS) > 0:
                _say_rest(rest, apart=True)
            rules = tuple(rules_with(shipped().rules).values())
            click.echo(sarif_report(findings, around, rules, __version__), nl=False)


def _tell_github(findings: Sequence[Finding], around: Surroundings, wording: Wording) -> None:
    told = annotate(findings, around)
    for command in told.commands:
        click.echo(command)
    page = os.environ.get("GITHUB_STEP_SUMMARY")
    if not told.rest:
        return
    if not page:
        _say_rest(len(told.rest))
        return
    with telling(page), Path(page).open("a", encoding="utf-8") as file:
        file.write(summary(told.rest, around, wording))


def _say_rest(number: int, *, apart: bool = False) -> None:
    say_count(
        "{n} more is not annotated; see it with --format text",
        "{n} more are not annotated; see them with --format text",
        number,
        err=apart,
    )


def _same_ends(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n")
