"""No module is longer than somebody reads at once, and no folder holds more than one can survey."""

from pathlib import Path

from tests.sites import ROOT

PACKAGE = ROOT / "plugins" / "journeybook"
MOST_LINES = 250
MOST_ROOMS = 22


def test_no_module_is_too_long() -> None:
    lengths = {_shown(path): _lines(path) for path in PACKAGE.rglob("*.py")}
    assert {path: lines for path, lines in lengths.items() if lines > MOST_LINES} == {}
    assert max(lengths.values()) > MOST_LINES / 2


def test_no_folder_holds_too_much() -> None:
    # The rooms of the house itself are its stages, which the layers list.
    folders = [path.parent for path in PACKAGE.rglob("__init__.py") if path.parent != PACKAGE]
    rooms = {_shown(folder): len(_rooms(folder)) for folder in folders}
    assert {folder: number for folder, number in rooms.items() if number > MOST_ROOMS} == {}
    assert max(rooms.values()) > MOST_ROOMS / 2


def _rooms(folder: Path) -> list[Path]:
    modules = [path for path in folder.glob("*.py") if path.name != "__init__.py"]
    return [*modules, *(path.parent for path in folder.glob("*/__init__.py"))]


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _shown(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()
