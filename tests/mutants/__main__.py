"""`python -m tests.mutants`: how many planted faults the tests see, per stage."""

import multiprocessing
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor

import click

from tests.mutants.covering import Covering
from tests.mutants.forking import CUT_OFF
from tests.mutants.measuring import lines_imported, measured
from tests.mutants.stages import STAGES, Mutant, choose, named
from tests.mutants.trying import seen_by, warm
from tests.mutants.units import Unit, groups

OVERALL, PER_STAGE = 0.90, 0.85


@click.command()
@click.option("--stage", "stages", type=click.Choice(tuple(STAGES)), multiple=True)
@click.option("--seed", default=1, show_default=True, help="Another seed chooses other faults.")
@click.option("--count", default=260, show_default=True, help="How many faults in all.")
@click.option("--only", multiple=True, help="All faults told with this, such as finder.py:73.")
@click.option("--as-before", is_flag=True, help="Follow no test anew that is as it was: sooner.")
@click.option("--jobs", default=os.cpu_count() or 1, show_default=True, help="How many at a time.")
def main(
    stages: tuple[str, ...],
    seed: int,
    count: int,
    only: tuple[str, ...],
    jobs: int,
    *,
    as_before: bool,
) -> None:
    """Plant faults in a copy of Journeybook, and tell which of them no test sees."""
    # What is compiled is kept, or every fault would compile all our modules anew.
    sys.dont_write_bytecode = False
    wanted = stages or tuple(STAGES)
    mutants = named(wanted, only) if only else choose(wanted, count, seed)
    covering = _covering(jobs, as_before=as_before)
    survivors, cut_off = [], []
    with click.progressbar(length=len(mutants), file=sys.stderr, label="Planting") as bar:
        for at, (mutant, seen) in enumerate(_tried(covering, mutants, jobs), start=1):
            bar.update(1)
            if not seen:
                survivors.append(mutant)
                click.echo(f"\n{at}: {mutant}", err=True)
            elif CUT_OFF in seen:
                cut_off.append(mutant)
    for mutant in cut_off:
        click.echo(f"{CUT_OFF}: {mutant}")
    sys.exit(0 if _tell(mutants, survivors) else 1)


def _covering(jobs: int, *, as_before: bool) -> Covering:
    imported = lines_imported()
    units: list[Unit] = []
    with click.progressbar(length=len(groups()), file=sys.stderr, label="Following") as bar:
        for some in measured(jobs, as_before=as_before):
            units.extend(some)
            bar.update(1)
    _stop_at([f"{one.name}\n{one.said}" for one in units if not one.passes])
    warm()
    return Covering(units=units, imported=imported)


def _stop_at(failing: Sequence[str]) -> None:
    if failing:
        raise click.ClickException("\n".join(("mend first what fails without a fault:", *failing)))


def _tried(
    covering: Covering, mutants: Sequence[Mutant], jobs: int
) -> Iterator[tuple[Mutant, str]]:
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("fork")) as pool:
        # All that can fail without a fault takes minutes, while others see their first faults.
        whole = pool.submit(seen_by, covering.of(None))
        seen = pool.map(seen_by, map(covering.of, mutants))
        try:
            for mutant, by in zip(mutants, seen, strict=True):
                _stop_at(_failing(whole))
                yield mutant, by
            whole.result()
            _stop_at(_failing(whole))
        finally:
            # What fails without a fault is told at once, and not after all the others.
            pool.shutdown(wait=False, cancel_futures=True)


def _failing(whole: Future[str]) -> Sequence[str]:
    return ("a test after others", whole.result()) if whole.done() and whole.result() else ()


def _tell(mutants: Sequence[Mutant], survivors: Sequence[Mutant]) -> bool:
    for mutant in survivors:
        click.echo(mutant)
    reached = True
    for stage in STAGES:
        planted = [one for one in mutants if one.stage == stage]
        if planted:
            seen = len(planted) - sum(one.stage == stage for one in survivors)
            reached &= _line(stage, seen, len(planted), PER_STAGE)
    seen = len(mutants) - len(survivors)
    return _line("all", seen, len(mutants), OVERALL) and reached


def _line(name: str, seen: int, planted: int, aim: float) -> bool:
    click.echo(f"{name:<10}{seen:>4} of {planted:>3} seen  {seen / planted:>4.0%}  aim {aim:.0%}")
    return seen / planted >= aim


if __name__ == "__main__":
    main()
