"""How much content is used, read from the exports of four tools in their languages."""

from datetime import date

import pytest

from journeybook.sources.document import SourceFile
from journeybook.sources.records.record import Reason
from journeybook.sources.records.use.columns import tells_use
from journeybook.sources.records.use.reading import Given, UseRead, read_use
from journeybook.sources.tables.tables import Unread
from tests.unit.records import use_exports
from tests.unit.records.exports import zipped
from tests.words import WORDS, with_words


def read(data: str | bytes, name: str = "use.csv", given: Given | None = None) -> UseRead | Unread:
    file = SourceFile(path=name, data=data.encode() if isinstance(data, str) else data)
    return read_use(file, with_words(), given or Given())


def figures(data: str | bytes, name: str = "use.csv") -> UseRead:
    found = read(data, name)
    assert isinstance(found, UseRead), found
    return found


def test_analytics_tells_its_time_above_the_table() -> None:
    found = figures(use_exports.ANALYTICS)
    assert (found.since, found.until) == (date(2026, 9, 1), date(2026, 11, 30))
    assert [(one.address, one.row, one.figures) for one in found.rows] == [
        ("/prijzen/", 9, {"views": 1204, "visitors": 980, "conversions": 14}),
        ("/oud", 10, {"views": 30, "visitors": 20, "conversions": 0}),
        ("/elders", 12, {"views": 7, "visitors": 7, "conversions": 0}),
    ]
    assert found.is_whole
    reasons = {one.row: one.reason for one in found.left_out}
    assert (reasons[11], reasons[13], reasons[17]) == (
        *(Reason.NOT_SET, Reason.NO_ADDRESS, Reason.OTHER_TABLE),
    )


def test_search_console_tells_pages_and_queries_in_dutch() -> None:
    found = figures(use_exports.search_console(), "noord.zip")
    assert (found.since, found.until) == (date(2026, 9, 1), date(2026, 11, 25))
    pages = [(one.address, one.figures["clicks"]) for one in found.rows if one.address]
    assert pages == [
        ("https://www.noord.example/prijzen", 1310),
        ("https://noord.example/prijzen/?utm_source=mail", 10),
    ]
    queries = [(one.query, one.figures["impressions"]) for one in found.rows if one.query]
    assert queries[0] == ("wat kost warmtepomp", 9020)
    assert len(queries) == 3
    assert {one.member for one in found.left_out if one.reason is Reason.NOT_READ} == {
        *("Landen.csv", "Datums.csv", "Filters.csv"),
    }


def test_of_a_bundle_only_tables_of_pages_count_and_parts_of_one_are_no_thousands() -> None:
    bundle = {
        "pages.csv": "name,visitors,pageviews\n/a,120,140\n",
        "entry_pages.csv": "name,visitors,visits\n/a,20,21\n",
        "browsers.csv": "name,visitors\nFirefox,3\n",
        "visitors.csv": "date,visitors\n2026-10-01,3\n2026-10-31,3\n",
    }
    found = figures(zipped(dict(bundle)), "plausible.zip")
    assert sorted((one.member, one.address) for one in found.rows) == [
        *(("entry_pages.csv", "/a"), ("pages.csv", "/a")),
    ]
    given = Given(stretch=(date(2026, 10, 1), date(2026, 10, 31)))
    parts = read("Page path,Views,Key events\n/a,1.204,0.333\n", given=given)
    assert isinstance(parts, UseRead)
    assert [one.figures for one in parts.rows] == [{"views": 1204, "conversions": 0}]


def test_two_times_beside_each_other_are_use_and_told_apart_by_nobody() -> None:
    heads = ("Top pages", "8/1/26 - 8/31/26 Clicks", "7/1/26 - 7/31/26 Clicks")
    assert tells_use(heads, WORDS.exports)
    found = read(f"{','.join(heads)}\nhttps://a.nl/,3,4\n")
    assert isinstance(found, Unread)
    assert found.what == "figures"


def test_search_console_as_a_workbook() -> None:
    found = figures(use_exports.search_workbook(), "noord.xlsx")
    assert [(one.address, one.figures) for one in found.rows] == [
        ("https://noord.example/prijzen", {"clicks": 7})
    ]
    assert (found.since, found.until) == (date(2026, 10, 1), date(2026, 10, 31))


def test_a_thousand_pages_of_a_search_may_not_be_all() -> None:
    rows = "".join(f"https://noord.example/{at},1,2\n" for at in range(1_000))
    given = Given(stretch=(date(2026, 10, 1), date(2026, 10, 31)))
    found = read(f"Top pages,Clicks,Impressions\n{rows}", given=given)
    assert isinstance(found, UseRead)
    assert not found.is_whole


@pytest.mark.parametrize(
    ("data", "name", "address", "told", "stretch"),
    [
        (
            use_exports.GERMAN_PAGES,
            "Seiten 2026-10.csv",
            "https://noord.example/a",
            {"clicks": 5, "impressions": 60},
            (date(2026, 10, 1), date(2026, 10, 31)),
        ),
        (
            use_exports.MATOMO.encode("utf-16"),
            "Export _ Actions - Page URLs _ October 2026-10.csv",
            "https://noord.example/prijzen",
            {"visits": 310, "views": 402},
            (date(2026, 10, 1), date(2026, 10, 31)),
        ),
        (
            use_exports.PLAUSIBLE,
            "imported_pages_20261001_20261031.csv",
            "/prijzen",
            {"views": 9, "visits": 4, "visitors": 3},
            (date(2026, 10, 1), date(2026, 10, 1)),
        ),
        (
            "Page path,Views\n/a,1 204\n",
            "2026-01-01 to 2026-03-31.csv",
            "/a",
            {"views": 1204},
            (date(2026, 1, 1), date(2026, 3, 31)),
        ),
    ],
)
def test_other_tools_tell_their_time_in_their_own_way(
    data: str | bytes,
    name: str,
    address: str,
    told: dict[str, int],
    stretch: tuple[date, date],
) -> None:
    first = figures(data, name).rows[0]
    assert (first.address, first.figures, (first.since, first.until)) == (address, told, stretch)


def test_headings_of_ones_own_can_be_given() -> None:
    given = Given(
        stretch=(date(2026, 10, 1), date(2026, 10, 31)),
        columns=(("address", "Waar"), ("views", "Hoe vaak")),
    )
    found = read("Waar;Hoe vaak\n/a;3\n/b;veel\n", given=given)
    assert isinstance(found, UseRead)
    assert [(one.address, one.figures) for one in found.rows] == [("/a", {"views": 3})]
    assert found.left_out[-1].reason is Reason.BROKEN


@pytest.mark.parametrize(
    ("data", "what"),
    [
        ("Page,Views\n/a,1\n", "time"),
        ("Land,Weergaven\nNL,1\n", "figures"),
        ("", "empty"),
        (b"PK\x03\x04", "broken"),
        ('Page,Views\n"/a,1\n', "quotes"),
    ],
)
def test_what_is_not_read_says_why(data: str | bytes, what: str) -> None:
    found = read(data)
    assert isinstance(found, Unread)
    assert found.what == what
