"""All that comes of what teams bring in: new files, offers, what is told, and the same again."""

import os
from pathlib import Path

import pytest

from tests.golden.case import read_case
from tests.unit.importing.case import CASES, outcome


@pytest.mark.parametrize("path", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_what_is_brought_in_comes_to(path: Path) -> None:
    made = outcome(read_case(path))
    if os.environ.get("JB_UPDATE_GOLDEN"):
        path.write_text(made, "utf-8")
    assert made == path.read_text("utf-8")
