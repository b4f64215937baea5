"""What is wrong with keys and values of every kind of file, as it is told."""

from collections.abc import Iterator

from tests.unit.handbooks import judged
from tests.unit.held import hold_each


def test_what_is_told_of_wrong_values() -> None:
    hold_each("values", problems_of)


def problems_of(given: str) -> Iterator[str]:
    """Tell the problems of some files, each below its path."""
    files = {}
    for part in given.split("-- ")[1:]:
        path, _, text = part.partition(" --\n")
        files[path] = text
    found = (one for one in judged(files).findings if one.family == "problem")
    yield from (str(one).removeprefix("content/") for one in found)
