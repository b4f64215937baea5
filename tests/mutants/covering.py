"""Which units may see a fault: those that run the statement it is in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tests.mutants.following import Lines, both
from tests.mutants.naming import statement_at, users
from tests.mutants.stages import Mutant
from tests.mutants.units import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A fault and the units that may see it; `known` are the names of all."""

    mutant: Mutant | None
    units: Sequence[Unit]
    known: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Covering:
    """All units, and the lines that are run before any of them."""

    units: Sequence[Unit]
    imported: Lines

    def of(self, mutant: Mutant | None) -> Trial:
        """Name the units that may see a fault, those first that tell most likely or soonest."""
        units = self.units if mutant is None else _touching(mutant, self.units, self.imported)
        # Their lines have told all they had to, and are much to carry.
        light = tuple(replace(one, lines={}) for one in units)
        return Trial(mutant=mutant, units=light, known=frozenset(one.name for one in self.units))


def _touching(mutant: Mutant, units: Sequence[Unit], imported: Lines) -> Sequence[Unit]:
    at = statement_at(mutant.module, mutant.line)
    lines: Lines = {at.module: at.lines}
    files = frozenset[str]()
    if at.lines & imported.get(at.module, 0):
        if not (found := users(at, imported)):
            return _in_order(mutant, units)
        lines, files = both(lines, found[0]), found[1]
    some = [one for one in units if one.group in files or _runs(one.lines, lines)]
    return _in_order(mutant, some)


def _runs(run: Lines, lines: Lines) -> bool:
    return any(run.get(module, 0) & some for module, some in lines.items())


def _in_order(mutant: Mutant, units: Sequence[Unit]) -> Sequence[Unit]:
    slug = mutant.module.rpartition("/")[2].removesuffix(".py").replace("_", "-")
    return sorted(units, key=lambda one: _order(one, mutant.module, slug))


def _order(unit: Unit, module: str, slug: str) -> tuple[object, ...]:
    runs = sum(lines.bit_count() for lines in unit.lines.values())
    # Whatever runs much of the module and little else is there to look at it.
    share = unit.lines.get(module, 0).bit_count() / (runs or 1)
    is_own = f"/{slug}/" in f"/{unit.name}"
    return (not is_own, module not in unit.lines, -share if unit.is_test else unit.seconds)
