"""The site as plain Markdown: engines without our plugin make the same pages of it."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from journeybook.adapters.cli import main
from journeybook.adapters.disk.keeping.mirror import LIST
from tests.build.test_engines import HANDBOOK, html, write
from tests.build.test_navigation import navigation
from tests.crawling import faults_of
from tests.sites import DUTCH, build_site

SITE = """\
INHERIT: base.yml
site_name: Plain
docs_dir: pages
theme: {name: material, font: false, custom_dir: look, features: [navigation.tabs]}
exclude_docs: |
  /assets/hidden.md
markdown_extensions: [footnotes, {toc: {permalink: true}}]
hooks: [hook.py]
plugins:
  - search
  - journeybook: {today: 2026-11-21}
nav:
  - index.md
  - journeybook/journeys
  - More: [guide/start.md, journeybook/gaps]
"""
FILES = {
    **{path.replace("content/", "pages/"): text for path, text in HANDBOOK.items()},
    "base.yml": "site_url: !ENV [PLAIN_URL, 'https://plain.example.com/']\n",
    "mkdocs.yml": SITE,
    "hook.py": "def on_page_content(html, **_):\n    return f'{html}<!-- hooked -->'\n",
    "look/main.html": '{% extends "base.html" %}\n{# ours #}\n',
    "pages/guide/start.md": (
        "---\nicon: material/home\n---\n# How we work\n\n"
        "See [the step](../journeys/buyer/awareness.md), [its part][then], `[x](../journeys/x.md)` "
        "and [ours](notes.txt). A Blog helps.\n\n"
        "<!-- journeybook/map journey=buyer -->\n\n"
        "[then]: ../journeys/buyer/awareness.md#then-this\n"
    ),
    "pages/guide/notes.txt": "Notes\n",
    "pages/gaps/index.md": "# What we lack\n\nRead this first.\n",
    "pages/personas/C# & co.md": "---\nrole: user\ntitle: The <developer>\n---\n",
    "pages/assets/hidden.md": "---\ntype: blog\nstatus: draft\n---\n# Hidden\n",
    "pages/assets/merger.md": (
        "---\nprivate: yes\ntype: blog\nstatus: draft\n---\n# Xandia\n\n![So](<secret pie.png>)\n"
        "[Seen](../guide/notes.txt)\n"
    ),
    "pages/assets/secret pie.png": "",
    "pages/actions/merge.md": (
        "---\nprivate: yes\nkind: xandia\nkpi: {name: Sold, readings: secret.csv}\n---\n# Xandia\n"
    ),
    "pages/actions/secret.csv": "2026-10-01,77123\n",
    # What customers answered is in no site, wherever it lies.
    "pages/research/asked.md": ("---\nmethod: survey\nsurvey: secret answers.csv\n---\n# Asked\n"),
    "pages/research/secret answers.csv": "Why;Would you recommend us?\nXandia;10\n",
    "pages/research/secret copy (1).XLSX": "Xandia",
    "pages/research/elsewhere.md": "---\nsurvey: ../guide/secret list.txt\n---\n# Elsewhere\n",
    "pages/guide/secret list.txt": "Why;Would you recommend us?\nXandia;9\n",
    "pages/journeys/buyer/choose.md": (
        "---\nphase: awareness\norder: 2\nneeds: [It]\n---\nChoosing.[^1] [Back](awareness.md)\n\n"
        "[^1]: A note.\n"
    ),
}


def export(folder: Path, output: Path, *options: str) -> Result:
    """Export the site of a folder."""
    arguments = ["export", str(folder), "--format", "site", "--output", str(output), *options]
    return CliRunner().invoke(main, arguments)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site."""
    return write(tmp_path_factory.mktemp("root"), FILES).parent


