"""The distribution works where nothing else of ours is."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.sites import ROOT

CONFIGURATION = """\
site_name: Five lines
docs_dir: content
theme:
  name: material
plugins: [search, journeybook]
"""

CONTENT = {
    "index.md": "# Five lines\n",
    "personas/buyer.md": "---\ntitle: Buyer\n---\n",
    "phases/awareness.md": "---\ntitle: Awareness\norder: 1\n---\n",
    "journeys/buyer/index.md": "---\ntitle: Buyer's journey\npersona: buyer\n---\n",
    "journeys/buyer/awareness.md": "---\nquestions:\n  - What does it cost?\n---\nA story.\n",
}

# Every file of the package that is data has to travel with it.
DATA = (".html", ".css", ".js", ".po", ".yml", "py.typed")


def run(*command: str | Path, cwd: Path) -> None:
    """Run a command with our pins, outside every Python environment that surrounds the test."""
    environment = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        "NO_MKDOCS_2_WARNING": "1",
        "PIP_BUILD_CONSTRAINT": str(ROOT / "constraints.txt"),
        "PIP_CONSTRAINT": str(ROOT / "constraints.txt"),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source distribution as a package registry would get it."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--outdir", folder, cwd=ROOT)
    (wheel,) = folder.glob("*.whl")
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
    run(sys.executable, "-m", "venv", tmp_path / "environment", cwd=tmp_path)
    scripts = tmp_path / "environment" / ("Scripts" if os.name == "nt" else "bin")
    run(scripts / "python", "-m", "pip", "install", "--quiet", wheel, cwd=tmp_path)
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    for name, text in CONTENT.items():
        page = tmp_path / "content" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
    run(scripts / "mkdocs", "build", "--strict", cwd=tmp_path)
    journey = tmp_path / "site" / "journeys" / "buyer" / "index.html"
    assert "What does it cost?" in journey.read_text(encoding="utf-8")
    run(scripts / "journeybook", "check", cwd=tmp_path)
