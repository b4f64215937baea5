"""Everything that comes out is as it was; JB_UPDATE_GOLDEN=1 writes what comes out."""

import os
from collections.abc import Iterator, Mapping
from difflib import unified_diff
from pathlib import Path

import pytest

from tests.snapshots.expected import read_expected, write_expected
from tests.snapshots.outcomes import SHOWN, outcomes

UPDATE = bool(os.environ.get("JB_UPDATE_GOLDEN"))
_SHOWN_LINES = 200


@pytest.mark.parametrize("name", SHOWN)
def test_what_comes_out_of_a_handbook_is_as_it_was(name: str, tmp_path: Path) -> None:
    made = dict(outcomes(name, tmp_path))
    if UPDATE:
        write_expected(name, made)
    differences = list(_differences(read_expected(name), made))
    assert not differences, "\n".join(differences[:_SHOWN_LINES])


def _differences(expected: Mapping[str, str], made: Mapping[str, str]) -> Iterator[str]:
    for name in sorted({*expected, *made}):
        before, after = expected.get(name, ""), made.get(name, "")
        if before != after:
            lines = (before.splitlines(), after.splitlines())
            yield from unified_diff(*lines, f"expected {name}", f"made {name}", n=1, lineterm="")
