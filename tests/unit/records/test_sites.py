"""Sites made of Markdown: what a page says, where it stands and whether it is there already."""

from datetime import date

import pytest

from journeybook.sources.document import SourceFile
from journeybook.sources.records.reading import read_records
from journeybook.sources.records.record import Options, Reason, Records, Shape
from journeybook.sources.records.site_files import address_of_site, language_of_site
from journeybook.sources.records.sites.site import read_site
from journeybook.sources.tables.tables import Unread
from tests.unit.records.exports import zipped

TODAY = date(2026, 11, 26)


def site(files: dict[str, str], **given: str) -> Records:
    options = Options(today=TODAY, **given)  # type: ignore[arg-type]
    sources = [SourceFile(path=path, data=text.encode()) for path, text in files.items()]
    records = read_site(sources, options)
    assert not isinstance(records, Unread)
    return records


def cells(files: dict[str, str], **given: str) -> dict[str, dict[str, object]]:
    return {record.member: dict(record.cells) for record in site(files, **given).records}


def test_hugo_tells_status_languages_bundles_and_old_addresses() -> None:
    found = cells(
        {
            "content/_index.md": "---\ntitle: Home\n---\n",
            "content/blog/_index.md": "---\ntitle: Blog\ncascade:\n  personas: [cfo]\n---\n",
            "content/blog/Wat kost het.md": "+++\ntitle = 'Prijs'\ndate = 2026-01-02\n"
            "aliases = ['/oud/', 'ouder']\n[params]\nfase = 'keuze'\n+++\n",
            "content/blog/bundle/index.md": "---\ntitle: Bundel\nslug: pakket\n---\n",
            "content/blog/bundle/index.en.md": '{"title": "Bundle", "draft": true}\n\nText',
            "content/blog/later.md": "---\npublishDate: 2026-12-01\ntags: not now\n---\n# Later\n",
            "content/blog/over.md": "---\nexpiryDate: 2026-11-26\nurl: /weg/\n---\n# Over\n",
        },
        language="nl",
    )
    assert {path: (one["address"], one["status"]) for path, one in found.items()} == {
        "content/_index.md": ("/", "published"),
        "content/blog/_index.md": ("/blog/", "published"),
        "content/blog/Wat kost het.md": ("/blog/wat-kost-het/", "published"),
        "content/blog/bundle/index.md": ("/blog/pakket/", "published"),
        "content/blog/bundle/index.en.md": ("/en/blog/bundle/", "draft"),
        "content/blog/later.md": ("/blog/later/", "scheduled"),
        "content/blog/over.md": ("/weg/", "expired"),
    }
    price = found["content/blog/Wat kost het.md"]
    assert price["old addresses"] == ("/oud/", "/blog/ouder")
    # What an address was made of would else be taken for another address, or for names.
    assert not {"url", "aliases"} & {key for one in found.values() for key in one}
    assert (price["personas"], price["params fase"], price["language"]) == ("cfo", "keuze", "nl")
    assert found["content/blog/bundle/index.en.md"]["language"] == "en"
    later = found["content/blog/later.md"]
    # Only Jekyll parts tags at blanks.
    assert (later["title"], later["tags"]) == ("Later", "not now")


def test_jekyll_takes_days_from_names_and_defaults_from_its_settings() -> None:
    found = cells(
        {
            "_config.yml": "permalink: pretty\ndefaults:\n- scope: {path: '', type: posts}\n"
            "  values: {personas: cfo, layout: post}\n",
            "_posts/2026-03-01-wat-kost-het.md": "---\ntags: prijs cfo\ncategories: [geld]\n---\n",
            "_drafts/idee.md": "---\ntitle: Idee\npublished: false\n---\n",
            "over.md": "---\ntitle: Over\nredirect_from: /about/\n---\n",
        }
    )
    post = found["_posts/2026-03-01-wat-kost-het.md"]
    assert post["address"] == "/geld/2026/03/01/wat-kost-het/"
    assert (post["tags"], post["personas"]) == (("prijs", "cfo"), "cfo")
    assert found["_drafts/idee.md"]["status"] == "draft"
    assert "published" not in found["_drafts/idee.md"]
    assert found["over.md"]["address"] == "/over/"
    assert found["over.md"]["old addresses"] == "/about/"


