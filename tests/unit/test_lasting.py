"""What was read of a file is given again as long as nobody can have touched it since."""

import os
import time
from pathlib import Path

import pytest

from journeybook.adapters.disk.keeping.lasting import Lasting
from journeybook.sources.document import SourceFile


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "cfo.md"
    file.write_text("one\n", "utf-8")
    return file


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock by which everything here was written a minute ago."""
    now = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: now() + 60 * 10**9)


def reads(lasting: Lasting, file: Path) -> bytes:
    def anew(place: str, path: str, _top: str) -> SourceFile:
        return SourceFile(path=path, data=Path(place).read_bytes())

    return lasting.read(anew, str(file), file.name, str(file.parent)).data


def is_kept(lasting: Lasting, file: Path) -> bool:
    """Whether it is given as it was, without another look into the file."""
    seen: list[str] = []

    def anew(place: str, path: str, _top: str) -> SourceFile:
        seen.append(place)
        return SourceFile(path=path)

    lasting.read(anew, str(file), file.name, str(file.parent))
    return not seen


@pytest.mark.usefixtures("later")
def test_what_nobody_touched_is_read_once(file: Path) -> None:
    lasting = Lasting()
    assert reads(lasting, file) == b"one\n"
    assert is_kept(lasting, file)
    assert reads(lasting, file) == b"one\n"


@pytest.mark.usefixtures("later")
def test_what_was_written_since_is_read_again(file: Path) -> None:
    lasting = Lasting()
    reads(lasting, file)
    before = file.stat()
    file.write_text("two\n", "utf-8")
    # Some programs give a file the time back that it had.
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    assert reads(lasting, file) == b"two\n"


def test_what_was_written_just_now_is_read_again(file: Path) -> None:
    # A drive may tell two times of writing as one.
    lasting = Lasting()
    reads(lasting, file)
    assert not is_kept(lasting, file)


@pytest.mark.usefixtures("later")
def test_a_link_is_read_again_since_what_it_leads_to_may_be_another(file: Path) -> None:
    link = file.with_name("link.md")
    link.symlink_to(file)
    lasting = Lasting()
    assert reads(lasting, link) == b"one\n"
    file.write_text("two\n", "utf-8")
    assert reads(lasting, link) == b"two\n"


@pytest.mark.usefixtures("later")
def test_what_is_gone_is_no_longer_given(file: Path) -> None:
    lasting = Lasting()
    reads(lasting, file)
    file.unlink()
    assert not is_kept(lasting, file)
