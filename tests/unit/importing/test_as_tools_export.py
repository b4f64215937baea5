"""Rows and cells as other tools and other teams write them mean what they meant."""

import pytest

from tests.unit.importing.reading import Rows, book_of, brought, text_of


def _step(lane: str, cell: object) -> str:
    rows: Rows = [["Phase", "One"], ["Expectations", "e"], ["KPIs", "k"], [lane, cell]]
    return text_of(brought(book_of({"CFO": rows})), "journeys/cfo/one.md")


@pytest.mark.parametrize(
    ("key", "lanes"),
    {
        "questions": ("What are they asking?", "Key questions", "Vragen klant", "Klantvraag"),
        "emotion": ("How do they feel?", "Emotional curve", "Emotie klant", "Sentiment"),
        "touchpoints": ("Activiteiten van de klant", "What is the customer doing?"),
        "needs": ("Text lane: Needs", "Wat wil de klant?", "Informatiebehoefte"),
        "drop_offs": ("Pain point", "Knelpunten", "Problems", "Pijnpunt", "User challenges"),
    }.items(),
)
def test_a_row_may_say_whose_it_is(key: str, lanes: tuple[str, ...]) -> None:
    for lane in lanes:
        assert f"\n{key}:" in _step(lane, "calm"), lane


@pytest.mark.parametrize(
    ("cell", "feeling"),
    [
        ("😟", 'emotion:\n  label: "😟"\n  score: -1\n'),
        ("in two minds 😕", 'emotion:\n  label: "in two minds 😕"\n  score: -1\n'),
        ("++", "emotion:\n  score: 2\n"),
        ("–", "emotion:\n  score: -1\n"),
        ("+/-", "emotion:\n  score: 0\n"),
        ("calm", "emotion:\n  label: calm\n"),
        ("()", 'emotion:\n  label: "()"\n'),
    ],
)
def test_a_feeling_may_be_a_face_or_a_sign(cell: str, feeling: str) -> None:
    assert feeling in _step("Feelings", cell)


def test_a_word_and_the_number_of_a_curve_are_one_feeling() -> None:
    rows: Rows = [
        ["Phase", "A", "B", "C"],
        ["Feelings", "tense", "🙂", "calm (1)"],
        ["Emotional curve (1-5)", 1, 5, 3],
        ["Needs", "x", "", ""],
    ]
    plan = brought(book_of({"CFO": rows}))
    assert "emotion:\n  label: tense\n  score: -2\n" in text_of(plan, "journeys/cfo/a.md")
    assert 'emotion:\n  label: "🙂"\n  score: 2\n' in text_of(plan, "journeys/cfo/b.md")
    assert "- label: calm\n    score: 1\n  - score: 0\n" in text_of(plan, "journeys/cfo/c.md")


def test_beside_a_feeling_of_another_scale_no_number_is_believed() -> None:
    rows: Rows = [["Phase", "A", "B", "C"], ["Needs", "x", "", ""], ["Feelings", 1, 5, "calm"]]
    plan = brought(book_of({"CFO": rows}))
    assert [one.values["text"] for one in plan.troubles] == ["1", "5"]
    assert "emotion" not in text_of(plan, "journeys/cfo/a.md")
    assert "label: calm" in text_of(plan, "journeys/cfo/c.md")
    statements: Rows = [["Phase", "Row", "Text"], ["A", "Feelings", 8], ["A", "Needs", "x"]]
    listed = brought(book_of({"CFO": statements}))
    assert [one.values["text"] for one in listed.troubles] == ["8"]
    assert "## Feelings\n\n8" in text_of(listed, "journeys/cfo/a.md")
