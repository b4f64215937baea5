"""What content systems and crawlers export: which of it is content, and what it says."""

import json

import pytest

from journeybook.pipeline import read_handbook
from journeybook.sources.document import SourceFile
from journeybook.sources.records.record import Reason
from journeybook.sources.tables.tables import Unread
from tests.unit.handbooks import SETTINGS, TODAY
from tests.unit.records import exports
from tests.unit.records.exports import cells_of, opened, read, reasons_of, zipped
from tests.words import with_words

INDEX = (
    '<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    "<sitemap><loc>https://noord.example/maps/pages.xml.gz</loc></sitemap>"
    "<sitemap><loc>https://noord.example/gone.xml</loc></sitemap>"
    "<sitemap><loc>https://noord.example/bad.xml</loc></sitemap></sitemapindex>"
)


def test_a_crawl_gives_pages_and_documents() -> None:
    records = read(exports.SCREAMING_FROG, "internal_all.csv")
    assert records.kind == "crawl"
    assert [(cells["Address"], cells["Word Count"]) for cells in cells_of(records)] == [
        ("https://noord.example/", "1204"),
        ("https://noord.example/Prijzen", "804"),
        ("https://noord.example/gids.pdf", ""),
    ]
    assert [reason for _, reason in reasons_of(records)] == [
        *(Reason.HEADINGS, Reason.TWICE, Reason.TYPE, Reason.REDIRECT, Reason.GONE),
        *(Reason.NO_ANSWER, Reason.DUPLICATE, Reason.BLANK),
    ]
    # Other crawlers call the columns otherwise; an audit may hold codes of answers too.
    records = read(
        "URL,HTTP Status Code,Content type\n"
        "/a,200,HTML\n/b,200,Image\n/c,404,HTML\n/d,200,Blog\n/e,,\n",
        "crawl.csv",
    )
    assert [cells["URL"] for cells in cells_of(records)] == ["/a", "/d", "/e"]
    assert [reason for _, reason in reasons_of(records)] == [
        *(Reason.HEADINGS, Reason.TYPE, Reason.GONE),
    ]


def test_an_audit_from_excel_keeps_its_accents() -> None:
    records = read(exports.AUDIT, "audit.csv")
    assert records.guessed == {"": "Windows-1252"}
    assert [record.row for record in records.records] == [4, 5]
    assert cells_of(records)[0]["Titel"] == "Wat kost een café?"
    assert reasons_of(records)[-1] == ("Totaal | 2", Reason.TOTALS)


def test_wordpress_gives_content_with_its_own_fields() -> None:
    records = read(exports.WXR, "noord.wordpress.xml")
    first, draft = cells_of(records)
    assert first["title"] == "Wat kost het? Prijs & voorwaarden"
    assert first["author"] == "Zoë de Wit"
    assert first["post_tag"] == ("CFO", "CTO")
    assert (first["persona"], first["fase"], first["title (2)"]) == (
        *("Inkoper", "overweging", "Een ander"),
    )
    assert first["excerpt"] == "Kort"
    assert not {"_edit_lock", "post_password", "guid", "content", "comment"} & first.keys()
    assert "post_date_gmt" not in draft
    assert "pubDate" not in draft
    assert draft["language"] == "nl-NL"
    assert reasons_of(records) == [
        ("logo", Reason.TYPE),
        ("oud", Reason.REVISION),
        ("weg", Reason.STATUS),
    ]


def test_only_wanted_types_are_content() -> None:
    records = read(exports.WXR, "noord.xml", options=with_words(types=frozenset(("case",))))
    assert [cells["title"] for cells in cells_of(records)] == ["Nog niet af"]


def test_a_sitemap_tells_addresses_days_and_languages() -> None:
    records = read(exports.packed(f"\ufeff\n{exports.SITEMAP}"), "sitemap.xml.gz")
    first, second = cells_of(records)
    assert first["loc"] == "https://noord.example/prijzen"
    assert first["language"] == "nl"
    assert first["alternates"] == "en https://noord.example/en/prices"
    assert second == {"loc": "https://noord.example/"}
    assert reasons_of(records) == [("", Reason.NO_ADDRESS)]


