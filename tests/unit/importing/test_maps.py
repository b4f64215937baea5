"""Maps in sheets, whatever way they lie, become files in which no cell is lost."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from xlsxwriter import Workbook

from journeybook.importing.cells import items_in
from journeybook.importing.plan import Plan
from tests.unit.handbooks import judged
from tests.unit.importing.reading import Rows, book_of, brought, csv_of, text_of

STEP = """\
---
needs:
  - To see it work
  - A colleague who has it
questions:
  - What does it cost?
  - Who else?
emotion:
  label: worried
  score: -1
touchpoints:
  - title: Looks at prices
    channel: website
    importance: 4
drop_offs:
  - text: Leaves
    why: the page is slow
---
"""
NEEDS = "To see it work\nA colleague who has it"
TOUCHPOINT = "Looks at prices [channel: Website; importance: 4]"
BY_COLUMN = [
    ["Phase", "Orientation", "Choice"],
    ["Needs", NEEDS, "A price"],
    ["Questions", "What does it cost?; Who else?", ""],
    ["Feelings", "worried (-1)", "calm"],
    ["Touchpoints", TOUCHPOINT, ""],
    ["Drop-offs", "Leaves because the page is slow", ""],
]
BY_ROW = [list(row) for row in zip(*BY_COLUMN, strict=True)]
LONG: list[list[object]] = [
    ["Persona", "Phase", "Row", "Text", "Channel", "Importance", "Why"],
    ["CFO", "Orientation", "Needs", "To see it work", "", "", ""],
    ["CFO", "Orientation", "Needs", "A colleague who has it", "", "", ""],
    ["CFO", "Orientation", "Questions", "What does it cost?", "", "", ""],
    ["CFO", "Orientation", "Questions", "Who else?", "", "", ""],
    ["CFO", "Orientation", "Feelings", "worried (-1)", "", "", ""],
    ["CFO", "Orientation", "Touchpoints", "Looks at prices", "Website", 4, ""],
    ["CFO", "Orientation", "Drop-offs", "Leaves", "", "", "the page is slow"],
]


@pytest.mark.parametrize("rows", [BY_COLUMN, BY_ROW, LONG], ids=["columns", "rows", "long"])
def test_a_map_in_any_direction_is_the_same(rows: list[list[object]]) -> None:
    plan = brought(book_of({"CFO": rows}))
    assert text_of(plan, "journeys/cfo/orientation.md") == STEP
    assert text_of(plan, "channels/website.md") == "---\ntitle: Website\n---\n"
    assert "order: 1" in text_of(plan, "phases/orientation.md")
    assert (plan.remarks, plan.troubles) == (0, ())


def test_a_map_in_dutch_as_its_spreadsheet_saves_it() -> None:
    rows = [
        ["Klantreis van de inkoper", ""],
        ["Fase", "Oriëntatie"],
        ["Behoeften en vragen", "Een prijs\nWat kost het?"],
        ["Emoties", "bezorgd"],
        ["Contactmomenten", "Belt [kanaal: Telefoon; belang: 3]"],
        ["Afhaakmomenten", "Haakt af omdat het duurt"],
        ["Kansen", "Terugbellen"],
    ]
    plan = brought(csv_of(rows).decode().encode("cp1252"), "reis.csv")
    step = text_of(plan, "journeys/inkoper/orientatie.md")
    assert "needs:\n  - Een prijs\nquestions:\n  - Wat kost het?\n" in step
    assert "channel: telefoon\n    importance: 3" in step
    assert "why: het duurt" in step
    assert "journey: inkoper" in text_of(plan, "actions/terugbellen.md")


def test_steps_below_phases_and_lanes_over_several_rows() -> None:
    rows = [
        ["", "Buying", "", "Using"],
        ["Step", "Looks", "Chooses", "Starts"],
        ["Needs", "One", "Two", "Three"],
        ["", "More", "", ""],
    ]
    plan = brought(book_of({"CFO": rows}))
    assert "- One\n  - More" in text_of(plan, "journeys/cfo/looks.md")
    chooses = text_of(plan, "journeys/cfo/chooses.md")
    assert "title: Chooses\nphase: buying\norder: 2\nneeds:\n  - Two" in chooses
    assert "- Three" in text_of(plan, "journeys/cfo/starts.md")


def test_what_no_key_has_a_place_for_stands_in_the_prose() -> None:
    rows = [
        ["Made on a rainy day", "", ""],
        ["Persona: Buyer", "", ""],
        ["Phase", "", "One"],
        ["Needs", "Over here", "A price"],
        ["Questions", "", "Why?"],
        ["Backstage", "", "Planning"],
    ]
    plan = brought(book_of({"Sheet1": rows}))
    assert "<!-- map.xlsx Sheet1!C6 -->\n\n## Backstage\n\nPlanning" in text_of(
        plan, "journeys/buyer/one.md"
    )
    journey = text_of(plan, "journeys/buyer/index.md")
    assert "Made on a rainy day" in journey
    assert "Over here" in journey
    assert plan.remarks == 3
    assert [one.place.shown for one in plan.troubles] == ["Sheet1!B4"]


def test_a_feeling_of_another_scale_is_asked_about() -> None:
    rows = [["Phase", "One", "Two"], ["Needs", "x", "y"], ["Feelings", "8", "sad 3"]]
    data = book_of({"Buyer": rows})
    asked = brought(data)
    assert [one.values["text"] for one in asked.troubles] == ["8", "sad 3"]
    assert "## Feelings\n\n8" in text_of(asked, "journeys/buyer/one.md")
    told = brought(data, scale=(1, 10))
    assert "score: 1" in text_of(told, "journeys/buyer/one.md")
    assert "label: sad\n  score: -1" in text_of(told, "journeys/buyer/two.md")


def test_a_formula_that_failed_is_nothing_that_anybody_said() -> None:
    rows = [["", "Awareness"], ["Questions", "#N/A"], ["Needs", "#VERW!"]]
    plan = brought(book_of({"Buyer": rows}))
    assert [one.values["text"] for one in plan.troubles[:2]] == ["#N/A", "#VERW!"]
    text = text_of(plan, "journeys/buyer/awareness.md")
    assert "questions:" not in text
    assert "#N/A" in text


def test_content_of_a_sheet_and_of_the_map_are_one() -> None:
    journey: Rows = [["Phase", "One"], ["Needs", "x"], ["Content", "Price list"]]
    content: Rows = [
        ["Title", "Type", "Status", "URL", "Words"],
        ["Price list", "Price page", "live", "https://x.org/p", 12],
    ]
    plan = brought(book_of({"Buyer": journey, "Content": content}))
    assert text_of(plan, "assets/price-list.md") == (
        "---\ntitle: Price list\npersonas: buyer\nphases: one\ntype: Price page\nstatus: live\n"
        "url: https://x.org/p\n---\n\nWords: 12\n"
    )


def test_bringing_in_twice_changes_nothing() -> None:
    data = book_of({"CFO": BY_COLUMN})
    first = brought(data)
    again = brought(data, files=written(first))
    assert (dict(again.new), again.offers) == ({}, ())
    assert again.same > 0


def test_what_differs_on_both_sides_is_offered_and_nothing_else() -> None:
    first = written(brought(book_of({"CFO": BY_COLUMN})))
    path = "journeys/cfo/orientation.md"
    first[path] = first[path].replace("To see it work", "To see it work here")
    rows = [list(row) for row in BY_COLUMN]
    rows[4][1] = "Looks at prices [channel: Website; importance: 5]\nCalls"
    plan = brought(book_of({"CFO": rows}), files=first)
    assert dict(plan.new) == {}
    assert {(one.key, one.before, one.after) for one in plan.offers} == {
        ("needs.1", "To see it work here", "To see it work"),
        ("touchpoints.1.importance", "4", "5"),
        ("touchpoints.2", "", "Calls"),
    }


def test_names_of_the_handbook_are_met_by_whatever_they_are_called() -> None:
    files = {
        "personas/finance/cfo.md": "---\ntitle: Finance director\naliases: [CFO]\n---\n",
        "phases/look.md": "---\ntitle: Orientation\n---\n",
        "channels/web.md": "---\ntitle: Website\n---\n",
        "journeys/money/index.md": "---\npersona: finance/cfo\n---\n",
    }
    plan = brought(book_of({"CFO": BY_COLUMN}), files=files)
    assert set(plan.new) == {
        "content/journeys/money/look.md",
        "content/journeys/money/choice.md",
        "content/phases/choice.md",
    }
    assert "channel: web\n" in text_of(plan, "journeys/money/look.md")


@pytest.mark.parametrize("rows", [[["a", "b"], ["c", ""]], [["Just a note"]], [["x"] * 40]])
def test_a_sheet_of_notes_loses_nothing(rows: list[list[object]]) -> None:
    plan = brought(book_of({"Notes": rows}))
    cells = [str(cell) for row in rows for cell in row if cell]
    notes = text_of(plan, "notes-from-map-xlsx.md")
    assert plan.remarks == len(cells)
    assert all(cell in notes for cell in cells)


def written(plan: Plan) -> dict[str, str]:
    """The files of a plan, as a handbook that compiles."""
    files = {path.removeprefix("content/"): text for path, text in plan.new.items()}
    assert [one for one in judged(files).findings if one.family == "problem"] == []
    return files


def test_a_name_of_signs_is_nobody_and_is_told_of() -> None:
    rows = [["Persona", "Phase", "Needs", "Goals"], ["???", "🚲", "A price", "To save"]]
    plan = brought(csv_of(rows), "map.csv")
    assert [one.values.get("text", "") for one in plan.troubles] == ["???", "🚲", ""]
    assert all("write a name" in one.message for one in plan.troubles[:2])
    # Without a phase nothing stands in a step, and what was said is kept.
    assert "no phase tells when this is" in plan.troubles[2].message
    assert "## needs\n\nA price" in text_of(plan, "notes-from-map-csv.md")
    assert "  - To save" in text_of(plan, "personas/customer.md")


def test_what_is_said_twice_with_another_reason_keeps_both() -> None:
    files = {
        path.removeprefix("content/"): text
        for path, text in brought(book_of({"CFO": BY_COLUMN})).new.items()
    }
    further = [
        ["Phase", "Orientation", ""],
        ["Drop-offs", "Leaves because of a\nLeaves because of b"],
    ]
    further.append(["Needs", "x"])
    offers = brought(book_of({"CFO": further}), files=files).offers
    shown = [one.after for one in offers]
    assert "a" in shown
    assert any("Leaves: why" in one and one.endswith("\n\nb") for one in shown), shown
    both = [["Phase", "Choice", ""], ["Drop-offs", "Leaves because of a"], ["Why they leave", "b"]]
    text = text_of(brought(book_of({"CFO": both})), "journeys/cfo/choice.md")
    assert "why: a" in text
    assert "## Why they leave\n\nb" in text


@pytest.mark.parametrize(
    ("cell", "items"),
    [
        ("One; two\nthree; four", ("One", "two", "three", "four")),
        ("One [a; b]; two\nthree", ("One [a; b]", "two", "three")),
        ("- One; two\n- three", ("One; two", "three")),
        ("One\rtwo\r\nthree", ("One", "two", "three")),
    ],
)
def test_lines_and_semicolons_part_what_a_cell_says(cell: str, items: tuple[str, ...]) -> None:
    assert items_in(cell) == items


def test_a_sheet_of_choices_is_told_of_once() -> None:
    book_of_choices = _with_choices()
    for data in (book_of_choices, _as_newer_programs_write(book_of_choices)):
        plan = brought(data)
        (trouble,) = plan.troubles
        assert plan.remarks == 0
        assert trouble.message.format(**trouble.values) == (
            "the sheet 'Mijn lijsten' only holds what may be chosen in others, so its 3 cells stay "
            "where they are; if they are notes, copy them to a sheet of their own"
        )
        assert text_of(plan, "journeys/cfo/orientation.md") == STEP


def _with_choices() -> bytes:
    data = BytesIO()
    book = Workbook(data, {"in_memory": True})
    map_, lists = book.add_worksheet("CFO"), book.add_worksheet("Mijn lijsten")
    for at, row in enumerate(BY_COLUMN):
        map_.write_row(at, 0, row)
    lists.write_column(0, 0, ["calm", "angry", "in doubt"])
    book.define_name("Moods", "='Mijn lijsten'!$A$1:$A$3")
    map_.data_validation(9, 1, 9, 2, {"validate": "list", "source": "=Moods"})
    book.close()
    return data.getvalue()


def _as_newer_programs_write(book: bytes) -> bytes:
    # What may be chosen on another sheet, Excel writes down at the end of the one it is chosen on.
    old = rb"<dataValidations.*</dataValidations>"
    new = (
        b'<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"'
        b' uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1"'
        b' xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
        b'<x14:dataValidation type="list"><x14:formula1><xm:f>Moods</xm:f></x14:formula1>'
        b"<xm:sqref>B10:C10</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>"
    )
    made = BytesIO()
    with ZipFile(BytesIO(book)) as parts, ZipFile(made, "w") as written:
        for name in parts.namelist():
            part = parts.read(name)
            if name == "xl/worksheets/sheet1.xml":
                part = part.replace(b"</worksheet>", new + b"</worksheet>")
                part, number = re.subn(old, b"", part, flags=re.DOTALL)
                assert number == 1
            written.writestr(name, part)
    return made.getvalue()
