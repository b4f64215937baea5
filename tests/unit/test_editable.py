"""The sheets of an export that may be edited, as a whole, and what is read back of them."""

import json
from collections.abc import Sequence
from datetime import date

import pytest

from journeybook.exports.office.editable import editable_tables, joined, read_base
from journeybook.exports.tags_table import with_tags
from journeybook.fixes.tags import Tags
from journeybook.handbook.entities import Asset
from journeybook.pages.parts.table import Table
from journeybook.wording import Wording
from tests.reading_back import read_table
from tests.unit.handbooks import judged
from tests.unit.held import hold

LONG = "ab" * 20_000
FILES = {
    "site_config/journeybook.yml": "language: nl",
    "personas/cfo.md": (
        "---\ntitle: CFO\ngoals: [Save, {text: Grow, importance: 2}]\npains: Waits\n"
        "channels: {primary: [site, desk], secondary: mail}\naliases: [a, b; c]\nowner:\n---\n"
    ),
    "personas/cto.md": f"---\ntitle: CTO\nquote: {LONG}\ntags: [t, u]\n---\n",
    "personas/none.md": "# Nothing",
    "phases/buy.md": "---\norder: 1\nexpects: {assets: 2, types: [blog, case]}\n---\n# Buy",
    "channels/site.md": "# Site",
    "assets/a.md": (
        "---\ntitle: A\ntype: blog\nuse: [{month: 2026-01, views: 3}]\ncta: {text: Go}\n---\n"
    ),
    "actions/a.md": "---\ntitle: Act\nkpi: Calls\nkpis: [{name: Sales, target: 3}]\n---\n",
    "research/r.md": "---\ntitle: R\nfindings: [One]\nquotes: [{text: Two, role: Boss}]\n---\n",
    "journeys/cfo/index.md": "---\npersona: cfo\nkpis: Orders\n---\n",
    "journeys/cfo/buy.md": (
        "---\nneeds: [One, {text: Two}]\nemotion: [{score: 1}, glad]\n"
        "touchpoints: [{title: Calls, channel: site, others: [{name: Shop}]}]\n"
        "drop_offs: [{text: Leaves, why: Slow}]\nexpectations: [An answer]\nquestions: Why?\n---\n"
    ),
}


def told(table: Table) -> str:
    columns = (f"{one.title} {one.width} {'/'.join(one.choices)}".rstrip() for one in table.columns)
    rows = (" | ".join("" if cell is None else str(cell) for cell in row) for row in table.rows)
    return "\n".join((f"== {table.title} ==", *columns, *rows)).replace(LONG[:1000], "LONG ")


def test_the_sheets_and_what_they_held() -> None:
    book = judged(FILES)
    tables, (base,) = editable_tables(book.site, book.documents)
    hold("editable", map(told, (*tables, base)))
    back = read_base([["" if cell is None else str(cell) for cell in row] for row in base.rows])
    assert len(back) == len(base.rows)
    assert back["content/personas/cto.md", "", 0]["quote"] == LONG[:32_000]
    assert back["content/journeys/cfo/buy.md", "needs", 2] == {"text": "Two"}


def test_days_can_be_sorted_and_all_else_stays_as_it_is_typed() -> None:
    days = {"assets/a.md": "2026-03-01", "assets/b.md": "March 2026", "assets/c.md": "1899-03-01"}
    files = {path: f"---\ntitle: 1\npublished: {day}\n---\n" for path, day in days.items()}
    said = {"journeys/cfo/buy.md": '---\nneeds: [{text: "2026-03-01", since: 2026-03-01}]\n---\n'}
    book = judged(FILES | files | said)
    (content, *_, statements), _ = editable_tables(book.site, book.documents)
    heads = [one.title for one in content.columns]
    assert [row[heads.index("published")] for row in content.rows] == [
        date(2026, 3, 1),
        "March 2026",
        "1899-03-01",
    ]
    assert [one.title for one in content.columns if not one.keeps] == [
        *("file", "published", "due", "reviewed"),
    ]
    assert {"text", "target"} <= {one.title for one in statements.columns if one.keeps}
    need = next(row for row in statements.rows if row[1] == "needs")
    assert need[3] == "2026-03-01"
    assert date(2026, 3, 1) in need


def test_what_was_spoilt_is_left_out() -> None:
    rows = [
        ["file", "lane", "place", "cells 1", "cells 2"],
        ["a.md", "", "0", '{"x": ', '"y"}'],
        ["a.md", "", "0"],
        ["b.md", "", "", "{}"],
        ["c.md", "", "0", "{"],
        ["d.md", "", "0", "[]"],
        ["d.md", "", "1", "[" * 100_000],
        ["e.md", "needs", "2", "{}"],
    ]
    assert read_base(rows) == {("a.md", "", 0): {"x": "y"}, ("e.md", "needs", 2): {}}


@pytest.mark.parametrize(
    ("items", "cell"),
    [(["a", "b"], "a; b"), (["a;", "b"], "a;\nb"), ([], ""), (["x" * 32_001], "x" * 32_000)],
)
def test_a_list_in_a_cell(items: list[str], cell: str) -> None:
    assert joined(items) == cell


def test_nothing_is_nothing_to_edit() -> None:
    book = judged({"index.md": "# Nothing"})
    assert editable_tables(book.site, book.documents) == ((), ())


def tagged(data: bytes, tags: list[Tags], untold: Sequence[Asset] = ()) -> bytes:
    return with_tags(data, tags, Wording(), untold)


def test_accepted_suggestions_stand_in_a_table_once_each() -> None:
    assets = judged(FILES | {"assets/b.md": "# =B"}).handbook.assets
    tags = Tags(asset=assets["a"], personas=("cfo", "cto"), phases=("buy",), answers=("q",))
    more = Tags(asset=assets["b"], type="blog")
    first = tagged(b"", [tags])
    both = tagged(first, [tags, more])
    assert read_table(first) == (
        ("id", "title", "type", "personas", "phases", "answers"),
        ("a", "A", "", "cfo; cto", "buy", "q"),
    )
    assert both == first + b"b,'=B,blog,,,\r\n"
    assert tagged(first.rstrip(), [more]) == both
    assert tagged(both, [more]) == both
    assert tagged(b"\n", [more]) == tagged(b"", [more])
    assert json.dumps(read_table(tagged(first + b"\r\n", [tags]))).count("cfo; cto") == 1
    # Rows of which nothing is suggested are there to fill in, and later suggestions fill them too.
    left = tagged(first, [], [assets["a"], assets["b"]])
    assert left == first + b"b,'=B,,,,\r\n"
    assert tagged(left, [more]) == both
    # A spreadsheet saves it with other signs, in another order, and with a column of one's own.
    saved = "Café;personas;id;title\r\nOké;cfo;a;A\r\n;;b;=B\r\n".encode("cp1252")
    assert read_table(tagged(saved, [tags, more])) == (
        ("Café", "personas", "id", "title", "type", "phases", "answers"),
        ("Oké", "cfo", "a", "A", "", "", ""),
        ("", "", "b", "=B", "blog", "", ""),
    )
