"""Runs workers under two hash seeds and holds what they make against each other."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from tests.sites import ROOT

_SEEDS = count(1)
_ELSEWHERE = ("apart", "leak", "ran", "again")


@dataclass(frozen=True, kw_only=True)
class Tally:
    """How many cases ran, under how many seeds, and the first case of every fault."""

    ran: int
    twice: int
    faults: Counter[str] = field(default_factory=Counter)
    first: dict[str, int] = field(default_factory=dict)

    def lines(self) -> Iterator[str]:
        """Say what was found, a line for each kind of fault."""
        yield f"{self.ran} handbooks, {self.twice} of them under two hash seeds, each in two orders"
        for kind in ("exception", "hang", "lost", "order", "seed", "findings", *_ELSEWHERE):
            number = sum(n for fault, n in self.faults.items() if fault.startswith(f"{kind}:"))
            yield f"{number:>6} {kind}"
        for fault, number in self.faults.most_common():
            yield f"{number:>6} times, first in handbook {self.first[fault]}: {fault}"


def run(seed: int, handbooks: int, seconds: float, *, again: int = 1) -> Tally:
    """Try handbooks until there are as many, or the time is over; every `again`th once more."""
    workers = [_worker(seed, step, handbooks, seconds) for step in (1, again)]
    made = [dict(_outcomes(worker)) for worker in workers]
    faults: Counter[str] = Counter()
    first: dict[str, int] = {}
    both = made[0].keys() & made[1].keys()
    for number in sorted(made[0].keys() | made[1].keys()):
        found = {one[number][1] for one in made if number in one} - {""}
        if number in both and made[0][number] != made[1][number]:
            found.add("seed: what comes out depends on the hash seed")
        for fault in found:
            faults[fault] += 1
            first.setdefault(fault, number)
    return Tally(
        ran=len(made[0].keys() | made[1].keys()), twice=len(both), faults=faults, first=first
    )


def _worker(seed: int, step: int, handbooks: int, seconds: float) -> "subprocess.Popen[str]":
    numbers = (seed, 0, step, handbooks)
    command = [sys.executable, "-m", "tests.fuzz.worker", *map(str, numbers), str(seconds)]
    return subprocess.Popen(
        command,
        cwd=ROOT,
        # Another seed for each, whatever its step.
        env={**os.environ, "PYTHONHASHSEED": str(next(_SEEDS))},
        stdout=subprocess.PIPE,
        text=True,
    )


def _outcomes(worker: "subprocess.Popen[str]") -> Iterator[tuple[int, tuple[str, str]]]:
    output, _ = worker.communicate()
    for line in output.splitlines():
        number, digest, fault = line.split("\t")
        yield int(number), (digest, fault)
    if worker.returncode:
        raise RuntimeError(f"a worker ended with {worker.returncode}")
