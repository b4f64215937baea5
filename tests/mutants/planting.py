"""Gives a module with a fault to whoever imports it; nothing is written where the sources are."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType

from tests.mutants.stages import PACKAGE, Mutant, planted


def plant(mutant: Mutant) -> None:
    """Let a module that is not imported yet have a fault."""
    sys.meta_path.insert(0, _Planter(mutant))


@dataclass(frozen=True, slots=True)
class _Planter(MetaPathFinder):
    mutant: Mutant

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        path = PACKAGE / self.mutant.module
        parts = (PACKAGE.name, *Path(self.mutant.module).with_suffix("").parts)
        if fullname != ".".join(parts).removesuffix(".__init__"):
            return None
        loader = _Loader(fullname, str(path), self.mutant)
        return spec_from_file_location(fullname, path, loader=loader)


class _Loader(SourceFileLoader):
    def __init__(self, fullname: str, path: str, mutant: Mutant) -> None:
        super().__init__(fullname, path)
        self.mutant = mutant

    def get_code(self, fullname: str) -> CodeType | None:
        return compile(planted(self.mutant), self.get_filename(fullname), "exec")
