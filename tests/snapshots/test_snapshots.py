"""Everything that comes out is as it was; JB_UPDATE_GOLDEN=1 writes what comes out."""

import os
import shutil
from collections.abc import Iterator, Mapping
from difflib import unified_diff
from pathlib import Path

import pytest

from tests.snapshots.outcomes import SHOWN, outcomes

UPDATE = bool(os.environ.get("JB_UPDATE_GOLDEN"))
EXPECTED = Path(__file__).parent / "expected"
_SHOWN_LINES = 200


@pytest.mark.parametrize("name", SHOWN)
def test_what_comes_out_of_a_handbook_is_as_it_was(name: str, tmp_path: Path) -> None:
    made = outcomes(name, tmp_path)
    if UPDATE:
        _write(made, EXPECTED / name)
    differences = list(_differences(_read(EXPECTED / name), made))
    assert not differences, "\n".join(differences[:_SHOWN_LINES])


def _differences(expected: Mapping[str, str], made: Mapping[str, str]) -> Iterator[str]:
    for name in sorted({*expected, *made}):
        before, after = expected.get(name, ""), made.get(name, "")
        if before != after:
            lines = (before.splitlines(), after.splitlines())
            yield from unified_diff(*lines, f"expected {name}", f"made {name}", n=1, lineterm="")


def _read(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def _write(made: Mapping[str, str], folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
