"""All that is read of every shape of file: each record, each row that is none, and its headings."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import cast

import pytest

from journeybook.sources.document import SourceFile
from journeybook.sources.records import archive, packed
from journeybook.sources.records.reading import read_records
from journeybook.sources.records.record import Options, Record, Records, Shape
from journeybook.sources.records.site_files import address_of_site
from journeybook.sources.records.sites.site import read_site
from journeybook.sources.records.use.reading import Given, UseRead, read_use
from journeybook.sources.records.words import LEFT_OUT, UNREAD
from journeybook.sources.tables.tables import Unread
from tests.unit.held import hold, hold_each
from tests.unit.importing.reading import book_of
from tests.unit.records import exports, use_exports
from tests.words import with_words

TODAY = date(2026, 11, 26)
LINK = {"sys": {"type": "Link", "linkType": "Entry", "id": "e2"}}
CONTENTFUL = {
    "locales": [
        {"code": "en", "default": True},
        {"code": "nl", "fallbackCode": "de"},
        {"code": "de", "fallbackCode": "en"},
    ],
    "tags": [{"sys": {"id": "t1"}, "name": "Money"}],
    "contentTypes": [{"sys": {"id": "page"}, "displayField": "name"}, {"sys": {"id": "odd"}}],
    "assets": [{"sys": {"id": "a1"}, "fields": {"title": {"en": "Picture"}}}],
    "entries": [
        {
            "sys": {"id": "e1", "contentType": {"sys": {"id": "page"}}, "publishedVersion": 1},
            "metadata": {"tags": [{"sys": {"id": "t1"}}, {"sys": {"id": "t2"}}]},
            "fields": {
                "name": {"de": "Preis", "en": "Price"},
                "title": {"fr": "Prix"},
                "who": {"en": [LINK, LINK]},
                "image": {"en": {"sys": {"type": "Link", "linkType": "Asset", "id": "a1"}}},
                "gone": {"en": {"sys": {"type": "Link", "linkType": "Entry", "id": "e9"}}},
                "empty": {"en": None},
                "list": {"en": ["a", "b"]},
                "deep": {"en": {"x": {"y": 1}}},
                "yes": {"en": True},
            },
        },
        {
            "sys": {"id": "e2", "contentType": {"sys": {"id": "odd"}}},
            "fields": {"title": {"en": ""}},
        },
        {
            "sys": {
                "id": "e3",
                "contentType": {"sys": {"id": "page"}},
                "archivedVersion": 2,
                "publishedVersion": 1,
            },
            "fields": {"name": {"nl": "Oud"}},
        },
        "nothing",
        {
            "sys": {
                "id": "e4",
                "contentType": {"sys": {"id": "page"}},
                "publishedVersion": 1,
                "version": 9,
            }
        },
    ],
}  # fmt: skip
LOOP = [
    {"code": "nl", "fallbackCode": "de"},
    {"code": "de", "fallbackCode": "nl"},
    {"code": "en", "default": True},
]
NL = with_words(language="nl", today=TODAY)
NAMED = replace(
    NL,
    names=frozenset(("Title", "URL", "Type", "Status", "Owner")),
    subjects=frozenset(("Title", "URL")),
)
NAMES = ("a", "b", "in/c", "in/d", "in/e", "f", "g")
BESIDE = {
    "good.xml": exports.SITEMAP.encode(),
    "packed.xml": exports.packed(exports.SITEMAP),
    "klingon.xml": b'<?xml version="1.0" encoding="klingon"?><urlset/>',
    "open.xml": b"<urlset><url></urlset>",
    "types.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><urlset/>',
    "round.xml": b"<sitemapindex><sitemap><loc>/round.xml</loc></sitemap></sitemapindex>",
    "spoilt.xml": b"\x1f\x8b and no more",
}
DEEPEST = exports.zipped({"a.zip": exports.zipped({"b.zip": exports.zipped({"c.csv": "A"})})})
SEVEN = exports.zipped({f"{name}.csv": f"Title,URL\n{name},/a\n" for name in NAMES})
BOOK = book_of(
    {
        "About": [["This is a list"], ["of content", "", "x"]],
        "List": [["Title", "URL"], ["A", "/a"]],
        "More": [["Title", "URL", "Type"], ["B", "/b", "Blog"]],
    }
)
LEADS = "<sitemap><loc>https://x.example/{}</loc></sitemap>"
INDEX = f"<sitemapindex>{''.join(map(LEADS.format, BESIDE))}{LEADS.format('no')}</sitemapindex>"
FILES: tuple[tuple[str, str | bytes, Options], ...] = (
    ("crawl.csv", exports.SCREAMING_FROG, NL),
    ("audit.csv", exports.AUDIT, NL),
    ("noord.xml", exports.WXR, NL),
    ("sitemap.xml", exports.SITEMAP, NL),
    ("notion.zip", exports.notion(), NL),
    ("rooted.zip", exports.zipped({"/a/b.md": "# B", "/a/c.md": "# C", "d.md": "# D"}), NL),
    ("all-rooted.zip", exports.zipped({"/a/b.md": "# B", "/a/c/d.md": "# D"}), NL),
    ("one.zip", exports.zipped({"a.csv": "Title,URL\nA,/a\n"}), NL),
    ("deepest.zip", DEEPEST, NL),
    ("deep.zip", exports.zipped({"in.zip": exports.zipped({"a.csv": "Title,URL\nA,/a\n"})}), NL),
    ("seven.zip", SEVEN, NL),
    ("seven.zip", SEVEN, with_words(member="B.CSV")),
    ("seven.zip", SEVEN, with_words(member="in/*.csv")),
    ("seven.zip", SEVEN, with_words(member="nowhere.csv")),
    ("six.zip", exports.zipped(dict.fromkeys(map("{}.csv".format, range(6)), "Title,URL\n")), NL),
    ("latin.zip", exports.zipped({"a.md": "# Café".encode("cp1252"), "b.md": "# B"}), NL),
    ("empty.zip", exports.zipped({}), NL),
    ("hidden.zip", exports.zipped({"__MACOSX/a.csv": "A", "in/.b.csv": "B"}), NL),
    ("pages.zip", exports.zipped({"a.md": "# A", "b.png": "", "c.xml": "<a/>"}), NL),
    ("broken.zip", b"PK\x03\x04 and no more", NL),
    ("notion.zip", exports.notion(), with_words(member="content")),
    ("notion.zip", exports.notion(), with_words(member="other")),
    ("MAP.XML.GZ", exports.packed(exports.SITEMAP), NL),
    ("page", exports.packed("Title,URL\nA,/a\n"), NL),
    ("broken.gz", b"\x1f\x8b and no more", NL),
    ("index.xml", INDEX, NL),
    ("book.xlsx", BOOK, NL),
    ("book.xlsx", BOOK, with_words(sheet="More", names=frozenset(["Title", "URL"]))),
    ("book.xlsx", BOOK, with_words(names=frozenset(["Title", "URL"]))),
    ("book.xlsx", BOOK, with_words(sheet="None")),
    ("texts.xlsx", book_of({"One": [["a"]], "Two": [["b", "c"]]}), NL),
    ("alone.xlsx", book_of({"One": [["Title", "URL"], ["A", "/a"]]}), NL),
    ("nothing.xlsx", book_of({"One": []}), NL),
    ("contentful.json", exports.contentful(), NL),
    ("contentful-all.json", json.dumps(CONTENTFUL), NL),
    ("contentful-odd.json", json.dumps(CONTENTFUL), with_words(types=frozenset(["odd"]))),
    ("contentful-loop.json", json.dumps({**CONTENTFUL, "locales": LOOP}), NL),
    ("plain.json", '[{"title": "A", "tags": ["x"], "in": {"a": 1}}, 3, {"title": ""}, {}]', NL),
    ("lines.jsonl", '{"title": "A"}\n\nnonsense\n{"title": "B", "n": 2.0}\n', NL),
    ("plain.csv", "\n;;\nTitle;;Title;A\nOne;x;two;3\n\nTotal;;;3\nTwo\n1;2;3;4;5\n", NL),
)


def shown(name: str, records: Records | Unread) -> Iterator[str]:
    if isinstance(records, Unread):
        yield f"== {name}: unread {records.what} {dict(records.values)}"
        return
    yield f"== {name}: {records.kind} {' | '.join(records.headers)} {dict(records.guessed)}"
    for one in records.entries():
        place = f"{one.member}:{one.row}"
        if isinstance(one, Record):
            yield f"{place} {dict(one.cells)} {dict(one.lines) or ''}".rstrip()
        else:
            yield f"{place} - {one.reason} {one.text}".rstrip()


def test_every_record_of_every_shape() -> None:
    lines: list[str] = []
    for name, data, options in FILES:
        file = SourceFile(path=name, data=data.encode() if isinstance(data, str) else data)
        beside = (SourceFile(path=path, data=data) for path, data in BESIDE.items())
        lines += shown(name, read_records(file, options, beside))
    hold("records", lines)


def test_no_more_is_unpacked_than_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    four = exports.zipped(dict.fromkeys(("a.csv", "b.csv", "c.csv", "d/e.csv"), "Title"))
    several = exports.zipped({"in.zip": four, "f.csv": "Title"})
    lines = []
    for most in (4, 5, 15, 19, 20, 24, 25):
        for module in (packed, archive):
            monkeypatch.setattr(module, "MOST_UNPACKED", most)
        told = (packed.members_of(zip_of(four)), packed.unzipped(zip_of(exports.packed("Title"))))
        lines.append(f"{most}: {' / '.join(map(paths, told))}")
        monkeypatch.setattr(packed, "MOST_UNPACKED", 10_000)
        lines.append(f"{most} in another: {paths(archive.unpacked(zip_of(several)))}")
    for most in (3, 4):
        monkeypatch.setattr(packed, "MOST_MEMBERS", most)
        lines.append(f"{most} members: {paths(packed.members_of(zip_of(four)))}")
    hold("unpacked", lines)


def zip_of(data: bytes) -> SourceFile:
    return SourceFile(path="a.zip.gz", data=data)


def paths(found: SourceFile | tuple[SourceFile, ...] | Unread) -> str:
    if isinstance(found, Unread):
        return f"{found.what} {found.values}"
    return " ".join(one.path for one in (found if isinstance(found, tuple) else (found,)))


def test_every_way_to_fill_in_a_file() -> None:
    hold_each("records-each", read)


def read(given: str) -> Iterator[str]:
    """Tell all that is read of a file; its name stands in the first line."""
    name, _, text = given.partition("\n")
    records = read_records(SourceFile(path=name, data=text.encode()), NAMED)
    yield from shown(name, records)


def test_what_is_said_of_what_is_not_read() -> None:
    unread = (f"{what}: {'; '.join(words)}" for what, words in UNREAD.items())
    hold("unread", (*unread, *(f"{reason}: {words}" for reason, words in LEFT_OUT.items())))


def test_every_way_to_write_a_page() -> None:
    hold_each("pages-each", read_pages)


def read_pages(given: str) -> Iterator[str]:
    """Tell all that is read of pages; what makes them stands in the first line."""
    shape, *pages = given.split("-- ")
    files = []
    for page in pages:
        path, _, text = page.partition(" --\n")
        files.append(SourceFile(path=path, data=text.encode()))
    named = cast(Shape | None, shape.strip() or None)
    options = Options(language="nl", today=TODAY, shape=named)
    yield from shown(str(named), read_site(files, options))


PAGES = {
    "a.md": "---\ntitle: A\n---\n",
    "README.md": "# Read me",
    "_drafts/later.md": "---\ntitle: Later\n---\n",
    "_posts/2026-01-02-first-post.md": "---\ncategories: A b\ntags: c d\n---\n# First\n",
    "_posts/old/2025-12-31-x.md": "---\npermalink: pretty\ncategory: z\nslug: s\n---\n",
    "_posts/undated.md": "---\ndate: 2026-03-04 1:00\npermalink: /:year/:i_month/:title\n---\n",
    "_guides/one.md": "---\ntitle: One\nslug: uno\n---\n",
    "blog/2026-05-06-dated.md": "---\nslug: own\naliases: [/was/, other, Known as]\n---\n# D\n",
    "blog/2026/07/08-parts.md": "---\nredirect_from: [/r1, r2/]\n---\n# P\n",
    "blog/2026-07-09/index.md": "---\nauthors: [x]\n---\n# Index\n",
    "blog/plain/deep.md": "# Deep\n",
    "docs/01-intro/02_start.md": "---\nid: begin\n---\n# Start\n",
    "docs/01-intro/intro.md": "# Intro\n",
    "docs/01-intro/slug.md": "---\nslug: /at-top\n---\n# Top\n",
    "docs/slug.md": "---\nslug: other\n---\n# Other\n",
    "src/pages/index.md": "# Home\n",
    "src/pages/about.md": "---\nurl: /elsewhere/\n---\n# About\n",
    "src/content/docs/guide/Page One.md": "---\nslug: g\n---\n# G\n",
    "content/_index.md": "---\ntitle: Home\n---\n",
    "content/blog/_index.md": (
        "---\ntitle: Blog\ncascade:\n  - {_target: {path: /content/blog/deep/**}, tags: [deep]}\n"
        "  - {target: {kind: page}, params: {fase: keuze}}\n  - nonsense\n---\n"
    ),
    "content/blog/deep/x.md": "+++\ntitle = 'X'\n[params]\nwho = 'cfo'\n+++\n",
    "content/blog/bundle/index.md": "---\nslug: pack\n---\n# Pack\n",
    "content/blog/bundle/index.en.md": '{"title": "Bundle", "draft": true}\n\nText',
    "content/odd.md": "---\nurl: '{{ page.url }}'\n---\n# Odd\n",
    "content/wrong.md": "---\ntitle: [\n---\n# W\n",
    "content/wrong-toml.md": "+++\ntitle = \n+++\n# W\n",
    "content/wrong-json.md": '{"title": \n}',
    "content/wrong-named.md": '---json\n{"title":\n}\n---\n# W\n',
    "content/unread.mdx": "# Not read",
    "content/deep/unread.rst": "Not read",
    "content/expired.md": "---\nexpiryDate: 2026-11-26\n---\n# E\n",
    "content/soon.md": "---\npublishDate: 2026-11-27\n---\n# S\n",
    "content/no.md": "---\npublished: false\nlayout: none\n---\n# N\n",
    "posts/posts.json": '{"tags": "posts", "layout": "x"}',
    "posts/2026-08-09-e.md": "---\ntitle: E\ndate: Last Modified\n---\n",
    "posts/_e.md": "---\npermalink: false\n---\n# No\n",
    "node_modules/x.md": "# X\n",
}  # fmt: skip
SHAPES: Mapping[Shape | None, tuple[str, ...]] = {
    "hugo": ("content/",),
    "jekyll": ("_", "a.md", "README", "blog/", "docs/", "posts/"),
    "eleventy": ("_", "a.md", "blog/", "posts/"),
    "docusaurus": ("blog/", "docs/", "src/pages/"),
    "astro": ("src/",),
    "plain": ("",),
    None: ("",),
}


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_every_page_of_every_generator(shape: Shape | None) -> None:
    pages = {path: text for path, text in PAGES.items() if path.startswith(SHAPES[shape])}
    files = [SourceFile(path=path, data=text.encode()) for path, text in pages.items()]
    records = read_site(files, with_words(language="nl", today=TODAY, shape=shape))
    hold(f"site-{shape}", shown(str(shape), records))


@pytest.mark.parametrize(
    ("files", "address"),
    [
        ({"hugo.toml": 'baseURL = "https://x.example/"', "content/a.md": "# A"}, "https://x.example"),
        ({"_config.yml": "url: https://x.example\nbaseurl: /in\n"}, "https://x.example"),
        ({"a.md": "# A"}, ""),
    ],
)  # fmt: skip
def test_where_a_site_stands(files: dict[str, str], address: str) -> None:
    sources = [SourceFile(path=path, data=text.encode()) for path, text in files.items()]
    assert address_of_site(sources).rstrip("/").startswith(address)


SEVERAL = exports.zipped(
    {
        "pages.csv": "Page,Month,Views\n/a,2026-10,3\n",
        "other.csv": f"Colour,Size\n{'x' * 210},1\n",
        "search.csv": "Query,Clicks\nprice,4\n",
        "empty.csv": "",
    }
)
USE: tuple[tuple[str, str | bytes, Given], ...] = (
    ("analytics.csv", use_exports.ANALYTICS, Given()),
    ("pages.csv", use_exports.SEARCH_PAGES, Given()),
    ("queries.csv", use_exports.SEARCH_QUERIES, Given()),
    ("german.csv", use_exports.GERMAN_PAGES, Given()),
    ("matomo.csv", use_exports.MATOMO, Given()),
    ("plausible.csv", use_exports.PLAUSIBLE, Given()),
    ("console.zip", use_exports.search_console(), Given()),
    ("console.xlsx", use_exports.search_workbook(), Given()),
    ("several.zip", SEVERAL, Given()),
    ("several.zip", SEVERAL, Given(stretch=(date(2026, 1, 1), date(2026, 1, 31)))),
    ("nothing.xlsx", book_of({"One": []}), Given()),
    ("broken.xlsx", b"PK\x03\x04 [Content_Types].xml", Given()),
    (
        "own.csv",
        'Where,Seen,Odd\n/a,"1,204",x\n/a,3,\n,4,\n/b,-,\nTotal,9,\n/c,1.5,\n',
        Given(
            stretch=(date(2026, 1, 1), date(2026, 1, 31)),
            columns=(("address", "Where"), ("views", "Seen")),
        ),
    ),
    ("none.csv", "Colour,Size\nred,1\n", Given()),
)  # fmt: skip


def test_every_figure_of_every_export_of_use() -> None:
    lines: list[str] = []
    for name, data, given in USE:
        lines += shown_use(name, data.encode() if isinstance(data, str) else data, given)
    hold("use", lines)


def shown_use(name: str, data: bytes, given: Given) -> Iterator[str]:
    found = read_use(SourceFile(path=name, data=data), with_words(), given)
    if not isinstance(found, UseRead):
        yield f"== {name}: unread {found.what} {dict(found.values)}"
        return
    whole = " whole" * found.is_whole
    yield f"== {name}: {found.since} {found.until}{whole} {found.unused}"
    yield from map(str, (*found.rows, *found.left_out))


def test_every_way_to_count_use() -> None:
    hold_each("use-each", count_use)


def count_use(given: str) -> Iterator[str]:
    """Tell all that is read of an export of use; its name stands in the first line."""
    name, _, text = given.partition("\n")
    yield from shown_use(name, text.encode(), Given())
