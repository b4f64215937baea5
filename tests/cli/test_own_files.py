"""Whatever a command writes, and wherever: no file of the handbook's authors is lost by it."""

import shutil
import sys
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from journeybook.adapters.cli.giving import export
from journeybook.adapters.cli.shared import output
from journeybook.adapters.cli.shared.output import typed, typed_program
from journeybook.adapters.cli.telling import testplan
from journeybook.adapters.disk.sites.handbook_folders import way_from
from journeybook.pages.parts.site import Site
from journeybook.pages.research import guide, test_plan
from journeybook.pages.research.test_plan import Plan, make_plan
from tests.cli.test_init import journeybook
from tests.repositories import HANDBOOK, start

SITE = (
    "site_name: T\n"
    "docs_dir: content\n"
    "theme: {name: material, custom_dir: overrides}\n"
    "plugins: [search, journeybook]\n"
)
INVENTORY = "sources: [{file: 'elsewhere/pages/*.md'}]\n"
FILES = {
    **HANDBOOK,
    "mkdocs.yml": SITE,
    "overrides/main.html": '{% extends "base.html" %}\n',
    "site_config/journeybook.yml": "language: en\n",
    "site_config/inventory.yml": INVENTORY,
    "elsewhere/pages/a.md": "# A\n",
}
COMMANDS = (
    ("history", "--path"),
    ("diff", "HEAD", "--path"),
    ("testplan", "--path"),
    ("export",),
)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handbook with a file of every kind that its site is made of."""
    root = tmp_path_factory.mktemp("book")
    start(root, FILES, day="2026-11-20")
    return root


def is_as_it_was(book: Path) -> bool:
    return {name: (book / name).read_text("utf-8") for name in FILES} == FILES


@pytest.mark.parametrize("shape", ["json", "csv"])
def test_an_export_looks_once_where_it_is_written(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shape: str
) -> None:
    asked: list[Path] = []
    for module in (export, output):
        monkeypatch.setattr(module, "refuse_own", lambda _place, written: asked.append(written))
    made = tmp_path / "made"
    done = journeybook("export", str(book), "--format", shape, "--output", str(made))
    assert (done.exit_code, asked) == (0, [made])


@pytest.mark.parametrize("form", ["markdown", "csv"])
def test_a_test_plan_is_made_once(book: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    made: list[Plan] = []

    def make(site: Site) -> Plan:
        made.append(make_plan(site))
        return made[0]

    for module in (testplan, test_plan, guide):
        monkeypatch.setattr(module, "make_plan", make, raising=False)
    assert journeybook("testplan", "--path", str(book), "--format", form).exit_code == 0
    assert len(made) == 1


@pytest.mark.parametrize("command", COMMANDS, ids="-".join)
@pytest.mark.parametrize("file", [one for one in FILES if "/personas/" in one or "/" not in one])
def test_what_is_asked_for_is_written_over_no_file_of_the_handbook(
    book: Path, command: tuple[str, ...], file: str
) -> None:
    done = journeybook(*command, str(book), "--output", str(book / file))
    assert done.exit_code == 2
    assert "lies among the files of the handbook" in done.output
    assert is_as_it_was(book)


def test_the_test_plan_goes_into_a_file(book: Path, tmp_path: Path) -> None:
    output = tmp_path / "plan.md"
    done = journeybook("testplan", "--path", str(book), "--output", str(output))
    assert (done.exit_code, done.output) == (0, "")
    assert output.read_text("utf-8") == journeybook("testplan", "--path", str(book)).output
    assert output.read_text("utf-8").startswith("# ")


@pytest.mark.parametrize(
    ("folder", "told"),
    [
        ("site_config", "site_config would be deleted"),
        ("overrides", "overrides would be deleted"),
        ("elsewhere", "pages would be deleted"),
        ("elsewhere/pages", "pages would be deleted"),
        ("site_config/here", "here lies among the files of the handbook"),
    ],
)
def test_no_site_is_written_where_files_of_the_handbook_would_be_deleted(
    book: Path, tmp_path: Path, folder: str, told: str
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(book, copy)
    (copy / folder).mkdir(exist_ok=True)
    config = load_config(str(copy / "mkdocs.yml"), site_dir=str(copy / folder))
    config.plugins.on_startup(command="build", dirty=False)
    with pytest.raises(PluginError, match=told):
        config.plugins.on_config(config)


def test_a_folder_with_files_of_others_is_not_emptied(book: Path, tmp_path: Path) -> None:
    (tmp_path / ".hidden").touch()
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    done = journeybook("build", str(book), "--output", str(tmp_path))
    assert done.exit_code == 2
    assert "holds files that no build wrote" in done.output
    assert (tmp_path / "notes.txt").read_text("utf-8") == "mine"


def test_another_drive_has_no_way_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(place: Path, root: Path) -> str:
        raise ValueError(f"path is on mount {place}, start on mount {root}")

    assert way_from(Path("/a/b"), "/a/c/d") == "../c/d"
    monkeypatch.setattr("os.path.relpath", refused)
    assert way_from(Path("/a/b"), "/a/c/d") == "/a/c/d"


@pytest.mark.parametrize(
    ("system", "path", "argument", "program"),
    [
        ("linux", "/a/b", "/a/b", "/a/b"),
        ("linux", "/a b/c", "'/a b/c'", "'/a b/c'"),
        ("win32", r"C:\a\b", r"C:\a\b", r"C:\a\b"),
        ("win32", r"C:\a b\c", r'"C:\a b\c"', r'& "C:\a b\c"'),
    ],
)
def test_a_command_is_shown_as_its_shell_takes_it(
    monkeypatch: pytest.MonkeyPatch, system: str, path: str, argument: str, program: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert typed(path) == argument
    assert typed_program(path) == program


@pytest.mark.parametrize("command", ["schema", "reference"])
def test_only_what_a_command_wrote_is_written_anew(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(book)
    for _ in range(2):
        assert journeybook(command, str(tmp_path)).exit_code == 0
    for file in sorted(one for one in tmp_path.rglob("*.*") if one.is_file())[::-20]:
        written = file.read_text("utf-8")
        file.write_text("Mine.\n", "utf-8")
        done = journeybook(command, str(tmp_path))
        assert (done.exit_code, file.read_text("utf-8")) == (2, "Mine.\n")
        assert f"{file.name} was not written by this command" in done.output
        file.write_text(written, "utf-8")