def test_an_index_is_read_with_the_sitemaps_that_lie_beside_it() -> None:
    records = read(
        INDEX,
        "maps/sitemap.xml",
        SourceFile(path="maps/pages.xml.gz", data=exports.packed(exports.SITEMAP)),
        SourceFile(path="maps/bad.xml", data=b"<urlset><"),
    )
    assert {record.member for record in records.records} == {"maps/pages.xml"}
    assert len(cells_of(records)) == 2
    assert reasons_of(records)[1:] == [
        ("https://noord.example/gone.xml", Reason.NOT_READ),
        ("https://noord.example/bad.xml", Reason.BROKEN),
    ]


def test_an_index_that_names_itself_ends() -> None:
    own = INDEX.replace("gone.xml", "sitemap.xml")
    records = read(own, "sitemap.xml", SourceFile(path="sitemap.xml", data=own.encode()))
    assert not cells_of(records)
    assert len(reasons_of(records)) > 3
    # One that names another goes three deep.
    chain = [
        SourceFile(path=f"{at}.xml", data=INDEX.replace("gone", f"{at + 1}").encode())
        for at in range(9)
    ]
    records = read(INDEX.replace("gone", "0"), "sitemap.xml", *chain)
    deepest = [one for one, _ in reasons_of(records) if one.rpartition("/")[2][0].isdigit()]
    assert deepest == ["https://noord.example/3.xml"]


def test_notion_tells_rows_and_relations_without_its_numbers() -> None:
    records = read(exports.notion(), "export.zip")
    assert records.kind == "notion"
    first, second = cells_of(records)
    assert first["Persona"] == ("CFO", "CTO")
    assert first["Publicatie"] == "March 1, 2026"
    assert second["Name"] == "Los idee (2)"
    assert {record.member for record in records.records} == {"Marketing/Content.csv"}
    assert reasons_of(records)[-1] == ("Marketing", Reason.NOT_READ)


@pytest.mark.parametrize(
    ("file", "data", "place"),
    [
        ("export.zip", exports.notion(), "2:2"),
        ("list.csv", b"Name,Persona\nPrices,Boss\n", "2:2"),
        ("list.json", b'[{"Name": "A"},\n{"Name": "B", "Persona": "Boss"}]', "2:1"),
    ],
)
def test_a_name_that_means_nobody_is_told_in_its_column(file: str, data: bytes, place: str) -> None:
    columns = "{title: Name, personas: Persona}"
    files = {
        "site_config/inventory.yml": f"sources: [{{file: {file}, columns: {columns}}}]".encode(),
        "content/personas/user.md": b"# User",
        file: data,
    }
    sources = [SourceFile(path=path, data=text) for path, text in files.items()]
    findings = read_handbook(sources, SETTINGS, TODAY).findings
    spans = {one.span for one in findings if one.code == "unmapped-value"}
    assert [f"{span.line}:{span.column}" for span in spans] == [place]


def test_json_may_hold_an_item_in_each_line_or_be_a_list_of_records() -> None:
    records = read('{"title": "A"}\n\n{"title": "B"}\n', "posts.ndjson")
    assert [(one.row, one.cells["title"]) for one in records.records] == [(1, "A"), (3, "B")]
    records = read('{"records": [\n{"id": 1, "fields": {"Titel": "A"}}]}', "airtable.json")
    assert [(one.row, one.cells["fields Titel"]) for one in records.records] == [(2, "A")]


def test_contentful_speaks_the_language_that_is_asked_for() -> None:
    dutch = cells_of(read(exports.contentful(), "c.json", options=with_words(language="nl")))[0]
    english = cells_of(read(exports.contentful(), "c.json"))[0]
    assert (dutch["title"], dutch["persona"], dutch["slug"]) == ("Wat kost het?", "CFO", "price")
    assert english["title"] == "What does it cost?"
    assert english["status"] == "published"
    assert "body" not in dutch


def test_posts_of_wordpress_as_json_have_the_names_of_their_taxonomies() -> None:
    post = {
        "id": 7,
        "title": {"rendered": "A &amp; <b>b</b>"},
        "status": "publish",
        "type": "post",
        "categories": [3],
        "acf": {"persona": ["cfo", "cto"]},
        "_embedded": {"wp:term": [[{"taxonomy": "category", "name": "Prijs"}]]},
    }
    # Two answers of a hundred posts each, put into one file.
    records = read(json.dumps([[post], [{**post, "status": "trash"}]]), "posts.json")
    assert records.kind == "wordpress-json"
    (cells,) = cells_of(records)
    assert cells == {
        "id": "7",
        "title": "A & b",
        "status": "publish",
        "type": "post",
        "acf persona": ("cfo", "cto"),
        "categories": "Prijs",
    }
    assert reasons_of(records) == [("A & b", Reason.STATUS)]


