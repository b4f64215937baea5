"""`journeybook check`: tells everything that is wrong or missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import click

from journeybook.adapters.cli.annotating import HOSTS, surroundings, tell_host
from journeybook.adapters.cli.baseline import known_gaps
from journeybook.adapters.cli.output import path_argument, say, today_option
from journeybook.adapters.cli.spoken import command
from journeybook.adapters.cli.worklist import Wanted, work_list
from journeybook.adapters.disk.bar import BARS, reaching
from journeybook.adapters.disk.configuration import Folders, Place, find_handbooks
from journeybook.adapters.disk.links import look_at
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.workspace import day_of, read_at
from journeybook.codes import Family, Severity
from journeybook.compare.baseline import Baseline, Ratchet, compare
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
    base: str | None,
    links: bool,
    seconds: float,
    inside: bool,
    today: datetime | None,
) -> None:
    """Tell everything that is wrong or missing in the handbook at PATH.

    In the terminal the problems come first, then the ten gaps to close first, each with the twelve
    digits that `brief` and `waive` ask for. Where there are several handbooks, all are looked at.

    Exit code 0 when nothing reaches the bar, 1 when something does, 2 when it cannot run.
    """
    wanted = Wanted(persona=persona, phase=phase, owner=owner, severity=severity, code=code)
    looking = _Looking(
        wanted=wanted,
        day=day_of(today),
        new_only=new_only,
        links=_Links(within=seconds, inside=inside) if links else None,
    )
    checked = _all_checked(find_handbooks(path), looking)
    told = tuple(finding for one in checked for finding in one.told)
    if shape in HOSTS:
        around = surroundings([one.folders for one in checked], base)
        tell_host(shape, told, around, checked[0].judged.site.wording)
    elif shape == "json":
        click.echo(report_json(told, looking.day), nl=False)
    else:
        for one in checked:
            if one.folders.title:
                say(f"{one.folders.title} ({one.folders.content}/)")
            every = every or new_only
            for line in work_list(one.told, one.judged, every=every, filtered=wanted != Wanted()):
                say(line)
    for one in checked:
        one.print_closed(apart=shape != "text")
    context.exit(1 if any(one.fails(bar) for one in checked) else 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Links:
    within: float
    inside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Looking:
    # How handbooks are looked at.
    wanted: Wanted
    day: date
    new_only: bool
    links: _Links | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Checked:
    folders: Folders
    judged: Judged
    told: tuple[Finding, ...]
    baseline: Baseline | None
    ratchet: Ratchet | None

    def fails(self, bar: str) -> bool:
        # Against a baseline every new gap fails, so that the bar is left for the problems.
        if self.ratchet is None:
            return bool(reaching(self.told, bar))
        problems = tuple(one for one in self.told if one.family is Family.PROBLEM)
        return bool(self.ratchet.failing or reaching(problems, bar))

    def print_closed(self, *, apart: bool) -> None:
        # Beside a report, not in it: what is closed is no finding any more.
        if self.baseline is None or self.ratchet is None or not self.ratchet.closed:
            return
        for gap in self.ratchet.closed:
            say(
                "closed since {day}: {gap} [{code}]",
                day=self.baseline.day,
                gap=gap.gap,
                code=gap.code,
                err=apart,
            )
        say(
            "{n} of the baseline closed; run journeybook baseline --tighten, so that they cannot "
            "come back unseen",
            n=len(self.ratchet.closed),
            err=apart,
        )


def _all_checked(handbooks: Sequence[Folders], looking: _Looking) -> Sequence[_Checked]:
    # Of several handbooks, those that do not know a persona that is asked for have nothing to say.
    checked: list[_Checked] = []
    refusals: list[CannotRunError] = []
    for folders in handbooks:
        try:
            checked.append(_checked(folders, looking))
        except CannotRunError as refusal:
            if looking.wanted == Wanted():
                raise
            refusals.append(refusal)
    if not checked:
        raise refusals[0]
    return checked


def _checked(folders: Folders, looking: _Looking) -> _Checked:
    judged = read_at(folders, looking.day)
    if looking.links:
        judged = read_at(folders, looking.day, _dead_links(judged, looking.links))
    known = known_gaps(folders) if looking.new_only else None
    ratchet = compare(known, judged.findings) if known else None
    told = _new(judged.findings, ratchet) if ratchet else judged.findings
    return _Checked(
        folders=folders,
        judged=judged,
        told=looking.wanted.of(told, judged),
        baseline=known,
        ratchet=ratchet,
    )


def _dead_links(judged: Judged, links: _Links) -> frozenset[str]:
    assets = judged.handbook.assets.values()
    looked = look_at((one.url for one in assets if one.url), links.within, inside=links.inside)
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
