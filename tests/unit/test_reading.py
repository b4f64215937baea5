"""What is read of the files of a handbook, and what is left alone on purpose."""

import pytest

from journeybook.codes import Code
from journeybook.sources.document import Refusal, SourceFile
from journeybook.sources.reading import read_files

STRAY = "content/personas/cfo.txt"


@pytest.mark.parametrize(
    ("refused", "elsewhere", "told"),
    [(None, (), True), ("unreadable", (), False), (None, (STRAY,), False)],
)
def test_what_is_named_elsewhere_or_cannot_be_read_is_not_told_to_be_moved(
    refused: Refusal | None, elsewhere: tuple[str, ...], *, told: bool
) -> None:
    file = SourceFile(path=STRAY, data=b"# Choice", refused=refused)
    found = read_files([file], elsewhere=elsewhere)
    assert (Code.MISPLACED_FILE in {one.code for one in found.mistakes}) is told