def test_hubspot_tells_days_as_days() -> None:
    page = {
        "name": "Prijs",
        "currentState": "PUBLISHED",
        "publishDate": 1700000000000,
        "archivedAt": "1970-01-01T00:00:00Z",
        "tagIds": [4, 5],
    }
    gone = {**page, "name": "Weg", "archivedAt": "2026-01-05T00:00:00Z"}
    records = read(json.dumps({"total": 2, "results": [page, gone]}), "pages.json")
    (cells,) = cells_of(records)
    assert [one.text for one in records.left_out] == ["Weg"]
    assert cells["publishDate"] == "2023-11-14T22:13:20+00:00"
    assert cells["tagIds"] == ("4", "5")
    assert "archivedAt" not in cells


@pytest.mark.parametrize(
    ("data", "name", "what"),
    [
        ('<!DOCTYPE a [<!ENTITY b "x">]><urlset/>', "a.xml", "doctype"),
        ("<urlset>\n<url>\x01</url></urlset>", "a.xml", "xml"),
        ("<html></html>", "a.xml", "shape"),
        ('<?xml version="1.0" encoding="none"?><urlset/>', "a.xml", "xml"),
        ("[" * 100_000, "a.json", "deep"),
        ('{"a": 1', "a.json", "json"),
        ("[1, 2]", "a.json", "shape"),
        ("", "a.csv", "empty"),
        (b"PK\x03\x04broken", "a.zip", "broken"),
        (b"\x1f\x8bbroken", "a.xml.gz", "broken"),
        (zipped({"a.csv": "a,b", "b.csv": "a,b"}), "a.zip", "member"),
        (zipped({}) + b" ", "a.zip", "format"),
    ],
)
def test_what_is_not_read_says_why(data: str | bytes, name: str, what: str) -> None:
    found = opened(data, name)
    assert isinstance(found, Unread)
    assert found.what == what


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (exports.packed("0" * 1_001), "a.csv.gz"),
        (zipped({"a.csv": "0" * 600, "b.csv": "0" * 600}), "a.zip"),
        (zipped({"a.zip": zipped({"b.csv": "0" * 900}), "c.csv": "0" * 700}), "b.zip"),
    ],
)
def test_what_is_packed_is_unpacked_as_far_as_a_limit(
    data: bytes, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journeybook.sources.records.packed.MOST_UNPACKED", 1_000)
    monkeypatch.setattr("journeybook.sources.records.archive.MOST_UNPACKED", 1_000)
    assert opened(data, name) == Unread(what="unpacked")


def test_the_line_that_is_no_xml_is_told() -> None:
    assert opened("\n<urlset>\n<url>\x01</url></urlset>", "a.xml") == Unread(
        what="xml", values={"line": "3"}
    )


def test_members_of_a_zip_are_read_as_one() -> None:
    file = zipped({"2026/a.csv": "Title,Type\nA,blog", "2026/b.csv": "Title,Phase\nB,buy", "c": ""})
    records = read(file, "a.zip", options=with_words(member="*.csv"))
    assert [(one.member, one.row, one.cells["Title"]) for one in records.records] == [
        ("2026/a.csv", 2, "A"),
        ("2026/b.csv", 2, "B"),
    ]
    assert records.headers == ("Title", "Type", "Phase")


@pytest.mark.parametrize(
    ("text", "name", "lines"),
    [
        (
            "\n<urlset>\n<url><loc>a</loc></url>\n<!-- <url> -->\n<url><loc>b</loc></url></urlset>",
            "a.xml",
            [3, 5],
        ),
        ("<urlset><url><loc>a</loc></url><url><loc>b</loc></url></urlset>", "a.xml", [1, 2]),
        ('[\n {"title": "a"},\n\n {"title": [1,\n2]}\n]', "a.json", [2, 4]),
        ('{"n": [{}], "results":\n [{"title":"]"},\n{"title": "b"}], "x": 1}', "a.json", [2, 3]),
        ('[{"title": "a"}, {"title": "b"}]', "a.json", [1, 2]),
        ('[[{"title": "a"}],\n[{"title": "b"}]]', "a.json", [1, 2]),
    ],
)
def test_a_record_stands_in_its_line_where_lines_part_them(
    text: str, name: str, lines: list[int]
) -> None:
    records = read(text, name)
    assert [one.row for one in records.records] == lines
