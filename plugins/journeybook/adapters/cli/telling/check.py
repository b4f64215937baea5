"""`journeybook check`: tells everything that is wrong or missing."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import click

from journeybook.adapters.cli.shared.annotating import (
    HOSTS,
    replacements,
    surroundings,
    tell_decision,
    tell_host,
)
from journeybook.adapters.cli.shared.checking import Checked, Links, Looking, all_checked
from journeybook.adapters.cli.shared.output import path_argument, say, today_option
from journeybook.adapters.cli.shared.spoken import command, spoken
from journeybook.adapters.cli.shared.worklist import Wanted, work_list
from journeybook.adapters.disk.bar import BARS
from journeybook.adapters.disk.sites.configuration import Place, find_handbooks
from journeybook.adapters.disk.sites.site_names import unknown_names
from journeybook.adapters.disk.sites.unread_decisions import unread_decisions
from journeybook.codes import Severity
from journeybook.grouping import grouped


@command()
@path_argument
@click.option(
    "--format",
    "shape",
    type=click.Choice(("text", "json", *HOSTS)),
    default="text",
    show_default=True,
    help="How to write the findings.",
)
@click.option(
    "--fail-on",
    "bar",
    type=click.Choice(BARS),
    default="error",
    show_default=True,
    help="The least that makes the check fail.",
)
@click.option(
    "--all", "every", is_flag=True, help="Tell every gap, not those of the ten first fixes alone."
)
@click.option("--persona", help="Only what concerns this persona.")
@click.option("--phase", help="Only what concerns this phase.")
@click.option("--owner", help="Only what this team or role keeps.")
@click.option(
    "--severity",
    type=click.Choice([one.word for one in Severity if one]),
    help="Only what weighs this much, or more.",
)
@click.option("--code", help="Only findings of this kind.")
@click.option(
    "--new-only",
    is_flag=True,
    help="Fail on gaps that are not in the baseline, and leave those out that are.",
)
@click.option(
    "--baseline-at",
    help="Read the baseline of --new-only at this branch, tag or commit, so that a change cannot "
    "let its own gaps pass.",
)
@click.option(
    "--new-since",
    "since",
    help="Fail on gaps that a change since this branch, tag or commit opens, and tell no others.",
)
@click.option(
    "--base", help="A branch, tag or commit: files that changed since come first for a code host."
)
@click.option(
    "--links",
    is_flag=True,
    help="Also look whether the content's addresses elsewhere on the web lead anywhere.",
)
@click.option(
    "--links-within",
    "seconds",
    type=click.FloatRange(min=0, min_open=True),
    default=30,
    show_default=True,
    help="The seconds that may take; what has not answered then is left alone.",
)
@click.option(
    "--links-inside",
    "inside",
    is_flag=True,
    help="Also ask for addresses of this machine and of the network around it.",
)
@today_option
@click.pass_context
def check(
    context: click.Context,
    path: Place,
    shape: str,
    bar: str,
    *,
    every: bool,
    persona: str | None,
    phase: str | None,
    owner: str | None,
    severity: str | None,
    code: str | None,
    new_only: bool,
    baseline_at: str | None,
    since: str | None,
    base: str | None,
    links: bool,
    seconds: float,
    inside: bool,
    today: date | None,
) -> None:
    """Tell everything that is wrong or missing in the handbook at PATH.

    In the terminal the problems come first, then the ten fixes to do first, each with the gaps it
    closes and the twelve digits of each that `brief` and `waive` ask for. Where there are several
    handbooks, all are looked at.

    Exit code 0 when nothing reaches the bar, 1 when something does, 2 when it cannot run.
    """
    wanted = Wanted(persona=persona, phase=phase, owner=owner, severity=severity, code=code)
    looking = Looking(
        wanted=wanted,
        day=today,
        new_only=new_only,
        baseline_at=baseline_at,
        since=since,
        links=Links(within=seconds, inside=inside) if links else None,
    )
    checked = all_checked(find_handbooks(path), looking)
    told = tuple(finding for one in checked for finding in one.told)
    for decision in _decisions(checked):
        tell_decision(shape, decision)
    if shape in HOSTS:
        around = surroundings([one.folders for one in checked], base)
        around = replace(around, old=tuple(finding for one in checked for finding in one.old))
        meant = replacements(one.judged for one in checked)
        tell_host(shape, told, around, checked[0].judged.site.wording, meant)
    elif shape == "json":
        from journeybook.exports.report_json import report_json

        click.echo(report_json(told, checked[0].judged.handbook.today), nl=False)
    else:
        for unknown in (*unknown_names(path), *unread_decisions(path)):
            say(unknown.said(spoken()), err=True)
        _tell_people(checked, every=every or looking.is_about_news, filtered=wanted != Wanted())
    for one in checked if shape != "text" else ():
        one.print_beside(apart=True)
    context.exit(1 if any(one.fails(bar) for one in checked) else 0)


def _tell_people(checked: Sequence[Checked], *, every: bool, filtered: bool) -> None:
    for one in checked:
        if one.folders.title:
            say(f"{one.folders.title} ({one.folders.content}/)")
        for line in work_list(one.told, one.judged, every=every, filtered=filtered):
            say(line)
        one.print_beside(apart=False)


def _decisions(checked: Sequence[Checked]) -> Iterator[str]:
    # Whose it is, where it is not that of all handbooks.
    every = ((decision, one.folders.title) for one in checked for decision in one.decisions)
    for decision, titles in grouped(every).items():
        names = ", ".join(titles) if len(titles) < len(checked) else ""
        yield f"{names}: {decision}" if names else decision
