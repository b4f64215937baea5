"""`python -m tests.mutants`: how many planted faults the tests see, per stage."""

import multiprocessing
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor

import click

from tests.mutants.stages import STAGES, Mutant, choose
from tests.mutants.trying import Bench

OVERALL, PER_STAGE = 0.90, 0.85


@click.command()
@click.option("--stage", "stages", type=click.Choice(tuple(STAGES)), multiple=True)
@click.option("--seed", default=1, show_default=True, help="Another seed chooses other faults.")
@click.option("--count", default=260, show_default=True, help="How many faults in all.")
@click.option("--jobs", default=os.cpu_count() or 1, show_default=True, help="How many at a time.")
def main(stages: tuple[str, ...], seed: int, count: int, jobs: int) -> None:
    """Plant faults in a copy of Journeybook, and tell which of them no test sees."""
    mutants = choose(stages or tuple(STAGES), count, seed)
    survivors = []
    with click.progressbar(length=len(mutants), file=sys.stderr, label="Planting") as bar:
        for at, (mutant, survives) in enumerate(_tried(mutants, jobs), start=1):
            bar.update(1)
            if survives:
                survivors.append(mutant)
                click.echo(f"\n{at}: {mutant}", err=True)
    sys.exit(0 if _tell(mutants, survivors) else 1)


def _tried(mutants: Sequence[Mutant], jobs: int) -> Iterator[tuple[Mutant, bool]]:
    bench = Bench()
    if not bench.warm():
        raise click.ClickException("the tests fail without any fault: mend them first")
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(jobs, context) as pool:
        yield from zip(mutants, pool.map(bench.survives, mutants), strict=True)


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
