"""Small words of inventories: dates, addresses, and the text of inventory.yml."""

import pytest

from journeybook.adapters.disk.resources import shipped
from journeybook.handbook.inventories.dates import Order, order_in, plain_date
from journeybook.handbook.inventories.likely import choice_meant
from journeybook.handbook.inventories.web import (
    address_in,
    id_of,
    is_address,
    page_of,
    whole_address,
)
from journeybook.resources import languages_of
from journeybook.schema.settings.inventory import Key
from journeybook.sources.edits.inventory_text import with_source
from journeybook.sources.settings.configuration import words_of


@pytest.mark.parametrize(
    ("written", "order", "read"),
    [
        ("2026-03-01", None, "2026-03-01"),
        ("20260301", None, "2026-03-01"),
        ("2026-03-01 12:30:00", None, "2026-03-01"),
        ("3/1/2026", None, "3/1/2026"),
        ("3/1/2026", "day-month", "2026-01-03"),
        ("3/1/2026", "month-day", "2026-03-01"),
        ("31/1/2026", None, "2026-01-31"),
        ("1/31/26", None, "2026-01-31"),
        ("5-5-2026", None, "2026-05-05"),
        ("Tue, 03 Mar 2026 10:00:00 +0000", None, "03 Mar 2026"),
        ("March 1, 2026 → March 4, 2026", None, "March 1, 2026"),
        ("yesterday", None, "yesterday"),
        ("46082", None, "2026-03-01"),
        ("05/2026", None, "2026-05"),
        ("Mon Mar 02 2026 10:00:00 GMT+0000 (Coordinated Universal Time)", None, "Mar 02 2026"),
        ("Monday, March 2, 2026", None, "March 2, 2026"),
        ("2026", None, "2026"),
        ("46082.0", None, "2026-03-01"),
        ("3-mrt-26", None, "3-mrt-2026"),
        ("15 april '26", None, "15 april 2026"),
        ("mrt-26", None, "mrt-26"),
    ],
)
def test_a_date_is_read_as_it_is_meant_and_never_guessed(
    written: str, order: Order | None, read: str
) -> None:
    assert plain_date(written, order) == read


@pytest.mark.parametrize(
    ("key", "cell", "meant"),
    [
        ("decision", "Merge with /prices", "merge"),
        ("decision", "archiveren: niemand leest dit", "remove"),
        ("decision", "udpate", "update"),
        ("decision", "Remove/redirect", "remove"),
        ("decision", "Remove?", ""),
        ("decision", "see notes", ""),
        ("effort", "Small (half a day)", "small"),
        ("effort", "smal", "small"),
        ("effort", "all", ""),
        ("owner", "keep", ""),
    ],
)
def test_one_of_few_words_is_meant_by_its_beginning_or_in_spite_of_a_slip(
    key: Key, cell: str, meant: str
) -> None:
    words = words_of(languages_of(shipped()).values())
    assert choice_meant(key, cell, words) == meant


def test_one_clear_date_tells_the_order_of_its_column() -> None:
    assert order_in(["3/1/2026", "31/1/2026"]) == "day-month"
    assert order_in(["3/1/2026", "1/31/2026"]) == "month-day"
    assert order_in(["3/1/2026", "5/5/2026", "soon"]) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.example.org/a/", "http://example.org/a?utm_source=x&gclid=1", True),
        ("https://example.org/a?id=1", "https://example.org/a?id=2", False),
        ("https://example.org/caf%C3%A9", "https://example.org/café", True),
        ("https://example.org/a", "https://other.org/a", False),
        ("https://EXAMPLE.org/A", "https://example.org/a", False),
    ],
)
def test_addresses_of_one_page_are_one(one: str, other: str, same: bool) -> None:
    assert (page_of(one) == page_of(other)) is same


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.example.org/", "home"),
        ("https://example.org/blog/What%20it%20costs.html", "blog/what-it-costs"),
        ("/blog/a/", "blog/a"),
        ("https://example.org/p?id=7", "p-id-7"),
    ],
)
def test_an_id_is_made_of_the_path(address: str, name: str) -> None:
    assert id_of(address) == name


def test_an_address_is_made_whole() -> None:
    assert whole_address("/a", "https://example.org/") == "https://example.org/a"
    assert whole_address("www.example.org/a", None) == "https://www.example.org/a"
    assert whole_address("/a", None) == "/a"
    assert whole_address("blog/a.html", "https://example.org") == "https://example.org/blog/a.html"
    no_addresses = ("Click here", "javascript:alert(1)")
    addresses = ("example.org/a b", "https://a.nl/a b", "/a", "a.html")
    assert [is_address(one) for one in (*no_addresses, *addresses)] == [0, 0, 1, 1, 1, 1]


ENTRY = {"file": "a b.csv", "columns": {"title": "Titel: lang"}, "adds": False}


def test_a_source_is_added_and_every_other_byte_stays() -> None:
    text = "# Ours\r\nsources:\r\n- file: x.csv   # the first\r\n  id: 'address'\r\n"
    added = with_source(text, ENTRY)
    assert added is not None
    assert added.startswith(text)
    assert added.removeprefix(text) == (
        '- file: a b.csv\r\n  columns:\r\n    title: "Titel: lang"\r\n  adds: false\r\n'
    )


def test_a_source_is_added_above_what_else_stands_there() -> None:
    uses = "\n# How much is used\nuse:\n  - file: ga4.csv\n"
    assert with_source(f"sources:\n  - file: x.csv\n{uses}", {"file": "y.csv"}) == (
        f"sources:\n  - file: x.csv\n\n  - file: y.csv\n{uses[1:]}"
    )
    assert with_source(uses, {"file": "y.csv"}) == f"{uses}sources:\n  - file: y.csv\n"


@pytest.mark.parametrize(
    "text", ["sources: [{file: a}]\n", "- a\n", "sources: a.csv\n", "sources: {\n"]
)
def test_what_cannot_grow_for_certain_is_left_alone(text: str) -> None:
    assert with_source(text, ENTRY) is None


@pytest.mark.parametrize(
    ("cell", "address"),
    [
        ("https://x.example/a", "https://x.example/a"),
        ("[Prices](https://x.example/a)", "https://x.example/a"),
        ('=HYPERLINK("https://x.example/a";"Prices")', "https://x.example/a"),
        ("Prices (https://x.example/a_(b))", "https://x.example/a_(b)"),
        ("Prices: http://x.example/a.", "http://x.example/a"),
        ("https://x.example/my page", "https://x.example/my page"),
        ("/prices", "/prices"),
        (
            "a https://x.example/a b https://x.example/b",
            "a https://x.example/a b https://x.example/b",
        ),
    ],
)
def test_the_only_address_in_a_text_is_taken_out_of_it(cell: str, address: str) -> None:
    assert address_in(cell) == address


@pytest.mark.parametrize(
    ("cell", "is_one"),
    [
        ("https://web.archive.org/web/2020/https://x.example/a", True),
        ("https://x.example/a, https://x.example/b", False),
        ("https://x.example/a|https://x.example/b", False),
        ("https://x.example/a https://x.example/b", False),
        ("mailto:ann@x.example", False),
        ("\\\\server\\share\\prices.pdf", False),
        ("Prices.pdf", False),
        ("x.example/prices.pdf", True),
        ("/files/prices.pdf", True),
    ],
)
def test_several_addresses_and_files_of_a_disk_are_none(cell: str, is_one: bool) -> None:
    assert is_address(cell) is is_one
