"""A misspelt name is taken for the one it resembles most, however many there are."""

import pytest

from journeybook.sources import likeness
from journeybook.sources.likeness import Names, close_to
from tests.unit.held import hold

MANY = [f"{colour}{thing}{at}" for at in range(100) for colour in ("red", "green", "blue")
        for thing in ("lorry", "dock", "scanner")]  # fmt: skip


@pytest.mark.parametrize("others", [[], MANY], ids=["few", "many"])
@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("emial", "email"),
        ("custmerportal", "customerportal"),
        ("purchse", "purchase"),
        ("xyzzyplugh", None),
        ("", None),
    ],
)
def test_closest_name(written: str, meant: str | None, others: list[str]) -> None:
    names = Names(["email", "customerportal", "purchase", "advocacy", *others])
    assert names.closest(written)[0] == meant


def test_the_closest_of_many_that_share_their_letters() -> None:
    # All begin alike, so that only what is rare in a word leads to its name.
    ends = ("lorry", "dock", "scanner", "crane", "pallet", "gate", "clerk", "ramp")
    names = Names([f"warehouse{end}{at}" for at in range(60) for end in ends])
    spelt = [f"warehuose{end[:-1]}{at}" for at in (0, 7, 31, 59) for end in ends]
    spelt += [f"warehouse{end[::-1]}" for end in ends]
    hold("likeness", (f"{one}: {names.closest(one)}" for one in spelt))


def test_the_rarest_letters_are_looked_at_however_many_share_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(likeness, "_FEW", 2)
    monkeypatch.setattr(likeness, "_LOOKED_AT", 1)
    assert Names(["email", "emails", "emailed"]).closest("emial")[0] == "email"


def test_how_much_names_are_alike_can_be_compared() -> None:
    names = Names(["email", "mail"])
    assert names.closest("emails")[1] == pytest.approx(0.91, abs=0.01)
    assert names.closest("voicemail")[1] < 0.75


def test_nothing_is_like_anything_where_there_is_nothing() -> None:
    assert Names([]).closest("email") == (None, 0)


@pytest.mark.parametrize(
    ("written", "known", "meant"),
    [
        ("Persnas", ("personas", "phases"), "personas"),
        ("mpa", ("map", "matrix"), "map"),
        ("cto", ("cfo",), ""),
        ("date", ("gated", "url"), ""),
        ("status", ("tags", "title"), ""),
    ],
)
def test_what_is_hardly_alike_is_not_suggested(
    written: str, known: tuple[str, ...], meant: str
) -> None:
    assert close_to(written, known) == meant