@pytest.mark.parametrize(
    ("path", "front", "address", "shape"),
    [
        ("posts/2026-03-01-prijs.md", "", "/posts/prijs/", "eleventy"),
        ("posts/index.md", "", "/posts/", "eleventy"),
        ("posts/prijs.md", "permalink: /kosten/", "/kosten/", "eleventy"),
        ("posts/prijs.md", "permalink: '/{{ slug }}/'", "/posts/prijs/", "eleventy"),
        ("docs/01-start/02-install.md", "", "/docs/start/install", "docusaurus"),
        ("docs/01-start/index.md", "", "/docs/start", "docusaurus"),
        ("docs/a/b.md", "slug: /c", "/docs/c", "docusaurus"),
        ("blog/2026-03-01-prijs.md", "", "/blog/2026/03/01/prijs", "docusaurus"),
        ("blog/2026-03-01-prijs.md", "slug: p", "/blog/p", "docusaurus"),
        (
            *("i18n/nl/docusaurus-plugin-content-docs/current/a.md", ""),
            *("/nl/docs/a", "docusaurus"),
        ),
        ("src/content/blog/prijs.md", "", "/blog/prijs/", "astro"),
        ("src/content/blog/prijs.md", "slug: p", "/blog/p/", "astro"),
        ("src/pages/over.md", "", "/over/", "astro"),
        ("a/b.md", "slug: c", "/a/c/", "plain"),
    ],
)
def test_addresses_follow_the_rules_of_the_generator(
    path: str, front: str, address: str, shape: Shape
) -> None:
    page = SourceFile(path=path, data=f"---\ntitle: T\n{front}\n---\n".encode())
    records = read_site(
        [page],
        Options(shape=shape, root="." if shape in ("plain", "eleventy") else ""),
    )
    assert not isinstance(records, Unread)
    assert [record.cells["address"] for record in records.records] == [address]


def test_eleventy_takes_what_the_data_of_a_folder_says() -> None:
    found = cells(
        {
            "src/posts/posts.json": '{"personas": ["cfo"], "layout": "post"}',
            "src/posts/a.md": "---\ntitle: A\n---\n",
            "src/posts/b.md": "---\npersonas: cto\npermalink: false\n---\n",
        },
        shape="eleventy",
    )
    assert [one["personas"] for one in found.values()] == ["cfo"]


def test_a_comment_where_a_value_belongs_is_no_value() -> None:
    (found,) = cells(
        {
            "a.md": "---\ntitle: Prijs <!-- kort -->\ndescription: <!---REPLACE THIS--->\n"
            "page_id: <!---REPLACE THIS with a name\nroles: [<!---ONE--->]\n"
            "related:\n  tasks: [a, b]\ntraining:\n- {name: X, url: https://x}\n---\n"
        }
    ).values()
    assert found["title"] == "Prijs"
    assert found["related tasks"] == ("a", "b")
    assert (found["training name"], found["training url"]) == ("X", "https://x")
    assert not found.keys() & {"description", "page_id", "roles"}


def test_what_is_broken_is_left_out_with_its_line() -> None:
    records = site(
        {
            "a.md": "---\ntitle: [a\n---\n# A\n",
            "b.md": "+++\ntitle = \n+++\n",
            "c.md": '{"a": }',
            "d.md": "Only text\n",
        }
    )
    assert [(one.member, one.row, one.reason) for one in records.left_out] == [
        ("a.md", 2, Reason.BROKEN),
        ("b.md", 2, Reason.BROKEN),
        ("c.md", 1, Reason.BROKEN),
    ]
    assert [record.cells["title"] for record in records.records] == ["d.md"]
    gone = read_site([SourceFile(path="x.md", refused="unreadable")], Options())
    assert isinstance(gone, Records)
    assert [one.reason for one in gone.left_out] == [Reason.BROKEN]


def test_folders_of_two_letters_side_by_side_are_languages() -> None:
    found = cells({"content/nl/a.md": "---\n---\n", "content/en/a.md": "---\n---\n"}, shape="hugo")
    assert [(one["language"], one["address"]) for one in found.values()] == [
        ("en", "/en/a/"),
        ("nl", "/nl/a/"),
    ]


