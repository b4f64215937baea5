"""The distribution works where nothing else of ours is."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path
from socket import create_server
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from journeybook.exports.json_export import handbook_schema
from tests.build.test_engines import HANDBOOK, write
from tests.crawling import faults_of
from tests.release.distribution import (
    DistributionError,
    build_distributions,
    run,
    try_wheel,
)
from tests.sites import ROOT
from tests.versions.environments import lowest

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


# What an installer says where there is no registry to be reached.
UNREACHABLE = ("Connection", "Temporary failure", "timed out", "No route to host")


@pytest.mark.slow
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
    run(sys.executable, "-m", "venv", tmp_path / "environment", cwd=tmp_path)
    try:
        install = ("-m", "pip", "install", "--quiet", *engines)
        run(python, *install, wheel, cwd=tmp_path, pins=pins)
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


@pytest.mark.slow
def test_the_lines_of_readme_lead_to_a_handbook(wheel: Path, tmp_path: Path) -> None:
    section = (ROOT / "README.md").read_text("utf-8").partition("## In a site of your own")[2]
    block = re.search(r"^```sh\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    assert block
    lines = [line.partition("#")[0].split() for line in block[1].splitlines()]
    *before, serve = [
        [word.replace("path/to/journeybook", str(wheel)) for word in one] for one in lines
    ]
    for line in before:
        run(*line, cwd=tmp_path)
    assert serve[1:] == ["serve"]
    with create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    with subprocess.Popen([*serve, "--address", address], cwd=tmp_path) as serving:
        try:
            assert b"Customer" in first_answer(f"http://{address}/")
        finally:
            serving.terminate()
    with pytest.raises(URLError):
        urlopen(f"http://{address}/")


def first_answer(address: str, patience: float = 60) -> bytes:
    """Give what stands at an address as soon as something does."""
    end = monotonic() + patience
    while True:
        try:
            with urlopen(address) as answer:  # noqa: S310 - an address of this machine
                return bytes(answer.read())
        except URLError:
            if monotonic() > end:
                raise
            sleep(0.2)
