"""Rows and cells as other tools and other teams write them mean what they meant."""

from io import BytesIO

import pytest
from xlsxwriter import Workbook

from tests.unit.importing.reading import Rows, book_of, brought, csv_of, text_of


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
        ("calm", "emotion:\n  label: calm\nexpectations"),
        ("Relieved to have a price", "label: Relieved to have a price\n  score: 1\n"),
        ("Anxious, time-pressed", "label: Anxious, time-pressed\n  score: -1\n"),
        ("proud but tired", "label: proud but tired\nexpectations"),
        ("not relieved", "label: not relieved\nexpectations"),
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


@pytest.mark.parametrize(
    ("heads", "row", "path", "line"),
    [
        (("Persona", "Goals"), ("CFO", "Certainty"), "personas/cfo.md", "goals:\n  - Certainty\n"),
        (("Role", "Buyer persona"), ("x", "CFO"), "notes", "CFO"),
        (("Channel", "Owner"), ("Website", "Ann"), "channels/website.md", "owner: Ann\n"),
        (("Actie", "Eigenaar"), ("Bel", "Ann"), "actions/bel.md", "owner: Ann\n"),
    ],
)
def test_the_first_column_of_a_list_may_be_called_by_what_it_lists(
    heads: tuple[str, ...], row: tuple[str, ...], path: str, line: str
) -> None:
    plan = brought(csv_of([list(heads), list(row)]), "list.csv")
    if path == "notes":
        assert not any("/personas/" in one for one in plan.new)
    else:
        assert line in text_of(plan, path)


CARD: Rows = [
    ["Persona"],
    ["Naam", "Eva de Vries"],
    ["Leeftijd", 34],
    ["Functie", "Inkoper"],
    ["Doelen", "Kosten omlaag"],
    ["", "Minder leveranciers"],
    ["Rol", "Chef"],
    ["Citaat", "„Een prijs.”"],
    ["Kanalen", "LinkedIn, mail"],
    ["Vragen", "Wat kost het?"],
]


def test_what_is_told_of_people_is_no_map() -> None:
    plan = brought(book_of({"Persona Eva": CARD}))
    assert text_of(plan, "personas/eva-de-vries.md") == (
        "---\ntitle: Eva de Vries\ngoals:\n  - Kosten omlaag\n  - Minder leveranciers\n"
        "quote: Een prijs.\nchannels: [linkedin, mail]\n---\n\nLeeftijd: 34\n\nFunctie: Inkoper\n\n"
        "Rol: Chef\n\nVragen: Wat kost het?\n"
    )
    assert not [path for path in plan.new if "/journeys/" in path]
    side_by_side: Rows = [
        ["", "CFO", "User"],
        ["Role", "decider", "Works with it"],
        ["Pains", "Invoices", "Slow tools"],
        ["Quote", "Show me", "Let me"],
    ]
    plan = brought(book_of({"Personas": side_by_side}))
    assert "role: [decider]\npains:\n  - Invoices\n" in text_of(plan, "personas/cfo.md")
    assert "Role: Works with it" in text_of(plan, "personas/user.md")
    assert plan.remarks == 1


@pytest.mark.parametrize(
    "head",
    [
        ["Audience", "Journey stage", "Category", "Item", "Importance"],
        ["Created by", "Area", "Tags", "Text", "Position X"],
        ["Doelgroep", "Fase", "Soort", "Omschrijving", "Nr"],
    ],
)
def test_rows_of_an_export_say_what_they_are_in_a_column_of_any_name(head: list[object]) -> None:
    rows: Rows = [
        head,
        ["Starter", "Explore", "Question", "How much?", "high"],
        ["Starter", "", "Need", "Peace", ""],
        ["Starter", "Apply", "Idea", "Status tracker", ""],
    ]
    plan = brought(csv_of(rows), "board.csv")
    whose = "customer" if "Created by" in head else "starter"
    step = text_of(plan, f"journeys/{whose}/explore.md")
    assert "needs:\n  - Peace\nquestions:\n  - How much?\n" in step
    assert "high" in step
    assert "phase: apply" in text_of(plan, "actions/status-tracker.md")


