"""What a workbook says beside its cells: which of them are merged, and what it hides."""

from collections.abc import Sequence
from io import BytesIO

from xlsxwriter import Workbook

from tests.unit.importing.reading import Rows, brought, text_of

LIST: Rows = (
    ("", "Type", "Title", "Owner", "Remarks"),
    ("", "Blog", "Ten beans", "Ann", "not yet"),
    ("", "", "Eleven beans", "Bob", ""),
    ("", "", "Zorro", "Cid", ""),
)


def laid_out(
    rows: Rows,
    merged: str = "",
    hidden: str = "",
    first: int = 0,
    hidden_rows: Sequence[int] = (),
) -> bytes:
    """A workbook with one sheet that merges cells, and hides columns and rows."""
    data = BytesIO()
    book = Workbook(data, {"in_memory": True})
    sheet = book.add_worksheet("Content")
    for at, row in enumerate(rows, start=first):
        for across, cell in enumerate(row):
            if cell:
                sheet.write(at, across, cell)
    if merged:
        sheet.merge_range(merged, "Blog")
    if hidden:
        sheet.set_column(hidden, None, None, {"hidden": True})
    for number in hidden_rows:
        sheet.set_row(number, None, None, {"hidden": True})
    book.close()
    return data.getvalue()


def test_a_cell_that_is_merged_says_the_same_in_each_of_its_rows() -> None:
    plan = brought(laid_out(LIST, "B2:B3"))
    types = [
        "type: Blog" in text_of(plan, f"assets/{one}.md")
        for one in ("ten-beans", "eleven-beans", "zorro")
    ]
    assert types == [True, True, False]
    assert plan.troubles == ()


def test_it_does_so_in_a_list_below_others() -> None:
    above: Rows = (
        ("Channel name", "Owner"),
        ("Website", "Ann"),
        (),
        ("Title", "Type"),
        ("Film", "Video"),
        (),
    )
    plan = brought(laid_out((*above, *LIST), "B8:B9"))
    assert "type: Blog" in text_of(plan, "assets/eleven-beans.md")
    assert "type" not in text_of(plan, "assets/zorro.md")


def test_what_another_column_merges_says_nothing_of_one_that_is_mostly_empty() -> None:
    rows: Rows = (
        ("Phase", "Type", "Title", "Owner"),
        ("Look", "Blog", "Ten beans", "Ann"),
        ("", "", "Eleven beans", "Bob"),
        ("Buy", "Video", "Zorro", "Cid"),
        ("", "Case", "Film", "Ann"),
    )
    plan = brought(laid_out(rows, "B2:B3"))
    assert "phases: [buy]" in text_of(plan, "assets/film.md")
    assert [one.place.shown for one in plan.troubles] == ["Content!A1"]


def test_a_column_that_is_hidden_is_read_and_told() -> None:
    plan = brought(laid_out(LIST, hidden="E:E"))
    (told,) = plan.troubles
    assert (told.place.shown, "hides this column" in told.message) == ("Content!E1", True)
    assert "Remarks: not yet" in text_of(plan, "assets/ten-beans.md")
    assert brought(laid_out(LIST, hidden="A:A")).troubles == ()


def test_a_row_that_is_hidden_is_read_and_told_where_anything_stands_in_it() -> None:
    plan = brought(laid_out(LIST, first=2, hidden_rows=(0, 4, 30)))
    (told,) = plan.troubles
    assert (told.place.shown, "hides this row" in told.message) == ("Content!C5", True)
    assert "owner: Bob" in text_of(plan, "assets/eleven-beans.md")


def test_another_group_ends_those_that_stand_to_the_right_of_it() -> None:
    rows: Rows = (
        ("Phase", "Type", "Title", "Owner"),
        ("Look", "Blog", "Ten beans", "Ann"),
        ("", "", "Eleven beans", "Bob"),
        ("", "Video", "Film", "Ann"),
        ("Buy", "", "Zorro", "Cid"),
        ("", "", "Shop", "Cid"),
    )
    plan = brought(laid_out(rows))
    assert "type: Blog" in text_of(plan, "assets/eleven-beans.md")
    assert "type" not in text_of(plan, "assets/zorro.md")
    assert "phases: [buy]" in text_of(plan, "assets/shop.md")
