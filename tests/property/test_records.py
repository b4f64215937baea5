"""Files of other tools, however mangled: nothing is raised, and every row is accounted for."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from journeybook.sources.document import SourceFile
from journeybook.sources.records.reading import read_records
from journeybook.sources.records.record import Record
from journeybook.sources.records.words import LEFT_OUT, UNREAD
from journeybook.sources.tables.tables import Table, Unread, open_table
from tests.unit.records import exports
from tests.words import with_words

FILES: Mapping[str, bytes] = {
    "internal.csv": exports.SCREAMING_FROG.encode(),
    "audit.csv": exports.AUDIT,
    "posts.xml": exports.WXR.encode(),
    "sitemap.xml": exports.SITEMAP.encode(),
    "sitemap.xml.gz": exports.packed(exports.SITEMAP),
    "notion.zip": exports.notion(),
    "space.json": exports.contentful(),
    "page.md": b"---\ntitle: A\ndraft: true\nlist: [a, {b: c}]\n---\n# A\n",
    "toml.md": b"+++\ntitle = 'A'\ndate = 2026-01-01\n[x]\ny = [1]\n+++\n# A\n",
}
_PIECES = (
    b'"',
    b"\n",
    b"\r",
    b"\0",
    b";",
    b"\xff",
    b"<",
    b"]]>",
    b"{",
    b"[",
    b"---",
    b"#",
    b"\xe9",
)
_CHANGES = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.sampled_from((0, 0, 1, 40)),
        st.sampled_from(_PIECES) | st.binary(max_size=4),
    ),
    max_size=5,
)


@settings(max_examples=400, deadline=None)
@given(name=st.sampled_from(sorted(FILES)), changes=_CHANGES)
def test_mangled_files_raise_nothing_and_lose_no_row(
    name: str, changes: list[tuple[float, int, bytes]]
) -> None:
    data = FILES[name]
    for place, gone, piece in changes:
        at = int(place * len(data))
        data = data[:at] + piece + data[at + gone :]
    file = SourceFile(path=name, data=data)
    records = read_records(file, with_words(names=frozenset(("URL", "Titel"))))
    if isinstance(records, Unread):
        message, hint = UNREAD[records.what]
        known = {"file": name, "known": "", **records.values}
        assert message.format(**known)
        assert hint.format(**known)
        return
    entries = list(records.entries())
    for entry in entries:
        if isinstance(entry, Record):
            assert entry.cells.keys() <= set(records.headers)
        else:
            assert entry.reason in LEFT_OUT
    if records.kind in ("table", "crawl"):
        table = open_table(file)
        assert isinstance(table, Table)
        assert len(entries) == sum(1 for _ in table.rows())
        assert [entry.row for entry in entries] == list(range(1, len(entries) + 1))
