"""Folders on disk: what is read, what is named but not read, and what is passed over."""

import os
import shutil
from pathlib import Path

import pytest

from journeybook.adapters.disk.folder import MOST_BYTES, beside, read_folder
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.sources.document import SourceFile


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A handbook's folder with one page and one decision."""
    for path in ("content/personas/cfo.md", "site_config/rules.yml"):
        file = tmp_path / path
        file.parent.mkdir(parents=True)
        file.write_text("x\n", encoding="utf-8")
    return tmp_path


def read(root: Path) -> dict[str, SourceFile]:
    """Read the folder, by path."""
    return {
        file.path: file
        for file in read_folder(Folders(root=root, content="content", config="site_config"))
    }


def test_markdown_and_decisions_are_read_and_others_only_named(root: Path) -> None:
    (root / "content" / "picture.png").write_bytes(b"x")
    (root / "content" / ".draft.md").write_text("x", encoding="utf-8")
    (root / "content" / ".obsidian").mkdir()
    (root / "content" / ".obsidian" / "note.md").write_text("x", encoding="utf-8")
    (root / "README.md").write_text("x", encoding="utf-8")
    found = read(root)
    assert set(found) == {"content/personas/cfo.md", "content/picture.png", "site_config/rules.yml"}
    assert found["content/personas/cfo.md"].data == b"x\n"
    assert found["content/picture.png"] == SourceFile(path="content/picture.png")


@pytest.mark.parametrize(
    ("settings", "read"),
    [
        (("mkdocs.yml",), {"docs/assets/x.md", "conten/journeys/j/x.md", "assets/x.md"}),
        # Each of two sites has its own folder of pages.
        (("mkdocs.yml", "mkdocs.en.yml"), {"assets/x.md"}),
    ],
)
def test_a_folder_that_is_called_nearly_as_the_content_is_looked_into(
    root: Path, settings: tuple[str, ...], read: set[str]
) -> None:
    for name in settings:
        (root / name).touch()
    for folder in ("docs/assets", "conten/journeys/j", "assets", "other/assets", "docs/pictures"):
        (root / folder).mkdir(parents=True)
        (root / folder / "x.md").touch()
    folders = Folders(root=root, content="content", config="site_config")
    assert {file.path for file in beside(folders, ("docs", "inhoud"))} == read


def test_a_file_over_a_megabyte_is_named_but_not_read(root: Path) -> None:
    (root / "content" / "fits.md").write_bytes(b"x" * MOST_BYTES)
    (root / "content" / "large.md").write_bytes(b"x" * (MOST_BYTES + 1))
    found = read(root)
    assert found["content/fits.md"].refused is None
    assert found["content/large.md"] == SourceFile(path="content/large.md", refused="large")


def test_a_link_out_of_the_folder_is_named_but_not_followed(root: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("secret", encoding="utf-8")
    (root / "content" / "linked.md").symlink_to(secret)
    found = read(root)["content/linked.md"]
    assert found == SourceFile(path="content/linked.md", refused="outside")


def test_a_linked_folder_outside_is_named_but_not_followed(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text("secret", encoding="utf-8")
    (root / "content" / "linked").symlink_to(outside)
    found = read(root)["content/linked"]
    assert found == SourceFile(path="content/linked", refused="outside")


def test_a_picture_behind_a_link_out_of_the_folder_is_refused_as_well(
    root: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"secret")
    (root / "content" / "picture.png").symlink_to(secret)
    assert read(root)["content/picture.png"].refused == "outside"


def test_a_file_of_strangers_may_be_a_tenth_as_long(root: Path) -> None:
    (root / "content" / "fits.md").write_bytes(b"x" * (MOST_BYTES // 10))
    (root / "content" / "long.md").write_bytes(b"x" * (MOST_BYTES // 10 + 1))
    folders = Folders(root=root, content="content", config="site_config")
    found = {file.path: file.refused for file in read_folder(folders, of_strangers=True)}
    assert found["content/fits.md"] is None
    assert found["content/long.md"] == "long"


def test_a_link_inside_the_folder_is_an_ordinary_file(root: Path) -> None:
    (root / "content" / "again.md").symlink_to(root / "content" / "personas" / "cfo.md")
    assert read(root)["content/again.md"].data == b"x\n"


def test_links_in_a_circle_end(root: Path) -> None:
    (root / "content" / "personas" / "loop").symlink_to(root / "content")
    assert "content/personas/cfo.md" in read(root)


@pytest.mark.parametrize("name", ["gone.md", "gone.png", "pictures"])
def test_a_link_to_nothing_is_named(root: Path, name: str) -> None:
    (root / "content" / name).symlink_to(root / "content" / "nowhere")
    assert read(root)[f"content/{name}"].refused == "unreadable"


def test_a_link_to_itself_is_named(root: Path) -> None:
    loop = root / "content" / "loop.md"
    loop.symlink_to(loop)
    assert read(root)["content/loop.md"].refused == "unreadable"


def test_a_folder_linked_inside_is_read_at_its_own_place(root: Path) -> None:
    # The link sorts first, and the real folder wins all the same.
    (root / "content" / "a-link").symlink_to(root / "content" / "personas")
    found = read(root)
    assert found["content/personas/cfo.md"].data == b"x\n"
    assert found["content/a-link"].refused == "linked"
    assert not [path for path in found if path.startswith("content/a-link/")]


def test_the_content_folder_itself_may_be_a_link(root: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (root / "content").rename(elsewhere)
    (root / "content").symlink_to(elsewhere)
    assert read(root)["content/personas/cfo.md"].data == b"x\n"


def test_a_link_to_nothing_in_place_of_the_decisions_is_named(root: Path) -> None:
    shutil.rmtree(root / "site_config")
    (root / "site_config").symlink_to(root / "nowhere")
    assert read(root)["site_config"].refused == "unreadable"


@pytest.mark.parametrize("name", ["pipe.md", "pipe.png", "journeys/pipe.csv"])
def test_a_pipe_is_named_and_not_waited_for(root: Path, name: str) -> None:
    pipe = root / "content" / name
    pipe.parent.mkdir(exist_ok=True)
    os.mkfifo(pipe)
    assert read(root)[f"content/{name}"].refused == "special"


def test_a_name_that_is_no_utf_8_is_shown_as_such(root: Path) -> None:
    name = os.fsencode(root / "content") + b"/inv\xff.md"
    Path(os.fsdecode(name)).write_bytes(b"# X\n")
    assert read(root)["content/inv\\xff.md"].refused == "unreadable"


def test_what_nobody_may_read_is_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_file: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert {file.refused for file in read(root).values()} == {"unreadable"}


def test_a_folder_nobody_may_open_is_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir, closed = os.scandir, str(root / "content" / "personas")

    def refuse(place: str) -> object:
        if str(place) == closed:
            raise PermissionError(13, "Permission denied", closed)
        return scandir(place)

    monkeypatch.setattr(os, "scandir", refuse)
    assert read(root)["content/personas"].refused == "unreadable"
