"""Keys that files write in several ways, brought into the fullest of them."""

from collections.abc import Iterator
from difflib import unified_diff

from journeybook.editors.alike import made_alike
from journeybook.pipeline import read_handbook
from journeybook.sources.document import SourceFile
from tests.unit.handbooks import SETTINGS, TODAY
from tests.unit.held import hold_each

MOST = 6


def test_every_way_is_brought_into_the_fullest() -> None:
    hold_each("alike", brought_together)


def brought_together(given: str) -> Iterator[str]:
    """Tell the lines that change in some files, each below its path."""
    before = {}
    for part in given.split("-- ")[1:]:
        path, _, text = part.partition(" --\n")
        before[path] = SourceFile(path=path, data=text.replace("\\r", "\r").encode())
    files = dict(before)
    for _ in range(MOST):
        made = read_handbook(files.values(), SETTINGS, TODAY)
        new = made_alike(files.values(), made.documents)
        if not new:
            break
        files |= {path: SourceFile(path=path, data=data) for path, data in new.items()}
    for path, one in files.items():
        texts = (two.data.decode().replace("\r", "\\r") for two in (before[path], one))
        old, after = (text.split("\n") for text in texts)
        if old != after:
            yield path
            yield from list(unified_diff(old, after, n=0, lineterm=""))[2:]
