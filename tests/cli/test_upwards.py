"""Every command finds the handbook from any of its folders upwards, and no other one."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from journeybook.adapters.cli import main
from tests.repositories import HANDBOOK, commit, git, start, write

SITE = {"handbook/mkdocs.yml": "site_name: T\ndocs_dir: content\nplugins: [journeybook]\n"}
INSIDE = {f"handbook/{path}": text for path, text in HANDBOOK.items()}


def run(folder: Path, monkeypatch: pytest.MonkeyPatch, *typed: str) -> Result:
    monkeypatch.chdir(folder)
    return CliRunner().invoke(main, typed)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two repositories with the same handbook in a folder of theirs."""
    place = tmp_path_factory.mktemp("upwards")
    for name in ("own", "below"):
        start(place / name, {**SITE, **INSIDE}, day="2026-11-20")
    return place / "own/handbook", place / "below/handbook"


@pytest.mark.parametrize(
    "typed",
    [
        ("check", "--format", "json"),
        ("review", "HEAD"),
        ("diff", "HEAD"),
        ("plan", "--take", "1"),
        ("link", "abc", "price-list"),
        ("fix",),
        ("export",),
        ("history",),
        ("baseline",),
        ("codeowners",),
        ("doctor",),
        ("explain", "touchpoints"),
        ("ci", "github"),
        ("new", "phase", "Loyalty"),
    ],
    ids=lambda typed: typed[0],
)
def test_from_a_folder_of_the_handbook_as_from_its_own(
    typed: tuple[str, ...], both: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    own = run(both[0], monkeypatch, *typed)
    below = run(both[1] / "content/journeys/buyer", monkeypatch, *typed)
    if "new" in typed:
        assert (both[1] / "content/phases/loyalty.md").is_file()
    else:
        assert below.output.replace("/below", "/own") == own.output
    assert below.exit_code == own.exit_code
    assert "there is no handbook" not in below.output


def test_no_handbook_above_the_repository_is_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, HANDBOOK)
    start(tmp_path / "other", {"src/a.md": "A\n"})
    for typed in (("check",), ("review", "HEAD")):
        done = run(tmp_path / "other/src", monkeypatch, *typed)
        assert (done.exit_code, "there is no handbook in" in done.output) == (2, True)


def test_a_handbook_that_is_gone_from_the_disk_is_no_other_above(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(
        tmp_path, {"mkdocs.yml": "site_name: Other\n", "docs/index.md": "# A\n", **SITE, **INSIDE}
    )
    write(tmp_path, dict.fromkeys((*SITE, *INSIDE)))
    done = run(tmp_path / "handbook", monkeypatch, "review", "HEAD")
    assert done.output.startswith("The handbook is gone")
    commit(tmp_path, {})
    git(tmp_path, "checkout", "--quiet", "HEAD~1")
    done = run(tmp_path / "handbook/content/personas", monkeypatch, "review", "HEAD")
    assert done.output.startswith("No change.")


@pytest.mark.parametrize(
    "typed",
    [
        ("check",),
        ("fix",),
        ("review", "HEAD"),
        ("history",),
        ("import", "people.csv"),
        ("export", "--format", "site", "--output", "plain"),
    ],
    ids=lambda typed: typed[0],
)
def test_of_sites_side_by_side_the_folders_are_named(
    typed: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sites = {f"{name}/mkdocs.yml": SITE["handbook/mkdocs.yml"] for name in ("west", "east")}
    other = {"docs/mkdocs.yml": "site_name: No handbook\n", "notes/a.md": "A\n"}
    other["people.csv"] = "Name,Type\nAnna,persona\n"
    start(tmp_path, {**sites, **other})
    done = run(tmp_path, monkeypatch, *typed)
    assert (done.exit_code, done.output.rstrip()[-12:]) == (2, ": east, west")
