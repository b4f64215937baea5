"""The distribution works where nothing else of ours is."""

import zipfile
from pathlib import Path

import pytest

from tests.release.distribution import build_distributions, try_wheel
from tests.sites import ROOT

# Every file of the package that is data has to travel with it.
DATA = (".html", ".css", ".js", ".po", ".yml", "py.typed")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source distribution."""
    _, wheel = build_distributions(tmp_path_factory.mktemp("dist"))
    return wheel


def test_wheel_holds_every_data_file(wheel: Path) -> None:
    package = ROOT / "plugins"
    expected = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*")
        if path.name.endswith(DATA)
    }
    assert expected
    assert expected <= set(zipfile.ZipFile(wheel).namelist())


@pytest.mark.slow
def test_wheel_builds_a_site_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    assert (try_wheel(wheel, tmp_path) / "journeybook.json").is_file()
