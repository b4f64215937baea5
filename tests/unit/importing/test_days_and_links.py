"""Days as sheets write them, and names that lead to pages of the tool they come from."""

from io import BytesIO

from xlsxwriter import Workbook

from tests.unit.importing.reading import Rows, brought, csv_of, text_of

_HEX = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"


def _list(*days: str) -> Rows:
    return [["Title", "Due"], *([f"Piece {at}", day] for at, day in enumerate(days))]


def test_a_list_tells_what_comes_first_in_its_days() -> None:
    plan = brought(csv_of(_list("3-11-2026", "14-11-2026", "5-5-2026")), "list.csv")
    assert "due: 2026-11-03\n" in text_of(plan, "assets/piece-0.md")
    assert "due: 2026-11-14\n" in text_of(plan, "assets/piece-1.md")
    told = [(one.place.shown, one.message) for one in plan.troubles]
    assert [place for place, _ in told] == ["B2"]
    assert "the first number is the day" in told[0][1]
    plan = brought(csv_of(_list("3/11/2026", "11/14/2026")), "list.csv")
    assert "due: 2026-03-11\n" in text_of(plan, "assets/piece-0.md")
    assert "the first number is the month" in plan.troubles[0].message


def test_days_that_do_not_tell_or_disagree_stay_as_they_are() -> None:
    for days in (("3-11-2026", "4-11-2026"), ("3-11-2026", "14-11-2026", "11-14-2026")):
        plan = brought(csv_of(_list(*days)), "list.csv")
        assert 'due: "3-11-2026"\n' in text_of(plan, "assets/piece-0.md")
        assert not plan.troubles


def test_a_day_may_have_a_time_a_zone_or_an_end() -> None:
    days = ("November 20, 2026 9:00 AM (CET)", "Nov 3, 2026 → Nov 5, 2026", "46329")
    plan = brought(csv_of(_list(*days)), "list.csv")
    assert "due: November 20, 2026\n" in text_of(plan, "assets/piece-0.md")
    ranged = text_of(plan, "assets/piece-1.md")
    assert "due: Nov 3, 2026\n" in ranged
    assert "Due: Nov 3, 2026 → Nov 5, 2026" in ranged
    assert "due: 2026-11-03\n" in text_of(plan, "assets/piece-2.md")


def test_names_that_lead_to_pages_of_notion_are_names() -> None:
    both = f"Boss, Europe (https://www.notion.so/B-{_HEX}?pvs=21), CFO (CFO%20{_HEX}.md)"
    rows: Rows = [["Name", "Persona"], ["Prices", both], ["Lease", f"CFO (C%20{_HEX}.md)"]]
    plan = brought(csv_of(rows), "list.csv")
    people = sorted(path.rpartition("/")[2] for path in plan.new if "/personas/" in path)
    assert people == ["boss-europe.md", "cfo.md"]
    assert "personas: [boss-europe, cfo]" in text_of(plan, "assets/prices.md")
    assert "personas: [cfo]" in text_of(plan, "assets/lease.md")


def _linked(*, hides: bool = False) -> bytes:
    data = BytesIO()
    book = Workbook(data, {"in_memory": True})
    sheet = book.add_worksheet("Content")
    sheet.write_row(0, 0, ["Title", "Type", "URL"])
    sheet.write_row(1, 0, ["Prices", "Blog"])
    sheet.write_url(1, 2, "https://x.example/prices", string="Read it here")
    sheet.write_url(2, 0, "https://x.example/lease", string="Lease")
    sheet.write_row(2, 1, ["Blog", "https://x.example/own"])
    sheet.write_url(3, 0, "https://x.example/film", string="Film")
    sheet.write(3, 1, "Video")
    if hides:
        book.add_worksheet("Old").write_row(0, 0, ["Title", "Status"])
        book.worksheets()[1].write_row(1, 0, ["Gone", "retired"])
        book.worksheets()[1].hide()
    book.close()
    return data.getvalue()


def test_an_address_behind_words_is_the_address_of_their_row() -> None:
    plan = brought(_linked(), "list.xlsx")
    prices = text_of(plan, "assets/prices.md")
    assert "url: https://x.example/prices\n" in prices
    assert "URL: Read it here" in prices
    lease = text_of(plan, "assets/lease.md")
    assert "url: https://x.example/own\n" in lease
    assert "url: https://x.example/film\n" in text_of(plan, "assets/film.md")
    assert sum("https://x.example/lease" in text for text in plan.new.values()) == 1


def test_a_sheet_that_is_hidden_is_told_of() -> None:
    assert not brought(_linked(), "list.xlsx").troubles
    (told,) = brought(_linked(hides=True), "list.xlsx").troubles
    assert told.values == {"sheet": "Old"}
