"""The snapshots on disk: a folder per handbook."""

import shutil
from collections.abc import Mapping
from pathlib import Path

EXPECTED = Path(__file__).parent / "expected"


def read_expected(name: str) -> dict[str, str]:
    """Read what should come out of a handbook, by the name of the snapshot."""
    folder = EXPECTED / name
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def write_expected(name: str, made: Mapping[str, str]) -> None:
    """Write what comes out of a handbook, in place of what should."""
    folder = EXPECTED / name
    shutil.rmtree(folder, ignore_errors=True)
    for path, text in made.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
