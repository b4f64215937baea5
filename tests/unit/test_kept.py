"""Files that a build keeps for the next one."""

from pathlib import Path

from journeybook.adapters.disk.keeping.kept import FOLDER, keep


def test_only_what_changed_is_written_and_what_is_gone_goes(tmp_path: Path) -> None:
    folder = keep(tmp_path, "site", {"a/b.md": b"1", "a/c.md": b"2", "d.md": b"3"})
    assert folder == tmp_path / FOLDER / "site"
    before = (folder / "a" / "b.md").stat()
    assert keep(tmp_path, "site", {"a/b.md": b"1", "d.md": b"4"}) == folder
    assert (folder / "a" / "b.md").stat().st_mtime_ns == before.st_mtime_ns
    assert (folder / "d.md").read_bytes() == b"4"
    assert keep(tmp_path, "site", {"d.md": b"4"}) == folder
    assert [path.name for path in folder.iterdir()] == ["d.md"]


def test_git_does_not_see_it(tmp_path: Path) -> None:
    keep(tmp_path, "site", {"a.md": b""})
    assert (tmp_path / FOLDER / ".gitignore").read_text() == "*\n"


def test_nothing_is_written_or_removed_through_a_link(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine.md").write_text("mine")
    root = tmp_path / "root"
    folder = keep(root, "site", {})
    assert folder
    (folder / "gaps").symlink_to(elsewhere)
    (folder / "b.md").symlink_to(elsewhere / "mine.md")
    assert keep(root, "site", {"gaps/mine.md": b"ours", "b.md": b"ours"}) == folder
    assert (elsewhere / "mine.md").read_text() == "mine"
    assert (folder / "gaps" / "mine.md").read_bytes() == b"ours"


def test_a_folder_that_is_a_link_is_left_alone(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine.md").write_text("mine")
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / "site").symlink_to(elsewhere)
    assert keep(tmp_path, "site", {"a.md": b""}) is None
    assert [path.name for path in elsewhere.iterdir()] == ["mine.md"]


def test_where_nothing_can_be_written_the_build_goes_on(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file")
    assert keep(tmp_path, "site", {"a.md": b""}) is None
