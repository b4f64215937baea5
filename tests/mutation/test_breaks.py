"""The Dutch handbook has no finding; broken in one way, it has exactly the one that names it."""

import pytest

from journeybook.codes import Code
from tests.mutation.breaking import Break, broken, placed
from tests.mutation.breaks import BREAKS


def test_the_handbook_is_clean() -> None:
    assert [str(one) for one in broken()] == []


@pytest.mark.parametrize(
    ("changes", "expected"), [pytest.param(*rest, id=name) for name, *rest in BREAKS]
)
def test_break_is_found_and_nothing_else(changes: Break, expected: tuple[str, ...]) -> None:
    found = broken(*changes)
    told = sorted((one.code, one.span.path) for one in found)
    assert told == sorted(_expected(one, changes) for one in expected), [str(one) for one in found]


def test_every_finding_there_is_comes_about() -> None:
    brought = {one.partition(" ")[0] for _, _, expected in BREAKS for one in expected}
    assert set(Code) - brought == set()
    assert len(BREAKS) >= 60


def _expected(finding: str, changes: Break) -> tuple[str, str]:
    code, _, path = finding.partition(" ")
    return code, placed(path or changes[0].path)
