"""What is mended of every slip, alone and beside others, and what stays as it is."""

from collections.abc import Iterator
from difflib import unified_diff

from journeybook.pipeline import read_handbook
from journeybook.sources.document import SourceFile
from journeybook.starting.mending import mended
from tests.unit.handbooks import SETTINGS, TODAY
from tests.unit.held import hold_each

KNOWN = {
    "content/personas/buyer.md": "# Buyer\n",
    "content/personas/head-of-tech.md": "# Head of tech\n",
    "content/phases/buy.md": "# Buy\n",
}
NEW = "content/assets/new.md"


def test_what_is_mended() -> None:
    hold_each("mended", mending)


def mending(text: str) -> Iterator[str]:
    """Tell the lines that change in a file, and what is wrong with it then."""
    written = text.replace("\\r", "\r").replace("\\ufeff", "\ufeff")
    files = {path: SourceFile(path=path, data=one.encode()) for path, one in KNOWN.items()}
    files[NEW] = SourceFile(path=NEW, data=written.encode())
    made = read_handbook(files.values(), SETTINGS, TODAY)
    while new := mended(files.values(), made.handbook.mistakes):
        files |= {path: SourceFile(path=path, data=data) for path, data in new.items()}
        made = read_handbook(files.values(), SETTINGS, TODAY)
    after = files[NEW].data.decode()
    old, new_lines = (one.replace("\r", "\\r").split("\n") for one in (written, after))
    yield from list(unified_diff(old, new_lines, n=0, lineterm=""))[2:]
    yield from (str(one).partition("; ")[0] for one in made.findings if one.family == "problem")
