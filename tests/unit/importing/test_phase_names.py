"""Where a phase that begins stands among others."""

from collections.abc import Mapping, Sequence

import pytest

from journeybook.importing.phase_names import order_of


@pytest.mark.parametrize(
    ("names", "known", "there", "near", "order"),
    [
        (["New"], {}, [], 0, 1),
        (["New"], {}, [1, 2.5], 0, 3),
        (["A", "New"], {"A": 2}, [1, 2, 3], 0, 2.5),
        (["A", "B", "New", "C"], {"A": 1, "B": 2, "C": 5}, [1, 2, 5], 0, 3.5),
        (["A", "New"], {"A": 3}, [1, 3], 0, 4),
        (["New", "A"], {"A": 2}, [1, 2], 0, 1.5),
        (["New", "A"], {"A": 1}, [1], 0, 0.5),
        (["A", "New"], {"A": 1}, [1, 2, 3, 4], 3, 3.5),
        (["A", "New", "B"], {"A": 1, "B": 2}, [1, 2, 3], 3, 1.5),
        (["A", "New"], {"A": 4}, [3, 4], 3, 5),
        ([], {}, [1], 0, 2),
    ],
)
def test_a_phase_stands_where_its_file_has_it(
    names: Sequence[str],
    known: Mapping[str, float],
    there: Sequence[float],
    near: float,
    order: float,
) -> None:
    assert order_of("New", names, known, there, near) == order
