"""The pages in front of personas, phases and channels."""

import pytest

from journeybook.pages.fronts.cards import letters_of


@pytest.mark.parametrize(
    ("title", "letters"),
    [
        ("CFO", "CFO"),
        ("CFO of a group", "CFO"),
        ("Shift supervisor", "SS"),
        ("IT manager", "IT"),
        ("HOVENIERS", "H"),
        ("de inkoper", "DI"),
        ("Zoë", "Z"),
        ("(interim) Head of   buying", "HO"),
        ("—", ""),
        ("", ""),
    ],
)
def test_letters_stand_for_a_name(title: str, letters: str) -> None:
    assert letters_of(title) == letters
