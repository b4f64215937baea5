"""Texts as they are compared, decoded and linked: every case with its exact result."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

import pytest
from mkdocs.utils.meta import get_data

from journeybook.codes import Code
from journeybook.compare import texts
from journeybook.compare.texts import differing, sentences
from journeybook.findings import Mistake
from journeybook.pages.parts.writing import led_to_steps, with_meta
from journeybook.sources.document import SourceFile
from journeybook.sources.prose import (
    first_heading,
    headings_below,
    prose_lines,
    split_front_matter,
    split_title,
)
from journeybook.sources.tables.tables import read_text
from journeybook.sources.texts import decoded
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


@pytest.mark.parametrize(
    ("text", "level", "moved"),
    [
        ("# A\ntext\n### B #\n## C {#c}", 2, "### A\ntext\n##### B #\n#### C {#c}"),
        ("### A\n#### B", 1, "## A\n### B"),
        ("###### A\n# B", 4, "###### A\n##### B"),
        ("```\n# no\n```\n## A\n    # B", 2, "```\n# no\n```\n### A\n    # B"),
        ("#no\n#\tA\n####### no\n# ", 1, "#no\n##\tA\n####### no\n# "),
        ("text\n\nmore", 3, "text\n\nmore"),
    ],
)
def test_headings_stand_below_those_around_them(text: str, level: int, moved: str) -> None:
    assert headings_below(text, level) == moved


@pytest.mark.parametrize(
    ("text", "heading", "title"),
    [
        ("\n\n# A #\nrest\n# B", "A", ("# A #", "rest\n# B")),
        ("\ntext\n# A \t\nrest", "A", ("# A \t", "text\nrest")),
        ("# A {#a .b} \n", "A", ("# A {#a .b} ", "")),
        ("# A# #\n", "A#", ("# A# #", "")),
        ("# C#\n", "C#", ("# C#", "")),
        ("# C\t#\n", "C", ("# C\t#", "")),
        ("# {#a}\n", "", ("# {#a}", "")),
        ("## A\n```\n# B\n```\n~~~~\n~~~\n# C\n~~~~\n#D", None, ("", None)),
        ("```\n# A\n~~~\n````\n# B", "B", ("# B", "```\n# A\n~~~\n````\n")),
        ("![A](a.svg)\n\n# A\n\n# B\n", "A", ("# A", "![A](a.svg)\n\n\n# B\n")),
        ("## A\n# B\n", "B", ("", None)),
        ("<!--\n# A\n-->\n# B\n", "A", ("# B", "<!--\n# A\n-->\n")),
    ],
)
def test_a_page_is_called_by_its_first_heading(
    text: str, heading: str | None, title: tuple[str, str | None]
) -> None:
    assert first_heading(text) == heading
    assert split_title(text) == (title[0], text if title[1] is None else title[1])


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a `b` c ``d ` e`` f", "a     c           f"),
        ("` a ``b`` ` c", "            c"),
        ("`` a ` b `c` `` d", "                d"),
        ("a ` b", "a ` b"),
        ("` ``a`` b", "`       b"),
        ("`a` `` `b` ``` c", "    ``     ``` c"),
        ("a\n  ```py\n  b\n  ```\n    ```\nc `d`", "a\n\n\n\n    ```\nc    "),
    ],
)
def test_code_is_blanked_out(text: str, plain: str) -> None:
    assert "\n".join(prose_lines(text)) == plain


@pytest.mark.parametrize(
    ("text", "yaml", "body", "line"),
    [
        ("---\na: b\n---\n# C\n", "a: b\n", "# C\n", 4),
        ("--- \na: b\n...\t\n\nC", "a: b\n", "\nC", 4),
        ("---\n---\nC", "", "C", 3),
        ("---\na: ---\n--- b\n", "", "a: ---\n--- b\n", 2),
        ("---", "", "", 2),
        (" ---\na: b\n---\n", "", " ---\na: b\n---\n", 1),
    ],
)
def test_front_matter_ends_at_its_own_line(text: str, yaml: str, body: str, line: int) -> None:
    parts = split_front_matter(text)
    assert (parts.yaml, parts.body, parts.body_line) == (yaml, body, line)
    assert parts.unclosed == (line == 2)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32-le", "latin-1"])
def test_a_file_in_another_encoding_is_told(encoding: str) -> None:
    data = "---\ntitle: Café\n---\n".encode(encoding)
    told = decoded(SourceFile(path="a.md", data=data))
    assert isinstance(told, Mistake)
    assert told.code == Code.NOT_UTF_8


@pytest.mark.parametrize(
    "title", ["Café 🎉", "👩‍🔬 # & “one”: 'two'", "\ufeffa\x85b\u2028c\x7f\ud83d"]
)
def test_any_title_is_read_back_from_the_front_matter_of_its_page(title: str) -> None:
    page = with_meta({"title": title, "hide": ["toc"]}, "Text.")
    assert get_data(page) == (
        "Text.",
        {"title": title.replace("\ud83d", "\ufffd"), "hide": ["toc"]},
    )
    page.encode()
