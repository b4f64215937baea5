"""Texts as they are compared, decoded and linked: every case with its exact result."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

import pytest

from journeybook.compare import texts
from journeybook.compare.texts import differing, sentences
from journeybook.pages.parts.writing import led_to_steps
from journeybook.sources.tables.tables import read_text
from journeybook.wording import Wording

STEPS = {
    "journeys/a/buy.md": ("journeys/a/index.md", "buy"),
    "journeys/b/a use.md": ("journeys/b/index.md", "use"),
}


@pytest.mark.parametrize(
    ("target", "uri", "led"),
    [
        ("buy.md", "journeys/a/index.md", "index.md#buy"),
        ("buy.md#deep", "journeys/a/index.md", "index.md#deep"),
        ("../b/a%20use.md", "journeys/a/index.md", "../b/index.md#use"),
        ("/journeys/a/buy.md", "notes.md", "/journeys/a/index.md#buy"),
        ("journeys/a/./buy.md", "notes.md", "journeys/a/index.md#buy"),
        ("journeys/a/other.md", "notes.md", "journeys/a/other.md"),
        ("buy.txt", "journeys/a/index.md", "buy.txt"),
        ("https://x.example/journeys/a/buy.md", "notes.md", "https://x.example/journeys/a/buy.md"),
        ("//x.example/journeys/a/buy.md", "notes.md", "//x.example/journeys/a/buy.md"),
        ("", "journeys/a/index.md", ""),
    ],
)
def test_a_link_to_a_step_leads_to_where_it_is_told(target: str, uri: str, led: str) -> None:
    assert led_to_steps(target, uri, STEPS) == led


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two!  Three? Four… five", ["One.", "Two!", "Three?", "Four…", "five"]),
        ("One\ntwo\n\nthree", ["One two", "three"]),
        ("# Head\nOne\n## Known\nTwo", ["# Head", "One", "Two"]),
        ("- a\n- b\n2) d\n> e\n| f |\n: g\n* h\n+ i", [
            "- a", "- b", "2) d", "> e", "| f |", ": g", "* h", "+ i",
        ]),
        ("a <!-- no\none --> b <!-- journeybook/map --> c", ["a b <!-- journeybook/map --> c"]),
        ("  ", []),
    ],
)  # fmt: skip
def test_sentences(text: str, parts: list[str]) -> None:
    assert sentences(text, ("Known",)) == parts


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("A. B.", "A. B.", ("", "")),
        ("A. B.", "A. C.", ("B.", "C.")),
        ("A. B.", "B. A.", ("B.", "B.")),
        ("A.", "A. B. C. D.", ("", "B. C. D.")),
        ("A.", "A. B. C. D. E.", ("", "B. C. D. … and 1 more sentence")),
        ("B. C. D. E. F.", "", ("B. C. D. … and 2 more sentences", "")),
    ],
)
def test_what_is_gone_and_what_is_new(old: str, new: str, told: tuple[str, str]) -> None:
    assert differing(old, new, Wording()) == told


def test_lines_and_long_texts_are_compared_too(monkeypatch: pytest.MonkeyPatch) -> None:
    assert differing("a\n b\nc", "a\nb\nd", Wording(), by_line=True) == ("c", "d")
    monkeypatch.setattr(texts, "_MOST_COMPARED", 3)
    assert differing("A. B. C.", "C. D.", Wording()) == ("A. B.", "D.")
    assert differing("A. B.", "B. A.", Wording()) == ("", "")
    monkeypatch.setattr(texts, "_MOST_COMPARED", 4)
    assert differing("A. B.", "B. A.", Wording()) == ("B.", "B.")


@pytest.mark.parametrize(
    ("data", "encoding", "read"),
    [
        ("é".encode(), None, ("é", "")),
        (BOM_UTF8 + "é".encode(), None, ("é", "")),
        (BOM_UTF16_LE + "é".encode("utf-16-le"), None, ("é", "")),
        (BOM_UTF16_BE + "é".encode("utf-16-be"), None, ("é", "")),
        ("a,é".encode("utf-16-le"), None, ("a,é", "UTF-16")),
        ("a,é".encode("utf-16-be"), None, ("a,é", "UTF-16")),
        ("é".encode("cp1252"), None, ("é", "Windows-1252")),
        (b"a\0bc\0d", None, ("a\0bc\0d", "")),
        (b"a\0bcde", None, ("a\0bcde", "")),
        ("é".encode("cp1250"), "cp1250", ("é", "")),
        (b"\xff", "utf-8", ("\ufffd", "")),
        (b"", None, ("", "")),
    ],
)
def test_bytes_are_read_as_what_they_say(
    data: bytes, encoding: str | None, read: tuple[str, str]
) -> None:
    assert read_text(data, encoding) == read
