"""The lowest environment is what pyproject.toml promises, and Pythons are found where they run."""

import os
import sys
import tomllib
from pathlib import Path

import pytest

from tests.sites import ROOT
from tests.versions.environments import PYTHONS, find_python, lowest, tools

PYPROJECT = """\
[project]
dependencies = ["first>=1.2,<2", "second-part>=6"]
[project.optional-dependencies]
xlsx = ["third>=0.6"]
dev = ["tool>=9"]
"""


def test_every_requirement_of_users_is_at_its_lower_bound() -> None:
    assert lowest(PYPROJECT) == ("first==1.2", "second-part==6", "third==0.6")


def test_tools_that_need_newer_versions_are_left_out() -> None:
    assert tools(PYPROJECT) == ("tool>=9",)
    assert tools(PYPROJECT.replace('"tool>=9"', '"mypy>=2", "tool>=9"')) == ("tool>=9",)


def test_a_requirement_without_a_lower_bound_is_refused() -> None:
    with pytest.raises(ValueError, match="'first' in pyproject"):
        lowest(PYPROJECT.replace("first>=1.2,<2", "first"))


def test_ours_all_have_a_lower_bound() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    assert len(lowest(text)) > len(tomllib.loads(text)["project"]["dependencies"])


def test_the_oldest_python_is_the_one_that_is_required() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["requires-python"] == f">={PYTHONS[0]}"


@pytest.mark.skipif(os.name == "nt", reason="pretends with shell scripts")
def test_a_python_that_does_not_run_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder, text in (
        ("shims", "#!/bin/sh\nexit 127\n"),
        (".pyenv/versions/3.12.1/bin", "#!/bin/sh\nexit 0\n"),
    ):
        name = "python3.12" if folder == "shims" else "python"
        file = tmp_path / folder / name
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
        file.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "shims"))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert find_python("3.12") == tmp_path / ".pyenv/versions/3.12.1/bin/python"
    assert find_python("3.13") is None


def test_the_python_of_these_tests_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=":")
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert find_python(version) is not None
