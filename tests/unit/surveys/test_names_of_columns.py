"""Which columns of an export a name means."""

import pytest

from journeybook.handbook.surveys.headings import Headings


@pytest.mark.parametrize(
    ("name", "columns"), [("Cost", (0,)), ("cost", (1,)), ("COST", (0, 1)), ("Age", ()), ("?", ())]
)
def test_a_name_as_it_is_goes_before_one_that_nearly_is(
    name: str, columns: tuple[int, ...]
) -> None:
    assert Headings([["Cost", "cost", "?!"]], 0).find(name) == columns


@pytest.mark.parametrize(("rows", "first"), [(1, 3), (2, 1)])
def test_only_the_two_rows_below_may_still_be_headings(rows: int, first: int) -> None:
    answers = [["so"]] * rows
    assert Headings([["Q1"], *answers, ['{"ImportId":"Q1"}'], ["yes"]], 0).first == first
