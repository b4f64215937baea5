"""Below the adapters nothing reads a clock, a disk or the environment, and nothing prints."""

from pathlib import Path

import pytest

from tests.architecture.impurities import impurities
from tests.sites import ROOT

PACKAGE = ROOT / "plugins" / "journeybook"
CORE = tuple(
    path
    for path in sorted(PACKAGE.rglob("*.py"))
    if path.relative_to(PACKAGE).parts[0] not in ("adapters", "api.py", "__main__.py")
)


def test_there_is_a_core() -> None:
    assert PACKAGE / "findings.py" in CORE


@pytest.mark.parametrize("path", CORE, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_core_module_is_pure(path: Path) -> None:
    assert list(impurities(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("text = open('a.md').read()", "1: open()"),
        ("print('done')", "1: print()"),
        ("import datetime\nday = datetime.date.today()", "2: .today()"),
        ("from datetime import datetime\nmoment = datetime.now()", "2: .now()"),
        ("text = path.read_text()", "1: .read_text()"),
        ("from pathlib import Path", "1: pathlib.Path"),
        ("import pathlib\nroot = pathlib.Path('.')", "2: pathlib.Path"),
        ("import urllib.request", "1: urllib.request"),
        ("from urllib import request", "1: urllib.request"),
        ("from importlib import resources", "1: importlib.resources"),
    ],
)
def test_impurity_is_found(source: str, found: str) -> None:
    assert list(impurities(source)) == [found]


@pytest.mark.parametrize(
    "source",
    [
        "from pathlib import PurePosixPath\nname = PurePosixPath('a/b.md').stem",
        "from datetime import date\nday = date.fromisoformat('2026-01-31')",
        "def late(due, settings):\n    return due < settings.today",
        "both = change.before(), change.now()",
        "from urllib.parse import quote\nlink = quote('a b')",
    ],
)
def test_pure_work_is_left_alone(source: str) -> None:
    assert list(impurities(source)) == []
