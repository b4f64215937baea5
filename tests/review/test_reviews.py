"""All that a review tells of one change, as a whole: words, figures, places and what follows."""

import pytest

from tests.review.cases import reviewed
from tests.unit.held import hold_each


@pytest.mark.parametrize("kind", ["statements", "files", "decisions", "same", "causes"])
def test_all_that_is_told_of_a_change(kind: str) -> None:
    hold_each(f"review-{kind}", reviewed)
