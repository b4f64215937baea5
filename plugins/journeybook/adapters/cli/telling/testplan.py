"""`journeybook testplan`: what to ask customers next."""

from datetime import date
from pathlib import Path

import click

from journeybook.adapters.cli.shared.output import (
    output_option,
    path_option,
    say,
    today_option,
    write,
)
from journeybook.adapters.cli.shared.spoken import command
from journeybook.adapters.disk.sites.configuration import Place
from journeybook.adapters.disk.workspace import read_at
from journeybook.exports.tables import csv_of
from journeybook.findings import visible
from journeybook.pages.research.guide import bounds_of, plan_markdown
from journeybook.pages.research.test_plan import make_plan, plan_table


@command()
@click.option(
    "--format",
    "form",
    type=click.Choice(("markdown", "csv")),
    default="markdown",
    show_default=True,
    help="The guide and the survey to read, or a row for each question.",
)
@path_option
@output_option
@today_option
def testplan(*, form: str, path: Place, output: Path | None, today: date | None) -> None:
    """Write what to ask next: the assumptions under the most valuable fixes.

    A guide for talks and a draft of a survey, in the language of the handbook.
    """
    site = read_at(path, today).site
    plan = make_plan(site)
    if form == "csv":
        write(csv_of(plan_table(plan, site), site.wording), output, path)
        for line in bounds_of(plan, site):
            say(line, err=True)
    else:
        write(visible(plan_markdown(plan, site)).encode(), output, path)
