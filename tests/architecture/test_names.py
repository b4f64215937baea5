"""In one folder no name means two things, so that whoever reads an import knows what is meant."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.sites import ROOT

PACKAGE = ROOT / "plugins" / "journeybook"
ALIKE = PACKAGE / "rules" / "gaps"
"""Rules are all of one shape: each has a code, a severity and a check."""
PROMISED = {"exports: Export"}
"""Other packages give a format by this name, and the schema of the JSON has it as its title."""


def test_no_name_means_two_things_in_one_folder() -> None:
    folders = {path.parent for path in PACKAGE.rglob("*.py") if ALIKE not in path.parents}
    twice = {
        f"{folder.relative_to(PACKAGE)}: {name}"
        for folder in folders
        for name, number in Counter(
            name for path in folder.glob("*.py") for name in _defined(path)
        ).items()
        if number > 1
    }
    assert twice == PROMISED
    assert "Judged" in set(_defined(PACKAGE / "pipeline.py"))


def _defined(path: Path) -> Iterator[str]:
    # The names that other modules may import, each once.
    names: set[str] = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign):
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    yield from (name for name in names if not name.startswith("_"))
