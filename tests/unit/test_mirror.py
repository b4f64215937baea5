"""A folder of what was exported: only that is written and deleted, whatever else lies there."""

import resource
from pathlib import Path

import pytest

from journeybook.adapters.disk.keeping.mirror import LIST, mirror
from journeybook.adapters.disk.refusal import CannotRunError

NAMES = ("a.md", "two\nlines", "sep\u2028arated", '"quoted"', "latin\udce9", "é/ü.md", "x/y/z.md")
FILES = {name: name.encode("utf-8", "surrogateescape") for name in NAMES}


def read(folder: Path) -> dict[str, bytes]:
    """What lies in a folder, but for the list."""
    found = (file for file in folder.rglob("*") if file.is_file() and file.name != LIST)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}


def test_files_of_any_name_are_known_again(tmp_path: Path) -> None:
    assert mirror(tmp_path / "out", FILES) == len(FILES)
    assert mirror(tmp_path / "out", FILES) == 0
    assert read(tmp_path / "out") == FILES
    assert mirror(tmp_path / "out", {"a.md": b"other"}) == len(FILES)
    assert read(tmp_path / "out") == {"a.md": b"other"}
    assert {one.name for one in (tmp_path / "out").iterdir()} == {"a.md", LIST}


@pytest.mark.parametrize("after", [{"a.md": b"new", "b.md": b""}, {"b.md": b""}])
def test_what_somebody_edited_is_neither_written_over_nor_deleted(
    tmp_path: Path, after: dict[str, bytes]
) -> None:
    mirror(tmp_path, {"a.md": b"one\ntwo\n"})
    # The same with other ends of lines is no edit.
    (tmp_path / "a.md").write_bytes(b"one\r\ntwo\r\n")
    mirror(tmp_path, {"a.md": b"one\n"})
    (tmp_path / "a.md").write_bytes(b"mine")
    with pytest.raises(CannotRunError, match=r"a\.md was edited since"):
        mirror(tmp_path, after)
    assert read(tmp_path) == {"a.md": b"mine"}
    (tmp_path / "a.md").unlink()
    mirror(tmp_path, after)
    assert read(tmp_path) == after


@pytest.mark.parametrize("text", ["", "[]", "nonsense", "[" * 100_000])
def test_a_list_that_cannot_be_read_lists_nothing(tmp_path: Path, text: str) -> None:
    mirror(tmp_path, {"a.md": b"one"})
    (tmp_path / LIST).write_text(text)
    with pytest.raises(CannotRunError, match="was not written by this command"):
        mirror(tmp_path, {"a.md": b"two"})


def test_a_file_may_become_a_folder(tmp_path: Path) -> None:
    mirror(tmp_path, {"a": b"1", "b": b"2"})
    mirror(tmp_path, {"a/c": b"3"})
    assert read(tmp_path) == {"a/c": b"3"}


def test_a_full_disk_leaves_every_file_whole_and_who_goes_on_ends_it(tmp_path: Path) -> None:
    mirror(tmp_path, {"a.md": b"1", "b.md": b"2"})
    after = {"a.md": b"one", "b.md": b"two" * 1000, "c.md": b"three"}
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, before[1]))
    try:
        with pytest.raises(CannotRunError, match=r"cannot write .*b\.md: File too large"):
            mirror(tmp_path, after)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert read(tmp_path) == {"a.md": b"one", "b.md": b"2"}
    assert mirror(tmp_path, after) == 2
    assert read(tmp_path) == after


def test_a_link_leads_nobody_out_of_the_folder(tmp_path: Path) -> None:
    out, other = tmp_path / "out", tmp_path / "other"
    mirror(out, {"x/y.md": b"1"})
    (out / "x/y.md").unlink()
    (out / "x").rmdir()
    other.mkdir()
    (other / "y.md").write_bytes(b"1")
    (out / "x").symlink_to(other, target_is_directory=True)
    with pytest.raises(CannotRunError, match="was not written by this command"):
        mirror(out, {"x/y.md": b"2"})
    mirror(out, {"z.md": b"2"})
    (out / LIST).unlink()
    (out / LIST).symlink_to(other / "y.md")
    with pytest.raises(CannotRunError, match="was not written by this command"):
        mirror(out, {"z.md": b"2"})
    assert read(other) == {"y.md": b"1"}
