"""Texts that are compared as a whole; JB_UPDATE_GOLDEN=1 writes what comes out."""

import os
from collections.abc import Iterable
from pathlib import Path


def hold(name: str, made: str | Iterable[str]) -> None:
    """Fail where a text, or some lines, are not as the file of this name says."""
    text = made if isinstance(made, str) else "".join(f"{line}\n" for line in made)
    path = Path(__file__).parent / f"{name}.txt"
    if os.environ.get("JB_UPDATE_GOLDEN"):
        path.write_text(text, "utf-8", newline="\n")
    assert text == path.read_text("utf-8")
