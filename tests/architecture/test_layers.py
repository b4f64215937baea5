"""The layer contracts of pyproject.toml hold, and a deliberate violation breaks them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites import ROOT

LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts of the source tree at this root, whatever else is installed."""
    return subprocess.run(
        [sys.executable, "-c", LINT],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root / "plugins")},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the source tree that a test may spoil."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(
        ROOT / "plugins", tmp_path / "plugins", ignore=shutil.ignore_patterns("__pycache__")
    )
    return tmp_path


def test_contracts_hold() -> None:
    run = lint(ROOT)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(
    ("module", "line", "complaint"),
    [
        (
            "handbook",
            "import journeybook.render",
            "journeybook.handbook is not allowed to import journeybook.render",
        ),
        (
            "views",
            "import journeybook.rules",
            "journeybook.views is not allowed to import journeybook.rules",
        ),
        ("schema", "import os", "journeybook.schema is not allowed to import os"),
        ("render", "import mkdocs", "journeybook.render is not allowed to import mkdocs"),
        ("errands", "", "journeybook.errands"),
    ],
    ids=["upwards", "sideways", "the environment", "the engine", "a module without a layer"],
)
def test_violation_breaks_them(copy: Path, module: str, line: str, complaint: str) -> None:
    package = copy / "plugins" / "journeybook" / module
    target = package / "__init__.py" if package.is_dir() else package.with_suffix(".py")
    with target.open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    run = lint(copy)
    assert run.returncode == 1
    assert complaint in " ".join(run.stdout.split())
