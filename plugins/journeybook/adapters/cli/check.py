"""`journeybook check`: tells everything that is wrong or missing."""

from datetime import date, datetime
from pathlib import Path

import click

from journeybook.adapters.cli.annotating import HOSTS, surroundings, tell_host
from journeybook.adapters.cli.baseline import known_gaps
from journeybook.adapters.cli.output import path_argument, say, today_option
from journeybook.adapters.cli.spoken import command
from journeybook.adapters.cli.worklist import Wanted, work_list
from journeybook.adapters.disk.bar import BARS, reaching
from journeybook.adapters.disk.links import look_at
from journeybook.adapters.disk.workspace import day_of, read_at
from journeybook.codes import Family, Severity
from journeybook.compare.baseline import Ratchet, compare
from journeybook.exports.json_export import report_json
from journeybook.findings import Finding
from journeybook.pipeline import Judged


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
@click.option("--all", "every", is_flag=True, help="Tell every gap, not the ten first alone.")
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
    "--base",
    help="A branch, tag or commit: files that changed since come first for a code host.",
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
    path: Path,
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
    base: str | None,
    links: bool,
    seconds: float,
    inside: bool,
    today: datetime | None,
) -> None:
    """Tell everything that is wrong or missing in the handbook at PATH.

    In the terminal the problems come first, then the ten gaps to close first, each with the twelve
    digits that `brief` and `waive` ask for.

    Exit code 0 when nothing reaches the bar, 1 when something does, 2 when it cannot run.
    """
    judged = read_at(path, day_of(today))
    if links:
        judged = read_at(path, day_of(today), _dead_links(judged, seconds, inside=inside))
    known = known_gaps(path) if new_only else None
    ratchet = compare(known, judged.findings) if known else None
    wanted = Wanted(persona=persona, phase=phase, owner=owner, severity=severity, code=code)
    told = _new(judged.findings, ratchet) if ratchet else judged.findings
    told = wanted.of(told, judged)
    if shape in HOSTS:
        tell_host(shape, told, surroundings(path, base), judged.site.wording)
    elif shape == "json":
        click.echo(report_json(told, judged.handbook.today), nl=False)
    else:
        every = every or new_only
        for line in work_list(told, judged, every=every, filtered=wanted != Wanted()):
            say(line)
    if known and ratchet:
        _print_closed(known.day, ratchet, apart=shape != "text")
    context.exit(1 if (ratchet and ratchet.failing) or reaching(_barred(told, ratchet), bar) else 0)


def _dead_links(judged: Judged, seconds: float, *, inside: bool) -> frozenset[str]:
    assets = judged.handbook.assets.values()
    looked = look_at((one.url for one in assets if one.url), seconds, inside=inside)
    for address in sorted(looked.late):
        say("{address} did not answer in time", address=address, err=True)
    for address in sorted(looked.inside):
        say(
            "{address} is inside, and was not asked; --links-inside asks it",
            address=address,
            err=True,
        )
    return looked.dead


def _new(findings: tuple[Finding, ...], ratchet: Ratchet) -> tuple[Finding, ...]:
    fresh = {one.fingerprint for one in ratchet.failing}
    return tuple(
        one for one in findings if one.family is Family.PROBLEM or one.fingerprint in fresh
    )


def _barred(told: tuple[Finding, ...], ratchet: Ratchet | None) -> tuple[Finding, ...]:
    # Against a baseline every new gap fails, so that the bar is left for the problems.
    return tuple(one for one in told if ratchet is None or one.family is Family.PROBLEM)


def _print_closed(day: date, ratchet: Ratchet, *, apart: bool) -> None:
    # Beside a report, not in it: what is closed is no finding any more.
    for gap in ratchet.closed:
        say("closed since {day}: {gap} [{code}]", day=day, gap=gap.gap, code=gap.code, err=apart)
    if ratchet.closed:
        say(
            "{n} of the baseline closed; run journeybook baseline --tighten, so that they cannot "
            "come back unseen",
            n=len(ratchet.closed),
            err=apart,
        )
