"""Records of tables: every row is one, or is left out for a reason."""

import io
import zipfile
from dataclasses import replace

import xlsxwriter

from journeybook.sources.document import SourceFile
from journeybook.sources.records.reading import read_records
from journeybook.sources.records.record import Hidden, LeftOut, Options, Reason, Record, Records
from journeybook.sources.tables.tables import Unread
from tests.words import with_words

GROUPED = frozenset(("URL", "Persona", "Status"))
KNOWN = with_words(names=frozenset(("URL", "Title", "Status", "Views", "Titel")))


def read(text: str | bytes, options: Options = KNOWN) -> Records:
    data = text.encode() if isinstance(text, str) else text
    records = read_records(SourceFile(path="content.csv", data=data), options)
    assert isinstance(records, Records), records
    return records


def rows_of(records: Records) -> list[tuple[int, tuple[object, ...]]]:
    return [(record.row, tuple(record.cells.values())) for record in records.records]


def reasons_of(records: Records) -> list[tuple[int, Reason]]:
    return [(one.row, one.reason) for one in records.left_out]


def test_what_stands_above_below_and_between_is_no_record() -> None:
    records = read(
        "\ufeff# Pages and screens\n# Start date: 20260922\n\nPage path,Views\n"
        '/prices,"1,200"\n(not set),3\n,1203,Grand total\n\n# Events\nEvent,Views\nscroll,1\n'
    )
    assert records.headers == ("Page path", "Views")
    assert rows_of(records) == [(5, ("/prices", "1,200"))]
    assert reasons_of(records) == [
        (1, Reason.COMMENT),
        (2, Reason.COMMENT),
        (3, Reason.BLANK),
        (4, Reason.HEADINGS),
        (6, Reason.NOT_SET),
        (7, Reason.TOTALS),
        (8, Reason.BLANK),
        (9, Reason.COMMENT),
        (10, Reason.OTHER_TABLE),
        (11, Reason.OTHER_TABLE),
    ]


def test_a_title_above_the_headings_is_no_heading() -> None:
    records = read("Our content;;\n;;\nURL;Título;título\n/a;A;B\n")
    assert records.headers == ("URL", "Título", "título")
    assert rows_of(records) == [(4, ("/a", "A", "B"))]


def test_headings_are_found_where_none_is_known() -> None:
    assert read("Inhoud 2026\nWaar,Wat,Wanneer\n/a,Prijs,2026\n").headers == (
        *("Waar", "Wat", "Wanneer"),
    )


def test_a_list_of_addresses_needs_no_headings() -> None:
    records = read("https://a.nl/,Home\nhttps://a.nl/b,\n")
    assert records.headers == ("A", "B")
    assert rows_of(records) == [(1, ("https://a.nl/", "Home")), (2, ("https://a.nl/b", ""))]


def test_a_total_with_words_beside_it_is_content() -> None:
    records = read("Title,Type\nTotal,blog\nTotal,12\n")
    assert rows_of(records) == [(2, ("Total", "blog"))]


def test_columns_without_a_heading_or_with_that_of_another_lose_nothing() -> None:
    records = read('sep=;\nURL;Title;Title;\n/a;"é";b;c;d\n'.encode("cp1252"))
    assert records.headers == ("URL", "Title", "Title (2)", "D", "E")
    assert rows_of(records) == [(3, ("/a", "é", "b", "c", "d"))]
    assert records.guessed == {"": "Windows-1252"}


def test_an_encoding_and_a_delimiter_may_be_given() -> None:
    records = read(
        "URL|Title, long\n/a|ё".encode("cp1251"), with_words(encoding="cp1251", delimiter="|")
    )
    assert rows_of(records) == [(2, ("/a", "ё"))]
    wrong = read_records(SourceFile(path="a.csv", data=b"a,b"), with_words(encoding="unknown"))
    assert wrong == Unread(what="encoding", values={"encoding": "unknown"})


