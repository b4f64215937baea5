"""Whatever a sheet and its mapping hold: nothing raises, and every row is accounted for."""

from hypothesis import given, settings
from hypothesis import strategies as st

from journeybook.pipeline import read_handbook
from journeybook.sources.document import SourceFile
from tests.golden.case import SETTINGS, TODAY

BOOK = (
    SourceFile(path="content/personas/cto.md", data=b"# CTO\n"),
    SourceFile(path="content/phases/buy.md", data=b"---\ntitle: Buy\norder: 1\n---\n"),
    SourceFile(
        path="content/assets/prices.md",
        data=b"---\ntitle: Prices\nurl: https://example.org/prices\n---\n",
    ),
)
CELLS = st.sampled_from(
    [
        *("", " ", "CTO", "CTO/Buy", "CTO; nobody", "buy", "TOFU", "live", "blog", "3/1/2026"),
        *("2026-02-30", "https://example.org/prices", "/prices/", "http://[", "#", "Total", "="),
        *("a\nb", '"', "\x00", "\ufeff", "é" * 300, "../..", "none", "all", "//", "?q=1", "{x}"),
    ]
)
HEADS = st.sampled_from(["URL", "Title", "Audience", "Stage", "Status", "Date", "", "URL", "x"])
MAPPINGS = (
    "",
    "    columns: {title: Title, url: URL, personas: [Audience, Stage], phases: Stage}\n",
    "    columns: {title: x, published: Date}\n    id: URL\n    dates: day-month\n",
    "    match: [title, url]\n    wins: inventory\n    pages: true\n    base: https://e.org\n",
    "    only: {Status: live}\n    skip: {Title: '*a*'}\n    adds: false\n",
    "    columns: {personas: URL, type: URL}\n    values: {personas: {CTO: nobody}}\n",
)


@st.composite
def tables(draw: st.DrawFn) -> bytes:
    """A table with odd headings and cells, in an odd encoding, or cut off."""
    width = draw(st.integers(1, 6))
    head = [draw(HEADS) for _ in range(width)]
    rows = draw(st.lists(st.lists(CELLS, min_size=0, max_size=width + 1), max_size=8))
    sign = draw(st.sampled_from(",;\t"))
    text = "\n".join(sign.join(row) for row in [head, *rows])
    encoding = draw(st.sampled_from(["utf-8", "utf-16", "cp1252"]))
    data = text.encode(encoding, "replace")
    return data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data


FRONTS = (
    b"---\ntitle: A\ndate: 2026-03-01\npersonas: [CTO, CTO/Buy]\ndraft: true\n---\n# A\n",
    b"+++\ntitle = 'B'\ndate = 2026-03-01\n[taxonomies]\npersonas = ['CTO']\n+++\nText\n",
    b'{"title": "C", "stage": "TOFU", "url": "/prices/", "aliases": ["/old"]}\n# C\n',
)
PIECES = st.sampled_from(
    [b"---\n", b"+++\n", b"[", b"}", b": ", b"\t", b'"', b"\xff", b"\0", b"&a *a"]
)


@st.composite
def pages(draw: st.DrawFn) -> bytes:
    """A page of a site whose front matter is whole, mangled or cut off."""
    data = draw(st.sampled_from(FRONTS))
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(data)))
        data = data[:at] + draw(PIECES) + data[at + draw(st.integers(0, 3)) :]
    return data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data


@settings(max_examples=80)
@given(tables(), st.sampled_from(MAPPINGS), tables(), st.lists(pages(), max_size=3))
def test_every_row_is_content_or_left_out_for_a_reason(
    table: bytes, mapping: str, other: bytes, site: list[bytes]
) -> None:
    sources = f"sources:\n  - file: a.csv\n{mapping}  - file: b.csv\n  - file: posts\n{mapping}"
    files = (
        *BOOK,
        SourceFile(path="site_config/inventory.yml", data=sources.encode()),
        SourceFile(path="a.csv", data=table),
        SourceFile(path="b.csv", data=other),
        *(SourceFile(path=f"posts/{at}.md", data=data) for at, data in enumerate(site)),
    )
    judged = read_handbook(files, SETTINGS, TODAY)
    book = judged.handbook
    rows = sum(one.rows for one in book.inventory if one.name == "posts")
    # A page in which nothing stands is told of as a file.
    unread = [
        one for one in judged.findings if one.message.startswith("there is nothing in 'posts/")
    ]
    assert rows + len(unread) == len(site)
    for result in book.inventory:
        taken = len(result.made) + len(result.joined)
        assert result.rows == taken + len(result.left_out)
        assert all(name in book.assets for name in (*result.made, *result.joined))
        assert all(one.reason for one in result.left_out)
    made = [name for result in book.inventory for name in result.made]
    assert len(made) == len(set(made)) == len(book.assets) - 1
    # The file of the handbook is never lost to a row.
    assert book.assets["prices"].path == "content/assets/prices.md"