def test_aliases_that_are_no_addresses_are_other_names() -> None:
    found = cells({"docs/panel.md": "---\ntitle: Panel\naliases: [results box, /old-panel]\n---\n"})
    panel = found["docs/panel.md"]
    assert panel["aliases"] == "results box"
    assert panel["old addresses"] == "/old-panel"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("---\n# x\ntitle: A\nextra:\n  owner: b\n---\n", (3, 5)),
        ("+++\ntitle = 'A'\n\n[extra]\n'owner' = 'b'\n+++\n", (2, 5)),
        ('{\n "title": "A",\n "extra": {"owner": "b"}}\n', (2, 3)),
        ('---json\n{"title": "A",\n\n "extra": {\n"owner": "b"}}\n---\n', (2, 4)),
    ],
)
def test_every_key_knows_its_line(text: str, lines: tuple[int, int]) -> None:
    (record,) = site({"a.md": text}).records
    assert tuple(record.lines[name] for name in ("title", "extra owner")) == lines


@pytest.mark.parametrize(
    ("files", "days", "left"),
    [
        (
            ("_config.yml", "_posts/2026-03-01-a.md", "b.html", "README.md", "_layouts/p.html"),
            {"_posts/2026-03-01-a.md": "2026-03-01", "b.html": ""},
            {"README.md": Reason.TYPE},
        ),
        (
            ("docs/_category_.json", "docs/a.mdx", "docs/_part.mdx", "blog/2026-03-01-b/index.md"),
            {"docs/a.mdx": "", "blog/2026-03-01-b/index.md": "2026-03-01"},
            {"docs/_part.mdx": Reason.TYPE},
        ),
        (
            ("hugo.toml", "content/a.md", "content/b.adoc", "archetypes/default.md"),
            {"content/a.md": ""},
            {"archetypes/default.md": Reason.TYPE, "content/b.adoc": Reason.NOT_READ},
        ),
        (
            ("blog/TEMPLATE_post.md", "blog/_template.md", "blog/template-letter.md"),
            {"blog/template-letter.md": ""},
            {"blog/TEMPLATE_post.md": Reason.TYPE, "blog/_template.md": Reason.TYPE},
        ),
        (
            ("src/content/blog/a.md", "src/content/team/b.json", "src/pages/index.astro"),
            {"src/content/blog/a.md": ""},
            {
                "src/content/team/b.json": Reason.NOT_READ,
                "src/pages/index.astro": Reason.NOT_READ,
            },
        ),
        (
            ("posts/posts.11tydata.js", "posts/2026-03-01-a.njk", "posts/b.md"),
            {"posts/2026-03-01-a.njk": "2026-03-01", "posts/b.md": ""},
            {"posts/posts.11tydata.js": Reason.NOT_READ},
        ),
    ],
)
def test_what_the_generator_makes_no_page_of_is_none_and_told(
    files: tuple[str, ...], days: dict[str, str], left: dict[str, Reason]
) -> None:
    plain = ("README.md", "b.adoc", ".astro", ".js", ".json", ".toml", ".yml", "p.html")
    texts = {path: "x: 1" if path.endswith(plain) else "---\ntitle: T\n---\n" for path in files}
    found = site({f"our/{path}": text for path, text in texts.items()})
    assert {one.member[4:]: one.cells.get("date", "") for one in found.records} == days
    assert {one.member[4:]: one.reason for one in found.left_out} == left


def test_lines_above_a_text_are_said_of_it_and_a_site_may_be_packed() -> None:
    post = "Title: A\nDate: 2026-03-01\nTags: cfo\n\nNote: not this\n"
    files: dict[str, str | bytes] = {"a.md": post, "b.md": "Note: x\n\nText\n", "c.png": b"x"}
    records = read_records(SourceFile(path="our.zip", data=zipped(files)), Options())
    assert isinstance(records, Records)
    first, second = records.records
    assert [first.cells[name] for name in ("title", "date", "tags")] == ["A", "2026-03-01", "cfo"]
    assert first.lines["tags"] == 3
    assert "note" not in {*first.cells, *second.cells}


def test_settings_tell_where_a_site_stands() -> None:
    def told(path: str, text: str) -> str:
        return address_of_site([SourceFile(path=path, data=text.encode())])

    assert told("s/_config.yml", "url: https://a.nl\nbaseurl: /x\n") == "https://a.nl/x"
    assert told("hugo.toml", "baseURL = 'https://a.nl/'\n") == "https://a.nl"
    assert told("docusaurus.config.js", "{url: 'https://a.nl', baseUrl: '/'}") == "https://a.nl"
    assert told("_config.yml", "url: http://localhost:4000\n") == ""
    settings = SourceFile(path="hugo.toml", data=b"defaultContentLanguage = 'nl'\n")
    assert language_of_site([settings]) == "nl"