def test_rows_in_are_records_and_what_was_left_out() -> None:
    records = read("Title,Views\n" + "a,1\n\n" * 50)
    entries = list(records.entries())
    assert [entry.row for entry in entries] == list(range(1, 102))
    assert sum(isinstance(entry, Record) for entry in entries) == 50
    assert sum(isinstance(entry, LeftOut) for entry in entries) == 51


def test_too_much_is_not_read() -> None:
    def unread(text: str) -> str:
        found = read_records(SourceFile(path="a.csv", data=text.encode()), with_words())
        assert isinstance(found, Unread)
        return found.what

    assert unread("a\n" * 250_001) == "rows"
    assert unread("a,b\n" + "x" * 1_000_001) == "cell"
    assert unread("a,b\n1,2\n" + "," * 3000 + "x") == "wide"
    assert unread('a,b\n"1,2\n') == "quotes"


def test_an_error_and_a_formula_nobody_worked_out_are_no_empty_cells() -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ("Title", "URL", "Owner"))
        sheet.write_row(1, 0, ("Prices", "/prices"))
        sheet.write_formula(1, 2, "=VLOOKUP(A2,B:B,1)", None, "#N/A")
        sheet.write_formula(2, 0, '="Pri"&"ces"')
        sheet.write_formula(2, 1, "=A1", None, "/worked-out")
    plain = made.getvalue()
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain)) as old, zipfile.ZipFile(data, "w") as new:
        for name in old.namelist():
            # Programs that write a formula leave out what it comes to.
            new.writestr(name, old.read(name).replace(b"<v>0</v>", b"<v></v>"))
    records = read_records(SourceFile(path="audit.xlsx", data=data.getvalue()), KNOWN)
    assert isinstance(records, Records)
    assert [cells for _, cells in rows_of(records)] == [
        ("Prices", "/prices", "#N/A"),
        ('="Pri"&"ces"', "/worked-out", ""),
    ]


def test_every_sheet_of_content_is_read_as_its_reader_sees_it_and_the_others_are_told() -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        book.add_worksheet("Read me").write(0, 0, "Audit 2026")
        for name, hidden in (("Blogs", False), ("Old", True)):
            sheet = book.add_worksheet(name)
            # Nothing stands in the first column.
            sheet.merge_range(1, 1, 1, 2, "Page")
            sheet.write_row(2, 1, ("URL", "Title"))
            sheet.write(1, 3, "Status")
            sheet.merge_range(3, 3, 4, 3, "Live")
            sheet.write_row(3, 1, ("/a", "A"))
            sheet.write_row(4, 1, ("/b", "B"))
            if hidden:
                sheet.hide()
        book.add_worksheet("Lists").write_row(0, 0, ("Status", "Views"))
    file = SourceFile(path="audit.xlsx", data=made.getvalue())
    records = read_records(file, replace(KNOWN, subjects=frozenset({"url"})))
    assert isinstance(records, Records)
    assert records.headers == ("A", "URL", "Title", "Status")
    found = [(one.member, one.row, *one.cells.values()) for one in records.records]
    assert found == [("Blogs", 4, "", "/a", "A", "Live"), ("Blogs", 5, "", "/b", "B", "Live")]
    assert [(one.member, one.row, one.reason) for one in records.left_out] == [
        ("Blogs", 1, Reason.BLANK),
        ("Blogs", 2, Reason.HEADINGS),
        ("Blogs", 3, Reason.HEADINGS),
        *((name, 1, Reason.NOT_READ) for name in ("Read me", "Old", "Lists")),
    ]
    named = read_records(file, replace(KNOWN, sheet="old"))
    assert isinstance(named, Records)
    assert [one.cells["URL"] for one in named.records] == ["/a", "/b"]


