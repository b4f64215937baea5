"""`journeybook check`: tells everything that is wrong or missing."""

from datetime import date, datetime
from pathlib import Path

import click

from journeybook.adapters.bar import BARS, reaching
from journeybook.adapters.cli.baseline import known_gaps
from journeybook.adapters.cli.handbook import path_argument, read, today_option
from journeybook.findings import Family, Finding
from journeybook.interchange.json_export import report_json
from journeybook.review.baseline import Baseline, compare


@click.command()
@path_argument
@click.option(
    "--format",
    "shape",
    type=click.Choice(("text", "json")),
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
    "--new-only",
    is_flag=True,
    help="Fail on gaps that are not in the baseline, and leave those out that are.",
)
@today_option
@click.pass_context
def check(
    context: click.Context,
    path: Path,
    shape: str,
    bar: str,
    *,
    new_only: bool,
    today: datetime | None,
) -> None:
    """Tell everything that is wrong or missing in the handbook at PATH.

    Exit code 0 when nothing reaches the bar, 1 when something does, 2 when it cannot run.
    """
    judged = read(path, today)
    if new_only:
        context.exit(
            _check_new(judged.findings, known_gaps(path), shape, bar, judged.handbook.today)
        )
    if shape == "json":
        click.echo(report_json(judged.findings, judged.handbook.today), nl=False)
    else:
        _print(judged.findings)
    context.exit(1 if reaching(judged.findings, bar) else 0)


def _check_new(
    findings: tuple[Finding, ...], known: Baseline, shape: str, bar: str, today: date
) -> int:
    ratchet = compare(known, findings)
    fresh = {one.fingerprint for one in ratchet.failing}
    told = tuple(
        one for one in findings if one.family is Family.PROBLEM or one.fingerprint in fresh
    )
    if shape == "json":
        click.echo(report_json(told, today), nl=False)
    else:
        _print(told)
    # Beside the JSON, not in it: what is closed is no finding any more.
    for gap in ratchet.closed:
        click.echo(f"closed since {known.day}: {gap.gap} [{gap.code}]", err=shape == "json")
    if ratchet.closed:
        hint = "run journeybook baseline --tighten, so that they cannot come back unseen"
        click.echo(f"{len(ratchet.closed)} of the baseline closed; {hint}", err=shape == "json")
    problems = tuple(one for one in findings if one.family is Family.PROBLEM)
    return 1 if ratchet.failing or reaching(problems, bar) else 0


def _print(findings: tuple[Finding, ...]) -> None:
    for finding in findings:
        click.echo(f"{finding}{_state(finding)}")
    problems = sum(one.family is Family.PROBLEM for one in findings)
    gaps = [one for one in findings if one.family is Family.GAP]
    still_open = sum(one.is_open for one in gaps)
    click.echo(f"{problems} problems, {len(gaps)} gaps of which {still_open} open")


def _state(finding: Finding) -> str:
    if finding.waived:
        return f" (waived: {finding.waived.reason})"
    if finding.being_filled:
        return f" (being filled: {finding.being_filled.asset})"
    return ""
