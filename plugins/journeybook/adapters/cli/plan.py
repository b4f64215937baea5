"""`journeybook plan`: what would change if some fixes were done."""

from datetime import datetime

import click

from journeybook.adapters.cli.output import find_gap, path_option, say, today_option
from journeybook.adapters.cli.spoken import command
from journeybook.adapters.disk.configuration import Place
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.workspace import day_of, read_at
from journeybook.fixes.fix import Fix
from journeybook.pages.gaps.fix_item import loud_fixes
from journeybook.pipeline import Judged
from journeybook.planning.telling import outcome_lines, plan_lines
from journeybook.planning.trial import after_fixes, after_publishing


@command()
@click.argument("fingerprints", nargs=-1)
@click.option(
    "--take",
    type=click.IntRange(min=1),
    default=3,
    show_default=True,
    help="How many of the first fixes to do, where none are named.",
)
@click.option("--published", is_flag=True, help="Publish all that is on its way instead.")
@path_option
@today_option
def plan(
    *,
    fingerprints: tuple[str, ...],
    take: int,
    published: bool,
    path: Place,
    today: datetime | None,
) -> None:
    """Tell what would change if fixes were done: the first, or those of the gaps FINGERPRINTS.

    They are tried on a copy in memory, which is read and judged again; no file changes.
    """
    judged = read_at(path, day_of(today))
    if published:
        trial = after_publishing(judged)
    else:
        fixes = _chosen(judged, fingerprints) or loud_fixes(judged.site.fixes.all)[:take]
        for line in plan_lines(fixes, judged.site):
            say(line)
        trial = after_fixes(judged, fixes)
    for line in outcome_lines(judged.site, trial):
        say(line)


def _chosen(judged: Judged, fingerprints: tuple[str, ...]) -> tuple[Fix, ...]:
    chosen: dict[str, Fix] = {}
    for fingerprint in fingerprints:
        entry = find_gap(judged, fingerprint)
        fix = judged.site.fixes.of(entry.finding.fingerprint)
        if fix is None:
            raise CannotRunError("nobody waits for this gap: {gap}", gap=entry.finding.message)
        chosen[fix.fingerprint] = fix
    return tuple(chosen.values())
