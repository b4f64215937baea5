"""The layer contracts of pyproject.toml hold, and a deliberate violation breaks them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites import ROOT

LINT = (
    "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
)


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


VIOLATIONS = {
    "handbook": "journeybook.pages",
    "exports": "journeybook.hosts",
    "adapters/mkdocs": "journeybook.adapters.cli",
    "adapters/disk": "click",
    "pages/matrix": "journeybook.pages.coverage",
    "pages/parts": "journeybook.pages.home",
    "handbook/index": "journeybook.handbook.linking",
    "handbook/fitting": "journeybook.handbook.book",
    "compare/pairing": "journeybook.compare.summary",
    "adapters/lsp": "journeybook.adapters.cli",
    "compare": "jinja2",
    "rules": "yaml",
    "schema": "os",
    "pages": "mkdocs",
}


def test_each_violation_breaks_them(copy: Path) -> None:
    for module, imported in VIOLATIONS.items():
        _append(copy, module, f"import {imported}")
    run = lint(copy)
    complaints = " ".join(run.stdout.split())
    assert run.returncode == 1
    for module, imported in VIOLATIONS.items():
        importer = f"journeybook.{module.replace('/', '.')}"
        assert f"{importer} is not allowed to import {imported}" in complaints


def test_a_circle_breaks_them(copy: Path) -> None:
    _append(copy, "adapters/disk/refusal", "import journeybook.adapters.disk.workspace")
    run = lint(copy)
    assert run.returncode == 1
    assert "No cycles are allowed in journeybook.adapters.disk." in " ".join(run.stdout.split())


@pytest.mark.parametrize("module", ["errands", "pages/errands"])
def test_a_module_without_a_layer_breaks_them(copy: Path, module: str) -> None:
    _append(copy, module, "")
    run = lint(copy)
    assert run.returncode == 1
    assert f"journeybook.{module.replace('/', '.')}" in " ".join(run.stdout.split())


def _append(root: Path, module: str, line: str) -> None:
    package = root / "plugins" / "journeybook" / module
    target = package / "__init__.py" if package.is_dir() else package.with_suffix(".py")
    with target.open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
