"""What the disk refuses is told in a sentence, by every command and by a build."""

import errno
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn
from unittest.mock import Mock

import pytest
from mkdocs.exceptions import Abort, ConfigurationError

from journeybook.adapters.mkdocs.report import tell_refused
from journeybook.adapters.mkdocs.serving.saving import Saves
from tests.cli.test_init import journeybook

COMMAND = (sys.executable, "-m", "journeybook")


def apart(
    *typed: str, cwd: Path | None = None, preexec_fn: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, which is not waited for longer than a minute."""
    return subprocess.run(
        [*COMMAND, *typed],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=cwd,
        preexec_fn=preexec_fn,
    )


def test_what_no_command_looks_for_is_a_sentence(tmp_path: Path) -> None:
    done = journeybook("init", str(tmp_path / ("x" * 300)))
    assert done.exit_code == 2
    assert "File name too long" in done.output
    assert isinstance(done.exception, SystemExit)


@pytest.mark.parametrize("command", [["check"], ["export"], ["new", "persona", "Foo"]])
def test_pages_that_nobody_may_read_are_no_empty_handbook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    assert journeybook("init", str(tmp_path)).exit_code == 0
    monkeypatch.chdir(tmp_path)

    def closed(folder: Path) -> NoReturn:
        raise PermissionError(errno.EACCES, "Permission denied", str(folder))

    monkeypatch.setattr(os, "scandir", closed)
    done = journeybook(*command)
    assert done.exit_code == 2
    assert f"cannot read or write {tmp_path / 'content'}: Permission denied" in done.output


def test_a_language_is_spoken_where_nothing_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    monkeypatch.chdir(tmp_path)
    done = journeybook("check")
    assert done.exit_code == 2
    assert "er is geen handboek in" in done.output


def test_who_has_no_home_finds_the_handbook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def homeless() -> NoReturn:
        raise RuntimeError("Could not determine home directory.")

    assert journeybook("init", str(tmp_path)).exit_code == 0
    monkeypatch.setattr(Path, "home", homeless)
    monkeypatch.chdir(tmp_path / "content" / "personas")
    assert journeybook("check").exit_code == 0


def test_a_build_ends_for_the_disk_alone() -> None:
    for error in (OSError(errno.ENOSPC, "No space left"), PermissionError(1, "No", "/site")):
        with pytest.raises(Abort):
            tell_refused(error)
    tell_refused(OSError("somebody's server is away"))
    tell_refused(ValueError("a plugin's own"))


def test_a_configuration_that_is_gone_while_serving_is_a_sentence() -> None:
    def build() -> NoReturn:
        raise ConfigurationError("Config file 'mkdocs.yml' does not exist.")

    gate = Mock()
    with pytest.raises(Abort, match="does not exist"):
        Saves(Mock())._rebuild(build, gate)  # noqa: SLF001 - what the server calls
    gate.open.assert_called_once()


@pytest.mark.build
def test_a_build_needs_no_terminal(tmp_path: Path) -> None:
    assert journeybook("init", str(tmp_path)).exit_code == 0
    run = subprocess.run(
        [*COMMAND, "build"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        preexec_fn=lambda: os.closerange(0, 2),
    )
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize("typed", [["check"], ["--help"]])
def test_without_its_texts_nothing_is_told(typed: list[str]) -> None:
    run = subprocess.run(
        [sys.executable, "-OO", "-m", "journeybook", *typed],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 2
    assert run.stderr.startswith("Error: Python leaves out the texts")


def test_help_that_cannot_be_written_is_told() -> None:
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            [*COMMAND, "--help"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert run.returncode == 2
    assert "No space left on device" in run.stderr
    assert "Traceback" not in run.stderr


def test_who_answers_nothing_begins_with_what_is_usual(tmp_path: Path) -> None:
    run = subprocess.run(
        [*COMMAND, "init", str(tmp_path)], check=False, preexec_fn=lambda: os.close(0)
    )
    assert run.returncode == 0


@pytest.mark.build
@pytest.mark.parametrize(("language", "told"), [("en", "cannot read or"), ("nl", "te schrijven")])
def test_a_full_disk_ends_a_build_with_a_sentence(tmp_path: Path, language: str, told: str) -> None:
    assert journeybook("init", str(tmp_path), "--language", language).exit_code == 0
    run = apart(
        "build",
        "--no-cache",
        cwd=tmp_path,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000)),
    )
    said = run.stdout + run.stderr
    assert run.returncode == 1, said
    assert "Traceback" not in said
    assert told in said
    assert "File too large" in said


@pytest.mark.parametrize("shape", ["markdown", "site"])
def test_a_pipe_among_pictures_is_not_waited_for(tmp_path: Path, shape: str) -> None:
    root = tmp_path / "root"
    assert journeybook("init", str(root), "--example").exit_code == 0
    asset = root / "content" / "assets" / "what-a-cup-costs.md"
    os.mkfifo(asset.with_name("pipe.png"))
    asset.write_text(f"{asset.read_text()}\n![Cups](pipe.png)\n")
    done = apart("export", str(root), "--format", shape, "--output", str(tmp_path / "out"))
    assert done.returncode == 0
    assert "content/assets/pipe.png:1:1: this cannot be read" in done.stderr


def test_a_pipe_in_place_of_the_baseline_is_not_waited_for(tmp_path: Path) -> None:
    assert journeybook("init", str(tmp_path)).exit_code == 0
    os.mkfifo(tmp_path / "site_config" / "baseline.json")
    for command in (["baseline"], ["check", "--new-only"]):
        run = apart(*command, cwd=tmp_path)
        assert run.returncode == 2
        assert "baseline.json is no file" in run.stderr
