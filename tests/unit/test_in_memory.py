"""Where the whole run of tests writes its temporary files."""

import sys
from pathlib import Path

import pytest

from tests.in_memory import place, run

WRITES = "import tempfile; open(tempfile.mkdtemp() + '/a', 'w').close(); raise SystemExit(3)"


def test_memory_without_room_is_left_alone(tmp_path: Path) -> None:
    assert place(tmp_path, room=1) == tmp_path
    assert place(tmp_path, room=2**60) is None
    assert place(tmp_path / "none", room=1) is None


def test_nothing_of_it_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.in_memory.MEMORY", tmp_path)
    monkeypatch.setattr("tests.in_memory.ROOM", 1)
    assert run([sys.executable, "-c", WRITES]) == 3
    assert list(tmp_path.iterdir()) == []
