"""What is proposed for files that are no source yet, and what their use tells of content."""

from collections.abc import Iterator, Mapping
from datetime import date

import pytest

from journeybook.handbook.index.known_use import Unused, unused
from journeybook.handbook.inventories.proposing import proposal_for, usual_host
from journeybook.sources.document import SourceFile
from journeybook.sources.tables.tables import Unread
from tests.unit.handbooks import judged
from tests.unit.held import hold, hold_each
from tests.unit.importing.reading import Rows, book_of

BOOK = judged(
    {
        "personas/cto.md": "---\ntitle: CTO\naliases: [Chief Technology Officer]\n---\n",
        "personas/plant-manager.md": "# Plant manager",
        "phases/awareness.md": "---\norder: 1\n---\n# Awareness",
        "phases/decision.md": "---\norder: 2\n---\n# Decision",
        "channels/site.md": "---\naliases: [website]\n---\n# Site",
        "channels/fair.md": "# Fair",
        "assets/a.md": "---\ntitle: A\nurl: https://x.example/a\n---\n",
        "assets/b.md": "---\ntitle: B\nurl: https://y.example/b\n---\n",
        "assets/c.md": "---\ntitle: C\nurl: https://x.example/c\n---\n",
    }
)


def test_what_is_proposed_for_a_table() -> None:
    hold_each("proposals", proposed)


def proposed(text: str) -> Iterator[str]:
    """Tell all that is proposed for a table."""
    ending = {"<": "xml", "[": "json"}.get(text[0], "csv")
    file = SourceFile(path=f"table.{ending}", data=text.encode())
    found = proposal_for(file.path, [file], BOOK.handbook, BOOK.bench.words)
    assert not isinstance(found, Unread)
    yield from (f"{key}: {value}" for key, value in found.entry.items())
    yield from (f"unknown {key}: {words}" for key, words in found.unknown.items())
    if found.tells_no_status:
        yield "all count as ideas"


SITE = {
    "content/a.md": "---\ntitle: A\npersonas: CTO\nfase: Awareness\npublishDate: 2026-01-02\n---\n",
    "content/b.md": "---\naudience: [CTO]\nphases: Decision\ndate: 2026-01-03\nauthor: Ann\n---\n",
    "content/c.md": "---\ntitle: C\nowner: Bob\nkeywords: x\ntags: y\nlastmod: 2026-02-03\n---\n",
    "content/d.md": "---\nchannels: Fair\nkanaal: Site\nreviewed: 2026-02-04\n---\n# D\n",
}


def test_what_is_proposed_for_pages_that_each_have_keys_of_their_own() -> None:
    files = [SourceFile(path=path, data=text.encode()) for path, text in SITE.items()]
    found = proposal_for("content", files, BOOK.handbook, BOOK.bench.words)
    assert not isinstance(found, Unread)
    hold("proposals-site", (f"{key}: {value}" for key, value in found.entry.items()))


SHEETS: Mapping[str, Rows] = {
    "Read me": [["Content of the team"], ["Ask Ann", "Article", "Items"]],
    "Blogs": [["Page name", "Link to page", "Target personas"], ["One", "x.example/1", "CTO"]],
    "People": [["Team", "Author"], ["Sales", "Ann"]],
}


@pytest.mark.parametrize("names", [("Page name", "Link to page"), ("Title", "URL")])
def test_the_sheets_that_list_content_are_found_by_the_words_of_their_headings(
    names: tuple[str, str],
) -> None:
    head, *rows = SHEETS["Blogs"]
    sheets = {**SHEETS, "Blogs": [[*names, *head[2:]], *rows]}
    file = SourceFile(path="a.xlsx", data=book_of(sheets))
    found = proposal_for("a.xlsx", [file], BOOK.handbook, BOOK.bench.words)
    assert not isinstance(found, Unread)
    title, url = names
    assert found.columns == {"title": (title,), "url": (url,), "personas": ("Target personas",)}


def test_a_sheet_of_usual_headings_does_not_hide_one_of_other_words() -> None:
    head, *rows = SHEETS["Blogs"]
    usual: Rows = [["Title", "URL"], ["Two", "x.example/2"]]
    file = SourceFile(path="a.xlsx", data=book_of({"Posts": usual, "Blogs": [head, *rows]}))
    found = proposal_for("a.xlsx", [file], BOOK.handbook, BOOK.bench.words)
    assert not isinstance(found, Unread)
    assert found.columns == {
        "title": ("Title", "Page name"),
        "url": ("URL", "Link to page"),
        "personas": ("Target personas",),
    }


def test_sheets_that_call_the_same_otherwise_are_read_as_one() -> None:
    sheets: dict[str, Rows] = {
        "Blogs": [["Page name", "Link", "Persona", "Kind"], ["One", "x.example/1", "CTO", "Blog"]],
        "Files": [["Document", "Link to file", "Persona", "Name"], ["Two", "/2.pdf", "CTO", "2"]],
    }
    file = SourceFile(path="a.xlsx", data=book_of(sheets))
    found = proposal_for("a.xlsx", [file], BOOK.handbook, BOOK.bench.words)
    assert not isinstance(found, Unread)
    assert found.columns == {
        "title": ("Name", "Page name"),
        "url": ("Link", "Link to file"),
        "type": ("Kind",),
        "personas": ("Persona",),
    }


def test_of_nothing_nothing_is_proposed() -> None:
    assert proposal_for("a.csv", [], BOOK.handbook, BOOK.bench.words) == Unread(what="missing")
    assert usual_host(BOOK.handbook) == "https://x.example"
    assert not usual_host(judged({"index.md": "# Nothing"}).handbook)


@pytest.mark.parametrize(
    ("use", "number"),
    [
        ([(7, 0), (8, 1), (9, 2), (10, 1)], 4),
        ([(7, 9), (8, 1), (9, 2), (10, 1)], 4),
        ([(7, 0), (8, 2), (9, 2), (10, 1)], None),
        ([(7, 0), (8, 0), (9, 0), (10, 0)], 0),
        ([(8, 0), (9, 0), (10, 0)], None),
        ([(10, 1)], None),
        ([(3, 0), (4, 0), (5, 0), (6, 0)], None),
        ([(1, 0), (2, 0), (3, 0), (4, 0), (7, 0), (8, 0), (9, 0), (10, 0)], 0),
        ([(1, 0), (2, 0), (3, 0), (4, 0), (10, 0)], None),
        ([], None),
    ],
)
def test_content_is_unused_where_enough_is_known(
    use: list[tuple[int, int]], number: int | None
) -> None:
    told = "".join(f"  - {{month: 2026-{month:02}, views: {views}}}\n" for month, views in use)
    book = judged({"assets/a.md": f"---\ntitle: A\nuse:\n{told}---\n"}).handbook
    found = unused(book.assets["a"], book, 3, 5)
    if number is None:
        assert found is None
    else:
        assert found == Unused(since=date(2026, 7, 31), until=date(2026, 10, 31), number=number)


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("It takes too long", "process"),
        ("They cannot find it", "content"),
        ("It takes too long, and they cannot find it", "content"),
        ("Rain", None),
    ],
)
def test_what_takes_away_a_reason_to_leave(reason: str, kind: str | None) -> None:
    assert BOOK.handbook.vocabulary.mended_by(reason) == kind