@pytest.fixture(scope="module")
def plain(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the folder, as plain Markdown."""
    folder = tmp_path_factory.mktemp("made") / "plain"
    done = export(root, folder)
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture(scope="module")
def ours(root: Path) -> Path:
    """The site that the plugin makes."""
    return build_site(root / "mkdocs.yml", root / "site")


def zensical(plain: Path) -> Path:
    """Build what was exported with Zensical, strictly."""
    if find_spec("zensical") is None:
        pytest.skip("Zensical is not installed")
    command = [sys.executable, "-m", "zensical", "build", "--strict"]
    run = subprocess.run(command, cwd=plain, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return plain / "site"


def mkdocs(plain: Path) -> Path:
    """Build what was exported with MkDocs, strictly and without our plugin."""
    assert "journeybook:" not in (plain / "mkdocs.yml").read_text("utf-8")
    return build_site(plain / "mkdocs.yml", plain / "made-by-mkdocs", crawled=False)


class _Tables(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.depth = 0
        self.words: list[str] = []

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """Go into a table."""
        self.depth += tag == "table"

    def handle_endtag(self, tag: str) -> None:
        """Go out of a table."""
        self.depth -= tag == "table"

    def handle_data(self, data: str) -> None:
        """Take what stands in a table."""
        if self.depth:
            self.words += data.split()


def tables(site: Path) -> dict[str, list[str]]:
    """Give the words in the tables of every page."""
    found = {}
    # What stands in frames is made for our own site alone.
    for file in (one for one in site.rglob("*.html") if "embed" not in one.parts):
        reader = _Tables()
        reader.feed(file.read_text("utf-8"))
        found[file.relative_to(site).as_posix()] = reader.words
    return found


@pytest.mark.parametrize("engine", [mkdocs, zensical])
def test_engines_make_the_same_site_of_it(
    engine: Callable[[Path], Path], plain: Path, ours: Path
) -> None:
    site = engine(plain)
    assert faults_of(site) == []
    assert tables(site) == tables(ours)
    data = ("journeybook.json", "gaps/gaps.csv", "assets/journeybook/tokens.css", "guide/notes.txt")
    assert [name for name in data if not (site / name).is_file()] == []
    start = html(site, "guide/start")
    for link in ("buyer/#awareness", "buyer/#then-this"):
        assert f'href="../../journeys/{link}"' in start
    assert "[x](../journeys/x.md)" in start
    assert "jb-map" in start
    assert "An article on our own site" in start
    assert "jb:" not in start
    gaps = html(site, "gaps")
    assert "Read this first." in gaps
    assert gaps.count("<h1") == 1
    assert "<title>What we lack - Plain</title>" in gaps
    for page in ("gaps", "matrix", "personas/C# & co"):
        content = html(site, page).partition("<article")[2]
        assert 0 < content.index("jb-trail") < content.index("<h1")
    assert "A note." in html(site, "journeys/buyer")
    assert "The &lt;developer&gt;" in html(site, "personas/C# & co")
    texts = [file.read_text("utf-8", "replace") for file in site.rglob("*.html")]
    assert not [text for text in texts if "Xandia" in text or "Hidden" in text]
    made = [file for folder in (site, ours) for file in folder.rglob("*") if file.is_file()]
    assert not [file.name for file in made if "secret" in file.name]
    texts = [file.read_text("utf-8") for file in made if file.suffix in (".json", ".csv", ".ics")]
    assert not [text for text in texts if "andia" in text or "77123" in text]


def test_a_whole_handbook_is_the_same_with_zensical(dutch: Path, tmp_path: Path) -> None:
    done = export(DUTCH.parent, tmp_path / "plain")
    assert done.exit_code == 0, done.output
    site = zensical(tmp_path / "plain")
    assert faults_of(site) == []
    assert tables(site) == tables(dutch)


def test_it_keeps_the_navigation_the_look_and_the_hooks(plain: Path, ours: Path) -> None:
    site = mkdocs(plain)
    assert navigation(site) == navigation(ours)
    assert "hooked" in html(site, ".")
    settings = (plain / "mkdocs.yml").read_text("utf-8")
    assert "site_url: !ENV [PLAIN_URL, 'https://plain.example.com/']" in settings
    assert (plain / "theme/main.html").is_file()
    assert "exclude_docs" not in settings
    assert "INHERIT" not in settings


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """A copy of the folder to change."""
    return Path(shutil.copytree(root, tmp_path / "copy"))


def test_only_what_changed_is_written_and_what_is_gone_is_deleted(
    copy: Path, tmp_path: Path
) -> None:
    output = tmp_path / "plain"
    export(copy, output)
    times = {file: file.stat().st_mtime_ns for file in output.rglob("*")}
    assert "0 of " in export(copy, output).stdout
    assert {file: file.stat().st_mtime_ns for file in output.rglob("*")} == times
    (output / "docs" / "mine.md").write_text("# Of somebody else\n", "utf-8")
    (copy / "pages/assets/price-page.md").unlink()
    (copy / "pages/guide/notes.txt").write_text("Other notes\n", "utf-8")
    export(copy, output)
    assert not (output / "docs/assets/price-page.md").exists()
    assert (output / "docs/guide/notes.txt").read_text("utf-8") == "Other notes\n"
    assert (output / "docs/mine.md").is_file()
    untouched = output / "docs/channels/search.md"
    assert untouched.stat().st_mtime_ns == times[untouched]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda output, _: (output / "docs").symlink_to(output.parent, target_is_directory=True),
        lambda output, _: (output / "mkdocs.yml").write_text("site_name: Theirs\n", "utf-8"),
        lambda output, _: (output / "mkdocs.yml").symlink_to(output.parent / "other.yml"),
    ],
)
def test_nothing_of_others_is_written_over(
    copy: Path, tmp_path: Path, spoil: Callable[[Path, Path], object]
) -> None:
    output = tmp_path / "plain"
    output.mkdir()
    spoil(output, tmp_path)
    done = export(copy, output)
    assert done.exit_code == 2
    assert "was not written by this command" in done.stderr
    assert not (output / LIST).exists()


def test_a_list_that_names_files_elsewhere_deletes_none(copy: Path, tmp_path: Path) -> None:
    output, other = tmp_path / "plain", tmp_path / "other.md"
    export(copy, output)
    other.write_text("# Other\n", "utf-8")
    listed = json.loads((output / LIST).read_text("utf-8"))
    told = {**listed, "../other.md": None, f"{other}": None, "linked/other.md": None}
    told |= {r"..\other.md": None, r"C:\other.md": None, "C:other.md": None}
    (output / LIST).write_text(json.dumps(told), "utf-8")
    (output / "linked").symlink_to(tmp_path, target_is_directory=True)
    assert export(copy, output).exit_code == 0
    assert other.is_file()


@pytest.mark.parametrize(
    ("output", "options", "told"),
    [
        ("pages/plain", (), "lies among the files of the handbook"),
        ("plain", ("--at", "HEAD"), "neither --at nor --handbook"),
        ("plain", ("--handbook", "pages"), "neither --at nor --handbook"),
    ],
)
def test_what_cannot_be_is_told(
    copy: Path, output: str, options: tuple[str, ...], told: str
) -> None:
    done = export(copy, copy / output, *options)
    assert done.exit_code == 2
    assert told in done.stderr


def test_text_of_strangers_needs_the_plugin(copy: Path, tmp_path: Path) -> None:
    site = SITE.replace("{today: 2026-11-21}", "{untrusted: true}")
    (copy / "mkdocs.yml").write_text(site, "utf-8")
    assert "untrusted: " in export(copy, tmp_path / "plain").stderr
