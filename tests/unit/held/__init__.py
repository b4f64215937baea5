"""Texts that are compared as a whole; JB_UPDATE_GOLDEN=1 writes what comes out."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

_BEGINS, _COMES_TO = "==== ", "=>\n"


def hold(name: str, made: str | Iterable[str]) -> None:
    """Fail where a text, or some lines, are not as the file of this name says."""
    text = made if isinstance(made, str) else "".join(f"{line}\n" for line in made)
    path = Path(__file__).parent / f"{name}.txt"
    if os.environ.get("JB_UPDATE_GOLDEN"):
        path.write_text(text, "utf-8", newline="\n")
    assert text == path.read_text("utf-8")


def hold_each(name: str, told: Callable[[str], Iterable[str]]) -> None:
    """Fail where what comes of a text is not what stands below it in the file of this name.

    A text begins under `==== what it is`, and ends above `=>`; a new one needs no more than that.
    """
    whole = (Path(__file__).parent / f"{name}.txt").read_text("utf-8")
    lines: list[str] = []
    for part in whole.split(f"\n{_BEGINS}"):
        head, _, rest = part.removeprefix(_BEGINS).partition("\n")
        given = rest.partition(_COMES_TO)[0]
        lines += [f"{_BEGINS}{head}", given + _COMES_TO + "\n".join(told(given)), ""]
    hold(name, "\n".join(lines))
