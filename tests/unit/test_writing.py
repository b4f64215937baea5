"""Whoever is interrupted while writing leaves the old file or the new one, never half of one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from journeybook.adapters.disk.keeping.writing import change, write_all_new, write_new, write_whole
from journeybook.adapters.disk.refusal import CannotRunError

OLD, NEW = b"old\n" * 9000, b"new\n" * 9000
# Kills itself at the n-th call that reaches the disk: as it would be by a power cut or a timeout.
KILLED = """
import os, signal, sys
from pathlib import Path
from journeybook.adapters.disk.keeping.writing import change, write_all_new, write_new, write_whole
calls, last = 0, int(sys.argv[1])
def counted(function):
    def run(*args, **options):
        global calls
        calls += 1
        if calls == last:
            os.kill(os.getpid(), signal.SIGKILL)
        return function(*args, **options)
    return run
for name in ("open", "write", "fsync", "replace", "rename", "chmod", "link", "unlink"):
    setattr(os, name, counted(getattr(os, name)))
file, data = Path(sys.argv[3]), b"new\\n" * 9000
{"whole": lambda: write_whole(file, data), "new": lambda: write_new(file, data),
 "change": lambda: change(file, lambda before: data)}[sys.argv[2]]()
"""


def killed_at(call: int, way: str, file: Path) -> bool:
    """Write in another process that is killed at a call; tell whether it came so far."""
    command = [sys.executable, "-c", KILLED, str(call), way, str(file)]
    return subprocess.run(command, check=False).returncode != 0


@pytest.mark.parametrize("way", ["whole", "change"])
def test_a_killed_writer_leaves_the_old_file_or_the_new_one(tmp_path: Path, way: str) -> None:
    file = tmp_path / "waivers.yml"
    call = 1
    while True:
        file.write_bytes(OLD)
        was_killed = killed_at(call, way, file)
        assert file.read_bytes() in (OLD, NEW)
        if not was_killed:
            break
        call += 1
    assert call > 3
    assert file.read_bytes() == NEW


def test_a_killed_writer_leaves_no_new_file_or_a_whole_one(tmp_path: Path) -> None:
    call = 1
    while killed_at(call, "new", tmp_path / f"{call}.md"):
        file = tmp_path / f"{call}.md"
        assert not file.exists() or file.read_bytes() == NEW
        call += 1
    assert call > 3


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "waivers.yml"
    file.write_bytes(OLD)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    for write in (write_whole, write_new):
        with pytest.raises(CannotRunError, match="No space left on device"):
            write(file if write is write_whole else tmp_path / "new.md", NEW)
    assert file.read_bytes() == OLD
    assert [one.name for one in tmp_path.iterdir()] == ["waivers.yml"]


def test_rights_and_links_stay(tmp_path: Path) -> None:
    file, link = tmp_path / "real.yml", tmp_path / "link.yml"
    file.write_bytes(OLD)
    file.chmod(0o640)
    link.symlink_to(file)
    write_whole(link, NEW)
    assert (link.is_symlink(), file.read_bytes(), file.stat().st_mode & 0o777) == (True, NEW, 0o640)


def test_a_file_that_is_protected_is_left_as_it_is(tmp_path: Path) -> None:
    file, link = tmp_path / "real.yml", tmp_path / "link.yml"
    file.write_bytes(OLD)
    file.chmod(0o444)
    link.symlink_to(file)
    with pytest.raises(CannotRunError, match="is protected against writing"):
        write_whole(link, NEW)
    with pytest.raises(CannotRunError, match="is protected against writing"):
        change(file, lambda _: NEW)
    change(file, lambda before: before)
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (OLD, 0o444)
    assert len([*tmp_path.iterdir()]) == 2


def test_a_file_that_exists_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "brief.md"
    file.write_bytes(OLD)
    with pytest.raises(CannotRunError, match="exists and is left as it is"):
        write_new(file, NEW)
    assert file.read_bytes() == OLD


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "waivers.yml"
    os.mkfifo(pipe)
    with pytest.raises(CannotRunError, match="is no file"):
        change(pipe, lambda before: before)


def test_changes_at_once_are_all_kept(tmp_path: Path) -> None:
    file = tmp_path / "waivers.yml"
    code = (
        "import sys; from pathlib import Path\n"
        "from journeybook.adapters.disk.keeping.writing import change\n"
        "for n in range(20): change(Path(sys.argv[1]), lambda before: before + b'x')"
    )
    writers = [subprocess.Popen([sys.executable, "-c", code, str(file)]) for _ in range(4)]
    assert [writer.wait() for writer in writers] == [0] * 4
    assert file.read_bytes() == b"x" * 80


@pytest.mark.skipif(sys.platform == "win32", reason="signals end a process at once there")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_who_is_ended_while_writing_leaves_nothing(tmp_path: Path, name: str) -> None:
    code = (
        "import signal, sys; from pathlib import Path\n"
        "from journeybook.adapters.disk.keeping import writing\n"
        # Who starts the tests in the background may have had them pay no attention to some.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "signal.signal(signal.SIGHUP, signal.SIG_DFL)\n"
        "link = writing.os.link\n"
        "def linked(made, file):\n"
        "    link(made, file)\n"
        f"    if file.name == '2.md': signal.raise_signal(signal.{name})\n"
        "writing.os.link = linked\n"
        "files = {f'a/{at}.md': 'x' for at in range(5)}\n"
        "writing.write_all_new(Path(sys.argv[1]), files)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)
    assert done.returncode != 0
    assert list(tmp_path.iterdir()) == []


def test_several_new_files_are_written_all_or_none(tmp_path: Path) -> None:
    (tmp_path / "b").touch()
    with pytest.raises(CannotRunError, match=r"cannot write .*c\.md"):
        write_all_new(tmp_path, {"a/x/y.md": "1", "a/z.md": "2", "b/c.md": "3"})
    assert [one.name for one in tmp_path.iterdir()] == ["b"]
    write_all_new(tmp_path, {"a/x/y.md": "1", "a/z.md": "2"})
    with pytest.raises(CannotRunError, match="exists and is left as it is"):
        write_all_new(tmp_path, {"c.md": "1", "a/z.md": "3"})
    assert (tmp_path / "a/z.md").read_text() == "2"
    assert not (tmp_path / "c.md").exists()