def test_what_a_sheet_hides_is_told_beside_what_it_holds() -> None:
    def book(*names: str) -> Records:
        made = io.BytesIO()
        with xlsxwriter.Workbook(made) as opened:
            for name in names:
                sheet = opened.add_worksheet(name)
                sheet.write_row(1, 1, ("URL", "Title", "Views"))
                sheet.write_row(2, 1, (f"/{name}", name, 1))
                sheet.set_column(2, 3, None, None, {"hidden": True})
                sheet.set_row(2, None, None, {"hidden": True})
            opened.add_worksheet("Plain").write_row(0, 0, ("URL", "Title"))
        records = read_records(SourceFile(path="audit.xlsx", data=made.getvalue()), KNOWN)
        assert isinstance(records, Records)
        return records

    hidden = Hidden(columns=frozenset(("Title", "Views")), rows=frozenset((3,)))
    assert book("Blogs", "Films").hidden == {"Blogs": hidden, "Films": hidden}
    assert read("URL,Title\n/a,A\n").hidden == {}


def test_a_sheet_of_personas_lists_no_content_where_another_does() -> None:
    def book(*names: str) -> list[str]:
        made = io.BytesIO()
        with xlsxwriter.Workbook(made) as opened:
            for name in names:
                sheet = opened.add_worksheet(name)
                sheet.write_row(0, 0, ("Title", "Status"))
                sheet.write_row(1, 0, (f"In {name}", "live"))
        file = SourceFile(path="audit.xlsx", data=made.getvalue())
        records = read_records(file, replace(KNOWN, others=frozenset({"personas"})))
        assert isinstance(records, Records)
        return [str(one.cells["Title"]) for one in records.records]

    assert book("Personas", "Pages", "Blogs") == ["In Pages", "In Blogs"]
    assert book("Personas") == ["In Personas"]


def test_the_upper_of_two_rows_of_headings_may_group_names_that_nobody_knows() -> None:
    records = read("URL;Persona;;Status\n;CFO;Buyer;\n/a;x;;Live\n", with_words(names=GROUPED))
    assert records.headers == ("URL", "CFO", "Buyer", "Status")
    assert rows_of(records) == [(3, ("/a", "x", "", "Live"))]
    # A row of figures, one with a word beside the groups, and one below a title are no headings.
    for second in (";1;2;", ";CFO;Buyer;Live", "Prices;CFO;Buyer;", ";CFO;;"):
        assert len(rows_of(read(f"URL;Persona;;Status\n{second}\n/a;x;;Live\n"))) == 2
    titled = read("Our content;;;\nURL;Persona;Views;Status\n/a;x;;Live\n")
    assert titled.headers == ("URL", "Persona", "Views", "Status")


def test_an_address_behind_words_is_the_address_of_their_row() -> None:
    known = replace(KNOWN, subjects=frozenset(("URL", "Title")), addresses=frozenset(("URL",)))

    def book(*heads: str) -> Records:
        made = io.BytesIO()
        with xlsxwriter.Workbook(made) as opened:
            sheet = opened.add_worksheet("Content")
            sheet.write_row(0, 0, heads)
            sheet.write_url(1, 0, "https://x.example/a", string="A")
            sheet.write_row(1, 1, ["live", "/own"][: len(heads) - 1])
            sheet.write_url(2, 0, "https://x.example/b", string="B")
            sheet.write_row(2, 1, ["draft", "Read it here"][: len(heads) - 1])
            sheet.write_url(3, 1, "https://x.example/no", string="live")
            sheet.write(3, 0, "C")
        records = read_records(SourceFile(path="audit.xlsx", data=made.getvalue()), known)
        assert isinstance(records, Records)
        return records

    records = book("Title", "Status")
    assert records.headers == ("Title", "Status", "Link")
    assert [one.cells.get("Link") for one in records.records] == [
        "https://x.example/a",
        "https://x.example/b",
        None,
    ]
    records = book("Title", "Status", "URL")
    assert records.headers == ("Title", "Status", "URL")
    links = [one.cells.get("URL") for one in records.records]
    assert links == ["/own", "https://x.example/b", ""]
