"""`journeybook plan`: what would change if some fixes were done."""

from collections.abc import Iterator, Sequence
from datetime import date

import click

from journeybook.adapters.cli.shared.output import find_gap, path_option, say, today_option
from journeybook.adapters.cli.shared.spoken import command
from journeybook.adapters.cli.shared.worklist import fix_facts
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.sites.configuration import Place
from journeybook.adapters.disk.workspace import read_at
from journeybook.counts.counted import Counted
from journeybook.counts.counting import Counts
from journeybook.fixes.fix import Fix
from journeybook.gaps.state import GapState
from journeybook.pages.briefs.trial import Trial, after_fixes, after_publishing
from journeybook.pages.gaps.fix_words import loud_fixes, people, phases_of, title_of
from journeybook.pages.outlook.view import FIRST, Change, outlook
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here
from journeybook.pipeline import Judged


@command()
@click.argument("fingerprints", nargs=-1)
@click.option(
    "--take",
    type=click.IntRange(min=1),
    default=FIRST,
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
    today: date | None,
) -> None:
    """Tell what would change if fixes were done: the first, or those of the gaps FINGERPRINTS.

    They are tried on a copy in memory, which is judged again; no file changes.
    """
    if published and fingerprints:
        raise CannotRunError("--published tries all that is on its way; name no gaps beside it")
    judged = read_at(path, today)
    site = judged.site
    fixes: Sequence[Fix] = ()
    if published:
        if not any(one.status.is_coming for one in site.handbook.assets.values()):
            say("No content is on its way.")
        trial = after_publishing(site)
    else:
        fixes = _chosen(judged, fingerprints) or loud_fixes(site.fixes.all)[:take]
        for line in _plan_lines(fixes, site):
            say(line)
        trial = after_fixes(site, fixes)
    for line in _outcome_lines(trial, fixes):
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


def _plan_lines(fixes: Sequence[Fix], site: Site) -> Iterator[str]:
    for at, fix in enumerate(fixes, start=1):
        whom = (people(fix, site), site.wording.both(phases_of(fix, site)))
        facts = (*fix_facts(fix, site), *whom, fix.owner or site.wording.text("no owner"))
        told = ", ".join(fact for fact in facts if fact)
        yield f"{at}. {title_of(fix, site)} ({told}) {fix.fingerprint}"


def _outcome_lines(trial: Trial, fixes: Sequence[Fix]) -> Iterator[str]:
    site, text = trial.before, trial.before.wording.text
    if lines := tuple(_moved_lines(trial, fixes)):
        yield text("What would change:")
        yield from lines
    else:
        yield text("Nothing would change.")
    if trial.untold:
        yield text("What comes of these, nobody can tell beforehand:")
        yield from (f"  {title_of(fix, site)}" for fix in trial.untold)


def _moved_lines(trial: Trial, fixes: Sequence[Fix]) -> Iterator[str]:
    site = trial.before
    found = outlook(trial, Here(site=site, uri=site.addresses.what_if))
    before, after = (_gaps(counts, site) for counts in (site.counts, trial.after.counts))
    light = len(_open(trial.after) - _open(site))
    if light or before != after:
        yield f"  {site.wording.text('Open gaps')}: {before} → {after}"
    if light:
        # A rule is silent as long as there is nothing at all, so that more may be open afterwards.
        told = site.wording.count("{n} gap comes to light", "{n} gaps come to light", light)
        yield f"    {told}"
    meant = {one.finding.fingerprint for fix in fixes for one in fix.entries}
    if beside := len(_open(site) - _open(trial.after) - meant):
        # What is written for one gap may close another, of a type or a channel, say.
        told = site.wording.count(
            "{n} more gap is closed by this", "{n} more gaps are closed by this", beside
        )
        yield f"    {told}"
    yield from _changes(found.figures, "  ")
    for persona in found.personas:
        lines = tuple(_changes(persona.figures, "    "))
        if lines or persona.walk.moves:
            yield f"  {persona.persona.text}"
            yield from lines
        if persona.walk.moves:
            yield f"    {persona.walk.before} → {persona.walk.after}"
    yield from _changes(found.places, "  ")


def _open(site: Site) -> set[str]:
    entries = site.ledger.of()
    return {one.finding.fingerprint for one in entries if one.state is GapState.OPEN}


def _changes(changes: Sequence[Change], indent: str) -> Iterator[str]:
    for one in changes:
        if one.moves:
            yield f"{indent}{one.name}: {one.before} → {one.after}"


def _gaps(counts: Counts, site: Site) -> str:
    return site.wording.number(counts.of(Counted.OPEN_GAPS))
