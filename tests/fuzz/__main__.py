"""`python -m tests.fuzz`: what becomes of handbooks that are mangled by chance."""

import sys

import click

from tests.fuzz.mangling import Case, mangled
from tests.fuzz.running import Tally, run
from tests.fuzz.shrinking import golden, shrunk
from tests.fuzz.trying import tried

_ENDLESS = 10**9


@click.command()
@click.option("--for", "seconds", default=120.0, show_default=True, help="How many seconds.")
@click.option("--handbooks", default=_ENDLESS, help="How many handbooks at most.")
@click.option("--seed", default=1, show_default=True, help="Another seed mangles otherwise.")
@click.option("--keep/--no-keep", default=True, help="Write golden cases of what is found.")
def main(seconds: float, handbooks: int, seed: int, *, keep: bool) -> None:
    """Mangle handbooks, and tell of those that nothing good comes of."""
    tally = run(seed, handbooks, seconds)
    for line in tally.lines():
        click.echo(line)
    if keep:
        _keep(tally, seed)
    sys.exit(1 if tally.faults else 0)


def _keep(tally: Tally, seed: int) -> None:
    for fault, number in tally.first.items():
        if fault.startswith("seed:"):
            continue

        def fails(case: Case, fault: str = fault, number: int = number) -> bool:
            return tried(case, number).fault == fault

        case = mangled(seed, number)
        small = shrunk(case, fails) if fails(case) else case
        file = golden(small, fault)
        click.echo(f"\n{fault}: {file or 'no golden case can hold it'}")
        for one in small.files:
            click.echo(f"  {one.path!r}: {one.data[:400]!r} {one.refused or ''}")


if __name__ == "__main__":
    main()
