"""The distribution works where nothing else of ours is."""

import sys
import zipfile
from pathlib import Path

import pytest

from journeybook.exports.json_export import handbook_schema
from tests.build.test_engines import HANDBOOK, write
from tests.crawling import faults_of
from tests.release.distribution import DistributionError, install_into, run, try_installed
from tests.sites import ROOT
from tests.versions.environments import lowest


def test_wheel_holds_every_file(wheel: Path) -> None:
    package = ROOT / "plugins" / "journeybook"
    expected = {
        path.relative_to(package.parent).as_posix()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert expected
    assert expected <= set(zipfile.ZipFile(wheel).namelist())


@pytest.mark.slow(10)
def test_wheel_builds_a_site_in_an_empty_environment(installed: Path, tmp_path: Path) -> None:
    assert (try_installed(installed, tmp_path) / "journeybook.json").is_file()


# What an installer says where there is no registry to be reached.
UNREACHABLE = (
    "Connection",
    "Temporary failure",
    "timed out",
    "No route to host",
    "error sending request",
)


@pytest.mark.slow(10)
@pytest.mark.parametrize(
    ("versions", "engines"), [("lowest", ("mkdocs",)), ("newest", ("mkdocs", "properdocs"))]
)
def test_the_same_comes_out_with_other_versions_of_what_we_need(
    wheel: Path, tmp_path: Path, versions: str, engines: tuple[str, ...]
) -> None:
    pins = tmp_path / "pins.txt"
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    pins.write_text("\n".join(lowest(text)) if versions == "lowest" else "", "utf-8")
    python = tmp_path / "environment" / "bin" / "python"
    # An installer of its own would take longer to get there than all else.
    environment = tmp_path / "environment"
    run(sys.executable, "-m", "venv", "--without-pip", environment, cwd=tmp_path)
    try:
        install_into(python, *engines, wheel, cwd=tmp_path, pins=pins)
    except DistributionError as error:
        if any(sign in str(error) for sign in UNREACHABLE):
            pytest.skip(f"the {versions} versions cannot be installed on this machine")
        raise
    write(tmp_path, HANDBOOK)
    for engine in engines:
        run(python, "-m", engine, "build", "--strict", cwd=tmp_path)
        site = tmp_path / "site"
        assert faults_of(site) == []
        assert "jb-map" in (site / "journeys/buyer/index.html").read_text("utf-8")
        # What is promised to other programs does not depend on what is installed.
        assert (site / "journeybook.schema.json").read_bytes() == handbook_schema()
