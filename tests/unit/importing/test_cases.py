"""All that comes of what teams bring in: new files, offers, what is told, and the same again."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.golden.case import Section, read_case
from tests.unit.held import hold_each
from tests.unit.importing.case import CASES, outcome, told


@pytest.mark.parametrize("path", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_what_is_brought_in_comes_to(path: Path) -> None:
    made = outcome(read_case(path))
    if os.environ.get("JB_UPDATE_GOLDEN"):
        path.write_text(made, "utf-8")
    assert made == path.read_text("utf-8")


@pytest.mark.thorough
def test_what_a_sheet_alone_comes_to() -> None:
    hold_each("sheets", brought)


def test_what_a_text_alone_comes_to() -> None:
    hold_each("texts", brought)


def brought(given: str) -> Iterator[str]:
    """Tell all that a sheet or a text comes to; what it is stands in the first line."""
    head, _, rows = given.partition("\n")
    # The cases hold the empty lines between what stands in a file.
    yield from (re.sub("\n{2,}", "\n", part) for part in told([Section(head=head, text=rows)]))
