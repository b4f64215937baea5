"""A package beside ours adds a rule, an area of pages and a format, by its entry points alone."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites import ROOT

EXTENSION = ROOT / "tests" / "extension"
FILES = {
    "mkdocs.yml": "site_name: Tea\ndocs_dir: content\nplugins: [search, journeybook]\n",
    "content/index.md": "# Tea\n",
    "content/personas/drinker.md": "---\ntitle: Drinker & friend\nowner: Us\n---\n",
}


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def run(
    handbook: Path, module: str, *arguments: str, extension: Path = EXTENSION
) -> subprocess.CompletedProcess[str]:
    """Run a command in a handbook with the extension installed."""
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=handbook,
        env={**os.environ, "PYTHONPATH": str(extension), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_its_rule_is_judged_and_set_like_any_other(handbook: Path) -> None:
    line = "content/personas/drinker.md:1:1: Drinker & friend says nothing; write a quote"
    assert line in run(handbook, "journeybook", "check").stdout
    (handbook / "site_config").mkdir()
    rules = handbook / "site_config" / "rules.yml"
    rules.write_text("persona-without-quote: off\n", encoding="utf-8")
    printed = run(handbook, "journeybook", "check").stdout
    assert "says nothing" not in printed
    assert "unknown-rule" not in printed


def test_its_format_is_written(handbook: Path) -> None:
    printed = run(handbook, "journeybook", "export", "--format", "names").stdout
    assert printed == "Drinker & friend\n"


def test_its_pages_are_built(handbook: Path) -> None:
    run(handbook, "mkdocs", "build", "--quiet")
    page = (handbook / "site" / "quotes" / "index.html").read_text(encoding="utf-8")
    assert "<li>Drinker &amp; friend</li>" in page


def test_a_broken_promise_is_told_in_a_sentence(handbook: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(EXTENSION, broken)
    points = broken / "house_rules-1.0.dist-info" / "entry_points.txt"
    points.write_text("[journeybook.rules]\nhouse = house_rules:NAMES\n", encoding="utf-8")
    ended = run(handbook, "journeybook", "check", extension=broken)
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr
    assert "journeybook.rules: house is no Rule (house_rules:NAMES)" in ended.stderr
