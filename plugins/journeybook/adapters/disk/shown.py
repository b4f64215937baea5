"""The style sheets and scripts of the pages, read from the installed package."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

_FIRST_STYLES = ("tokens.css", "components.css", "grid.css")
_LAST_STYLES = ("print.css",)
ON_DEMAND = ("find.css", "present.css", "print-as.css", "frame.css")
"""Style sheets that no page takes in by itself: a script asks for them, or a frame."""

OF_SOME = ("tight.css", "wide.css")
"""Style sheets that single pages take in, which then are so before what makes them so has come."""
_ON_A_PAGE = "> body > * > * > * > * > * >"
"""Where on a page a block stands. It is looked for near: else thousands of elements are asked."""

_FRAMED = ("tokens", "components", "grid", "journey", "report", "frame")

_QUOTED_OR_NEEDLESS = re.compile(
    rb"""("[^"]*"|'[^']*')|/\*.*?\*/\s*|(?<=\n)\s+|(?<=[:;,{]) +| +(?=\{)|;\s*(?=\})""", re.DOTALL
)
_REMARK_ON_A_LINE = re.compile(rb"^ *(?://.*|/\*.*\*/)\n", re.MULTILINE)


def frame_styles() -> bytes:
    """Give the style sheet of what other sites show in frames."""
    found = static_files()
    return b"\n".join(found[f"{name}.css"] for name in _FRAMED)


@cache
def static_files() -> dict[str, bytes]:
    """Give the style sheets and scripts by name, style sheets in the order they apply.

    What only those who write them look at is not sent to those who read the pages.
    """
    found = {name: file.read_bytes() for name, file in inside(files("journeybook") / "assets", "")}
    found = {name: _sent(name, data) for name, data in found.items()}
    for name in OF_SOME:
        found[name.replace(".", "-among-all.")] = _among_all(name, found[name])
    last = [name for name in _LAST_STYLES if name in found]
    first = [name for name in _FIRST_STYLES if name in found]
    others = [name for name in sorted(found) if name not in (*first, *last)]
    return {name: found[name] for name in (*first, *others, *last)}


def _sent(name: str, data: bytes) -> bytes:
    if name.endswith(".css"):
        return _QUOTED_OR_NEEDLESS.sub(rb"\1", data)
    return _REMARK_ON_A_LINE.sub(b"", data) if name.endswith(".js") else data


def _among_all(name: str, data: bytes) -> bytes:
    """Give such a sheet for where all pages take in all sheets: what is on one makes it so."""
    kind = name.removesuffix(".css")
    # No class is selected as one, since each is a sign that a page needs a sheet.
    sign = f'[class~="jb-{kind}"]'
    sheet = data.decode().replace("html ", f"html:has({_ON_A_PAGE} {sign}) ")
    return sheet.replace(f".jb-{kind}", sign).encode()


def inside(folder: Traversable, ending: str, within: str = "") -> Iterator[tuple[str, Traversable]]:
    """Give the files of a folder that ships with us, by their paths in it."""
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.is_dir():
            yield from inside(entry, ending, f"{within}{entry.name}/")
        elif entry.name.endswith(ending):
            yield f"{within}{entry.name}", entry
