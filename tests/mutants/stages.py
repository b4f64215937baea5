"""The stages that faults are planted in, and the choice of faults."""

import ast
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from pathlib import Path

from tests.mutants.mutations import Mutation, mutations

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "plugins" / "journeybook"
STAGES = {
    "sources": ("sources",),
    "handbook": ("handbook",),
    "rules": ("rules",),
    "gaps": ("gaps", "fixes", "counts"),
    "pages": ("pages",),
    "compare": ("compare", "history"),
    "exports": ("exports", "hosts", "manual"),
    "importing": ("importing", "editors", "starting"),
}
"""Each stage with its folders inside the package."""

EQUIVALENT = Path(__file__).parent / "equivalent.txt"
"""Faults that nobody can see, one a line: module, function, fault and why, between bars."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A module with one fault in it; `at` counts the faults that can be planted there."""

    stage: str
    module: str
    at: int
    kind: str
    line: int
    within: str
    text: str

    def __str__(self) -> str:
        """Tell where the fault is and what it changes."""
        return f"{self.module}:{self.line} in {self.within or 'the module'}: {self.text}"

    @property
    def key(self) -> tuple[str, str, str]:
        """Name the fault so that it is known again after lines have moved."""
        return self.module, self.within or "the module", self.text


def choose(stages: Sequence[str], count: int, seed: int) -> list[Mutant]:
    """Choose faults by chance, as many of each stage and of each kind as there are."""
    equal, rest = divmod(count, len(stages))
    return [
        mutant
        for at, stage in enumerate(stages)
        for mutant in _of_stage(stage, equal + (at < rest), seed)
    ]


def named(stages: Sequence[str], texts: Sequence[str]) -> list[Mutant]:
    """Give all faults that are told with one of some texts, such as a module and a line."""
    every = (mutant for stage in stages for mutant in _all_of(stage))
    return [mutant for mutant in every if any(text in str(mutant) for text in texts)]


def planted(mutant: Mutant) -> ast.Module:
    """Give a module with its fault."""
    tree = ast.parse((PACKAGE / mutant.module).read_text("utf-8"))
    mutations(tree)[mutant.at].plant()
    return ast.fix_missing_locations(tree)


def _of_stage(stage: str, count: int, seed: int) -> list[Mutant]:
    chance = random.Random(f"{seed} {stage}")  # noqa: S311 - nothing secret is chosen
    kinds: dict[str, list[Mutant]] = {}
    for mutant in _all_of(stage):
        kinds.setdefault(mutant.kind, []).append(mutant)
    for found in kinds.values():
        chance.shuffle(found)
    in_turn = chain.from_iterable(zip_longest(*kinds.values()))
    return [one for one in in_turn if one][:count]


def _all_of(stage: str) -> Iterator[Mutant]:
    unseen = _equivalent()
    for folder in STAGES[stage]:
        for path in sorted((PACKAGE / folder).rglob("*.py")):
            for mutant in _all_in(path, stage):
                if mutant.key not in unseen:
                    yield mutant


def _all_in(path: Path, stage: str) -> Iterator[Mutant]:
    module = path.relative_to(PACKAGE).as_posix()
    for at, fault in enumerate(mutations(ast.parse(path.read_text("utf-8")))):
        yield _mutant(fault, stage, module, at)


def _mutant(fault: Mutation, stage: str, module: str, at: int) -> Mutant:
    return Mutant(
        stage=stage,
        module=module,
        at=at,
        kind=fault.kind,
        line=fault.line,
        within=fault.within,
        text=fault.text,
    )


def _equivalent() -> set[tuple[str, ...]]:
    lines = EQUIVALENT.read_text("utf-8").splitlines() if EQUIVALENT.exists() else []
    told = (line.split(" ‖ ") for line in lines if line and not line.startswith("#"))
    return {tuple(parts[:3]) for parts in told}
