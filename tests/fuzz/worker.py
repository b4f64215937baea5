"""Tries cases one after another and prints each outcome on a line, for whoever started it."""

import sys
from itertools import count
from time import monotonic

from tests.collecting import collect_seldom
from tests.fuzz.mangling import mangled
from tests.fuzz.trying import tried
from tests.remembering import remember


def main(seed: int, first: int, step: int, until: int, seconds: float) -> None:
    """Try every `step`th case, to a number of them or until the time is over."""
    collect_seldom()
    remember()
    end = monotonic() + seconds
    for number in count(first, step):
        if number >= until or monotonic() > end:
            return
        outcome = tried(mangled(seed, number), number)
        sys.stdout.write(f"{number}\t{outcome.digest}\t{outcome.fault}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    seed, first, step, until = map(int, sys.argv[1:5])
    main(seed, first, step, until, float(sys.argv[5]))