def test_what_stands_before_all_lanes_is_the_phase() -> None:
    rows: Rows = [
        ["Where", "Touchpoints", "Customer emotions"],
        ["Awareness", "Ad", "curious"],
        ["Retention", "Mail", "bored"],
    ]
    assert "- Ad" in text_of(brought(csv_of(rows), "a.csv"), "journeys/customer/awareness.md")


def test_content_for_everybody_names_nobody_and_names_are_parted() -> None:
    rows: Rows = [
        ["Titel", "Persona", "Kanaal", "Fase"],
        ["Gids", "alle", "Website / Nieuwsbrief", "Zien, Kopen"],
    ]
    plan = brought(csv_of(rows), "content.csv")
    asset = text_of(plan, "assets/gids.md")
    assert "personas: [alle]\nchannels: [website, nieuwsbrief]\nphases: [zien, kopen]" in asset
    assert not [path for path in plan.new if "/personas/" in path]


def test_a_list_below_a_map_and_a_map_beside_one_are_their_own() -> None:
    rows: Rows = [
        ["CFO", "", "", "", "Buyer", "", ""],
        ["", "Look", "Buy", "", "", "Look", "Buy"],
        ["Questions", "Why?", "How much?", "", "Questions", "Tasty?", "When?"],
        ["Needs", "Returns", "Peace", "", "Needs", "Coffee", "Speed"],
    ]
    plan = brought(book_of({"Maps": rows}))
    assert plan.remarks == 0
    assert "- Why?" in text_of(plan, "journeys/cfo/look.md")
    assert "needs:\n  - Speed\nquestions:\n  - When?" in text_of(plan, "journeys/buyer/buy.md")
    below: Rows = [*(row[:3] for row in rows), [], ["Title", "Type", "Status"], ["Guide", "", "x"]]
    plan = brought(book_of({"CFO": below}))
    assert "status: x" in text_of(plan, "assets/guide.md")
    assert plan.remarks == 0


def test_what_is_noted_at_a_cell_goes_where_its_cell_went() -> None:
    data = BytesIO()
    book = Workbook(data, {"in_memory": True})
    sheet = book.add_worksheet("CFO & co")
    for at, row in enumerate([["Phase", "Look", "Buy"], ["Needs", "x", "y"], ["Pains", "", "z"]]):
        sheet.write_row(2 + at, 3, row)
    sheet.write_comment("F5", "Said by Ann & Bob", {"author": "Cid"})
    sheet.write_comment("A1", "Made in May")
    sheet.write_url("E5", "https://x.example/?a=1&b=2", string="x")
    sheet.write_url("F6", "https://z.example/")
    book.close()
    plan = brought(data.getvalue())
    step = text_of(plan, "journeys/cfo-co/buy.md")
    assert "<!-- map.xlsx CFO & co!F5 -->\n\nSaid by Ann & Bob" in step
    assert "Made in May" in text_of(plan, "notes-from-map-xlsx.md")
    # So does where a cell leads, unless it says so itself.
    assert "https://x.example/?a=1&b=2" in text_of(plan, "journeys/cfo-co/look.md")
    everything = "".join(plan.new.values())
    assert everything.count("https://z.example/") == 1


def test_rows_of_one_title_that_disagree_are_told() -> None:
    rows: Rows = [
        ["Title", "Type", "Persona"],
        ["Guide", "Blog", "CFO"],
        ["guide", "Video", "Boss"],
    ]
    plan = brought(csv_of(rows), "list.csv")
    guide = text_of(plan, "assets/guide.md")
    assert "type: Blog\npersonas: [cfo, boss]\n" in guide
    assert "Video" in guide
    (told,) = plan.troubles
    assert (told.values["other"], told.values["said"], told.place.row) == ("Blog", "Video", 3)
    assert not any(plan.in_prose)
