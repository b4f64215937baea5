"""What `journeybook init` writes builds, by `journeybook build` as by the engines."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_init import journeybook
from tests.sites import build_site


@pytest.mark.parametrize(
    ("language", "phases", "engine"),
    [("en", "5", "mkdocs"), ("nl", "6", "mkdocs"), ("nl", "Zoeken, Kiezen", "properdocs")],
)
def test_a_new_handbook_builds_strict(
    tmp_path: Path, language: str, phases: str, engine: str
) -> None:
    done = journeybook("init", str(tmp_path), "--language", language, "--phases", phases)
    assert done.exit_code == 0, done.output
    for name in ("_defaults.yml", ".meta.yml"):
        (tmp_path / "content/channels" / name).write_text("owner: Marketing\n")
    site = build_site(tmp_path / "mkdocs.yml", tmp_path / "site", engine=engine)
    assert "Marketing" in (site / "channels/website/index.html").read_text("utf-8")
    assert not list((site / "channels").glob("*.yml"))
    assert f'<html lang="{language}"' in (site / "index.html").read_text("utf-8")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run our command in a process of its own, with the notices that people see."""
    settings = {name: text for name, text in os.environ.items() if name != "NO_MKDOCS_2_WARNING"}
    command = [sys.executable, "-m", "journeybook", *arguments]
    return subprocess.run(command, env=settings, capture_output=True, text=True, check=False)


def test_a_build_explains_itself_in_one_sentence(tmp_path: Path) -> None:
    book, site = str(tmp_path / "book"), tmp_path / "elsewhere"
    assert journeybook("init", book, "--language", "nl").exit_code == 0
    done = run("build", book, "--strict", "--output", str(site))
    assert done.returncode == 0, done.stderr
    assert (site / "index.html").is_file()
    assert done.stderr.count("wordt tot 5 mei 2027 hersteld") == 1
    assert "Zensical" not in done.stdout + done.stderr


def test_a_build_that_fails_says_so_by_its_code(tmp_path: Path) -> None:
    assert journeybook("init", str(tmp_path)).exit_code == 0
    (tmp_path / "content" / "personas" / "wrong.md").write_text("---\nrole: king\n---\n# W\n")
    assert run("build", str(tmp_path)).returncode != 0
