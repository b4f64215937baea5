"""What is proposed for files that are no source yet, and what their use tells of content."""

from datetime import date

import pytest

from journeybook.handbook.index.known_use import Unused, unused
from journeybook.handbook.inventories.proposing import proposal_for, usual_host
from journeybook.sources.document import SourceFile
from journeybook.sources.tables.tables import Unread
from tests.unit.handbooks import judged
from tests.unit.held import hold

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
TABLES = {
    "plain": """\
Title,URL,Type,Status,Personas,Phases,Published
One,/one,Blog,live,CTO,Awareness,31/1/2026
Two,/two,Blg,draft,Plant manager,Decision,2/1/2026
Three,https://x.example/3,Wishpaper,,CTO; Nobody,Awarenes,
""",
    "several": """\
Page name,Link,Audience / stage,Kind of thing,Where,Owner name,Labels
One,x.example/one,CTO/Awareness,Blog,Fair,Ann,a
Two,x.example/two,Chief Technology Officer / TOFU,Whitepaper,Fair,Ann,b
Three,x.example/three,CTO / Decision,Blog,Site,Bob,c
Four,x.example/four,Plant manager/Awareness,Blog,Fair,Bob,
Five,x.example/five,Plant manager/???,Case,Fair,,
""",
    "beside": """\
Title,Audience,Stage,Form
One,CTO / Awareness,,Blog
Two,CTO / Decision,Decision,Blog
Three,Plant manager / Awareness,,Video
Four,CTO,Awareness,Video
""",
    "worded": """\
Name,A,B,C,D
One,CTO,Awareness,blog,1
Two,CTO,Awareness,blog,2
Three,Plant manager,Decision,video,3
Four,CTO,Decision,video,4
Five,Plant manager,Awareness,blog,5
Six,CTO,Awareness,blog,6
""",
    "chance": """\
Title,Status,Language,Due date,Reviewed
One,12,English,3-4-2026,1/31/2026
Two,14,Dutch,5-6-2026,
""",
    "few": "Colour,Size\nred,1\nblue,2\n",
    "repeats": """\
Heading,Doelgroep,Fase,Soort,Kanaal
One,CTO,Awareness,Blog,Beurs
Two,CTO,Awareness,Blog,Fair
Three,Iedereen,n.v.t.,Blog,Fair
""",
}


def test_what_is_proposed_for_a_table() -> None:
    lines = []
    for name, text in TABLES.items():
        file = SourceFile(path=f"{name}.csv", data=text.encode())
        found = proposal_for(file.path, [file], BOOK.handbook, BOOK.bench.words)
        assert not isinstance(found, Unread)
        lines += [f"== {name}", *(f"{key}: {value}" for key, value in found.entry.items())]
        lines += [f"unknown {key}: {words}" for key, words in found.unknown.items()]
    hold("proposals", lines)


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
