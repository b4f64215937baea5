"""`journeybook inventory`: from a site to one's own gap report, and what it tells on the way."""

import csv
import gzip
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import xlsxwriter
from click.testing import CliRunner

from journeybook.adapters.cli import main
from journeybook.adapters.disk.workspace import read_at
from journeybook.handbook.ids import slug
from journeybook.sources.document import SourceFile
from tests.golden.case import TODAY
from tests.unit.records.exports import contentful, zipped

PAGES = 300
SUBJECTS = ("pricing", "onboarding", "compare-plans", "case-harbour", "news", "manual")
_TITLES = {
    "pricing": "What {n} seats cost",
    "onboarding": "Onboarding for the plant manager, part {n}",
    "compare-plans": "Compare plan {n}",
    "case-harbour": "How harbour {n} saves energy",
    "news": "News of day {n}",
    "manual": "Manual for the CTO, chapter {n}",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str, code: int = 0) -> str:
    result = CliRunner().invoke(main, words)
    assert result.exit_code == code, result.output
    return result.output


def pages() -> Iterator[tuple[str, str]]:
    """The address and the title of each page of a made-up site."""
    for n in range(PAGES):
        subject = SUBJECTS[n % len(SUBJECTS)]
        title = _TITLES[subject].format(n=n)
        yield f"https://www.example.com/{subject}/{n}-{slug(title)}/", title


def crawl(file: Path) -> None:
    """Save what a crawler exports of a site of many pages, with its pictures and redirects."""
    heads = ("Address", "Content Type", "Status Code", "Status", "Indexability", "Title 1", "H1-1")
    with file.open("w", encoding="utf-8", newline="") as opened:
        rows = csv.writer(opened)
        rows.writerow(heads)
        for address, title in pages():
            rows.writerow((address, "text/html; charset=UTF-8", 200, "OK", "Indexable", title, ""))
        picture = "https://www.example.com/harbour.jpg"
        rows.writerow((picture, "image/jpeg", 200, "OK", "Indexable", "", ""))
        old = "https://www.example.com/old"
        rows.writerow((old, "text/html", 301, "Moved", "Non-Indexable", "", ""))


def sitemap(file: Path) -> None:
    """Save what a site tells search engines, which is addresses alone."""
    # It was built an hour ago, which reviews nothing.
    day = f"<lastmod>{TODAY}T09:00:00+01:00</lastmod>"
    urls = "".join(f"<url><loc>{address}</loc>{day}</url>" for address, _ in pages())
    file.write_text(f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>')


def wordpress(file: Path) -> None:
    """Save what WordPress exports."""
    items = "".join(
        f"<item><title>{title}</title><link>{address}</link><wp:status>publish</wp:status>"
        "<wp:post_type>page</wp:post_type></item>"
        for address, title in pages()
    )
    spaces = 'xmlns:wp="http://wordpress.org/export/1.2/"'
    file.write_text(f'<rss version="2.0" {spaces}><channel>{items}</channel></rss>')


def hugo(folder: Path) -> None:
    """Lay down the posts of a site that is made of Markdown."""
    for address, title in pages():
        post = folder / f"{address.removeprefix('https://www.example.com/').rstrip('/')}.md"
        post.parent.mkdir(parents=True, exist_ok=True)
        post.write_text(f'---\ntitle: "{title}"\ndate: 2026-03-01\n---\nText.\n')


@pytest.mark.parametrize(
    ("name", "save"),
    [
        *(("crawl.csv", crawl), ("sitemap.xml", sitemap), ("wordpress.xml", wordpress)),
        ("website/content", hugo),
    ],
)
def test_a_site_of_300_pages_is_a_gap_report_in_five_commands(
    name: str, save: Callable[[Path], None], folder: Path
) -> None:
    save(folder / name)
    commands = (
        ("init", "--language", "en", "--phases", "5", "--persona", "CTO", "--channels", "Website"),
        ("new", "persona", "Plant manager"),
        ("inventory", "--suggest", name, "--write"),
        ("inventory", "--accept", "--write"),
        ("check", "--all", "--today", f"{TODAY}"),
    )
    # No more than five, and nothing is typed beside them: no line of a file, and none is changed.
    assert len(commands) <= 5
    before = state(folder)
    *_, report = (run(*words) for words in commands)
    assert {file: data for file, data in state(folder).items() if file in before} == before
    book = read_at(folder, TODAY).handbook
    assert len(book.assets) == PAGES
    # Titles and addresses tell whom a manual and an onboarding are for, and nothing of the news.
    of = {one.id.split("-")[0]: one for one in book.assets.values()}
    assert of["manual/5"].personas == ("cto",)
    assert of["onboarding/1"].personas == ("plant-manager",)
    assert of["onboarding/1"].phases == ("service-and-use",)
    assert of["news/4"].personas == ()
    assert not any(one.reviewed for one in book.assets.values())
    # Whom the news are for nobody can guess: that is left to fill in.
    assert of["news/4"].id in (folder / "site_config/inventory-tags.csv").read_text("utf-8")
    assert f"200 of 300 rows of {name} are for nobody" in report
    # The report is about this site: nobody offers the CTO anything before the purchase.
    assert "Nothing is published for CTO in the phase Awareness" in report
    assert "Nothing is published for CTO in the phase Service and use" not in report


def state(folder: Path) -> dict[Path, bytes]:
    """What every file in a folder holds."""
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_the_name_of_the_site_is_no_part_of_a_title(folder: Path) -> None:
    rows = [(f"https://e.org/{n}", f"Page {n} | Example", f"Page {n}") for n in range(6)]
    rows.append(("https://e.org/x", "Without a heading", ""))
    with (folder / "crawl.csv").open("w", encoding="utf-8", newline="") as opened:
        table = csv.writer(opened)
        table.writerow(("Address", "Content Type", "Status Code", "Title 1", "H1-1"))
        table.writerows((url, "text/html", 200, title, head) for url, title, head in rows)
    run("init", "--language", "en", "--phases", "5", "--persona", "CTO")
    run("inventory", "--suggest", "crawl.csv", "--write")
    titles = {one.title for one in read_at(folder, TODAY).handbook.assets.values()}
    assert titles == {*(f"Page {n}" for n in range(6)), "Without a heading"}


def test_nothing_is_written_or_counts_before_it_is_accepted(folder: Path) -> None:
    crawl(folder / "crawl.csv")
    run("init", "--language", "en", "--phases", "5", "--persona", "CTO")
    before = sorted(folder.rglob("*"))
    assert "nothing is written yet" in run("inventory", "--suggest", "crawl.csv")
    assert sorted(folder.rglob("*")) == before
    run("inventory", "--suggest", "crawl.csv", "--write")
    assert "suggested for 300 pieces" in run("inventory")
    assert not any(one.personas for one in read_at(folder, TODAY).handbook.assets.values())
    before = sorted(folder.rglob("*"))
    assert "nothing is written yet" in run("inventory", "--accept")
    assert sorted(folder.rglob("*")) == before


def test_who_stops_reading_what_is_shown_has_all_of_it_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(_old: SourceFile, _new: SourceFile) -> None:
        raise BrokenPipeError

    crawl(folder / "crawl.csv")
    run("init", "--language", "en", "--phases", "5", "--persona", "CTO")
    run("inventory", "--suggest", "crawl.csv", "--write")
    monkeypatch.setattr("journeybook.adapters.cli.telling.inventory.show_edit", closed)
    run("inventory", "--accept", "--write", code=1)
    assert (folder / "site_config/inventory-tags.csv").is_file()
    assert "inventory-tags.csv" in (folder / "site_config/inventory.yml").read_text("utf-8")


def test_what_is_accepted_twice_stands_there_once(folder: Path) -> None:
    crawl(folder / "crawl.csv")
    with (folder / "crawl.csv").open("a", encoding="utf-8") as opened:
        opened.write("https://www.example.com/x/,text/html,200,OK,Indexable,Hullabaloo,\n")
    run("init", "--language", "en", "--phases", "5", "--persona", "CTO")
    run("new", "persona", "Buyer")
    run("inventory", "--suggest", "crawl.csv", "--write")
    run("inventory", "--accept", "--write")
    table = (folder / "site_config/inventory-tags.csv").read_bytes()
    settings = (folder / "site_config/inventory.yml").read_bytes()
    told = run("inventory", "--accept", "--write")
    assert "nothing new is suggested; say in site_config/inventory-tags.csv for whom" in told
    assert (folder / "site_config/inventory.yml").read_bytes() == settings
    assert (folder / "site_config/inventory-tags.csv").read_bytes() == table
    assert "not used: title\n" in run("inventory")
    assert "is a source already" in run("inventory", "--suggest", "crawl.csv", code=2)


TEAM = """\
Pagina;Titel;Doelgroep / fase;Soort content;Datum;Eigenar
https://voorbeeld.nl/a;Aan het woord;CTO/TOFU;Blogpost;3-1-2026;Marketing
https://voorbeeld.nl/b;Vergelijk ons;CTO / MOFU;Whitepaper;31-1-2026;Marketing
https://voorbeeld.nl/c;Gids;Chief Technology Officer/Consideration;Bloog;;
https://voorbeeld.nl/d;Iets;Inkoper/Awareness;Blog;;Marketing
https://voorbeeld.nl/e;Nog iets;???;Blog;;
https://voorbeeld.nl/f;Niets;–;Blog;;
"""


def test_a_sheet_in_dutch_with_slips_and_two_values_in_a_cell_is_understood(folder: Path) -> None:
    (folder / "team.csv").write_text(TEAM, "cp1252")
    run("init", "--language", "en", "--phases", "5", "--persona", "CTO", "--channels", "Website")
    told = run("inventory", "--suggest", "team.csv", "--name", "De audit", "--write")
    assert "no meaning was found for personas: Inkoper (1), ??? (1)\nsay what it is under" in told
    book = read_at(folder, TODAY).handbook
    found = {one.id: (one.personas, one.phases, one.type) for one in book.assets.values()}
    assert found == {
        "a": (("cto",), ("awareness",), "blog"),
        "b": (("cto",), ("consideration",), "whitepaper"),
        "c": (("cto",), ("consideration",), "blog"),
        "d": ((), ("awareness",), "blog"),
        "e": ((), (), "blog"),
        "f": ((), (), "blog"),
    }
    assert [str(one.published) for one in book.assets.values()][:2] == ["2026-01-03", "2026-01-31"]
    told = run("inventory")
    assert "De audit" in told
    assert "Inkoper (1)" in told
    assert "7 rows: 6 are content, 0 tell of content known already, 1 left out" in told
    # The phase stands beside the persona, and the column that is called so is nearly empty.
    beside = "Title,Persona,Phase\nG,CTO/Consideration,\nH,CTO / TOFU,\nI,CTO,Purchase\n"
    (folder / "beside.csv").write_text(beside, encoding="utf-8")
    told = run("inventory", "--suggest", "beside.csv", "--write")
    assert "personas: Persona\n" in told
    assert "      phases: [Phase, Persona]\n" in told
    assert "no meaning" not in told
    assets = read_at(folder, TODAY).handbook.assets
    assert [assets[one].phases for one in "ghi"] == [
        *(("consideration",), ("awareness",), ("purchase",)),
    ]
    # Words are known in spite of what is around them; what is only alike is another word.
    run("new", "persona", "IT manager")
    worded = (
        "Page Titel,Buyer's Journey Stage,Target Audence,Type content,Effort\n"
        "J,1. Awareness,IT,Webnar,12345\nK,Post-purchase,Senior IT manager,Product,1\n"
        "L,Evalution stage,All personas,Blog,\nM,Middle of funnel (MOFU),IT,Blog,\n"
    )
    (folder / "worded.csv").write_text(worded, encoding="utf-8")
    told = run("inventory", "--suggest", "worded.csv", "--write")
    assert "title: Page Titel\ntype: Type content\n" in told
    assert "effort" not in told
    assert "no meaning was found for type: Product (1)\nno column tells how far each" in told
    assets = read_at(folder, TODAY).handbook.assets
    assert [(assets[one].phases, assets[one].personas) for one in "jklm"] == [
        (("awareness",), ("it-manager",)),
        (("service-and-use",), ("it-manager",)),
        (("consideration",), ("cto", "it-manager")),
        (("consideration",), ("it-manager",)),
    ]
    # A column for each, with a cross in it, and several columns for one key.
    ticked = "Title,CTO,IT manager,TOFU,BOFU,Gated\nN,x,,1,0,no\nO,,✓,,X,yes\n"
    (folder / "ticked.csv").write_text(ticked, encoding="utf-8")
    told = run("inventory", "--suggest", "ticked.csv", "--write")
    assert "personas: CTO, IT manager\nphases: TOFU, BOFU\ngated: Gated\n" in told
    counted = (
        "Title,Primary persona,Secondary persona,Stage 1,Stage 2\nP,CTO,IT manager,TOFU,BOFU\n"
    )
    (folder / "counted.csv").write_text(counted, encoding="utf-8")
    run("inventory", "--suggest", "counted.csv", "--write")
    assets = read_at(folder, TODAY).handbook.assets
    assert [(assets[one].personas, assets[one].phases) for one in "nop"] == [
        (("cto",), ("awareness",)),
        (("it-manager",), ("purchase",)),
        (("cto", "it-manager"), ("awareness", "purchase")),
    ]
    # A page may be called so by its title, or by its address.
    paged = "Pagina;Link;Doelgroep\nWat het kost;/kost;CTO\nDe demo;/demo;CTO\n"
    (folder / "paged.csv").write_text(paged, encoding="utf-8")
    assert "title: Pagina\nurl: Link\n" in run("inventory", "--suggest", "paged.csv")
    (folder / "paged.csv").write_text("Page,Audience\nPrices,CTO\nDemo,CTO\n", encoding="utf-8")
    assert "title: Page\n" in run("inventory", "--suggest", "paged.csv")
    (folder / "none.csv").write_text("Colour,Size\nred,1\n", encoding="utf-8")
    told = run("inventory", "--suggest", "none.csv", "--write", code=2)
    assert "no column of 'none.csv' seems to hold a title or an address: Colour, Size;" in told
    told = run("inventory", "--suggest", "none.csv", "--title", "Color", "--write", code=2)
    assert "no column of 'none.csv' is called 'Color': Colour, Size" in told
    run("inventory", "--suggest", "none.csv", "--title", "colour", "--write")
    assert "red" in read_at(folder, TODAY).handbook.assets


def test_a_word_for_a_persona_and_for_a_phase_is_what_its_column_holds(folder: Path) -> None:
    run(
        "init",
        "--language",
        "en",
        "--phases",
        "5",
        "--persona",
        "Customer",
        "--channels",
        "Website",
    )
    rows = "".join(f"Page {at},Customer,,,x\n" for at in range(4))
    (folder / "a.csv").write_text(f"Title,Persona,,Remarks,Word count\n{rows}", encoding="utf-8")
    told = run("inventory", "--suggest", "a.csv")
    assert told.startswith("title: Title\npersonas: Persona\nnot used: Word count\n")


def test_whoever_names_the_column_of_titles_keeps_what_else_was_found(folder: Path) -> None:
    run("init", "--language", "en", "--phases", "5", "--persona", "CTO", "--channels", "Website")
    heads = "Product name;Page name;Kind of content;Audience\n"
    (folder / "a.csv").write_text(f"{heads}Pump;What it costs;Blog;CTO\n", encoding="utf-8")
    told = run("inventory", "--suggest", "a.csv", "--title", "Product name")
    assert "title: Product name\ntype: Kind of content\npersonas: Audience\n" in told
    assert "\nnot used: Page name\n" in told
    (folder / "b.csv").write_text("Product name;Audience\nPump;CTO\n", encoding="utf-8")
    told = run("inventory", "--suggest", "b.csv", code=2)
    # What was found is told first, so that only the title is still to be named.
    assert told.startswith("personas: Audience\n")
    assert "address: Product name, Audience; name one with --title HEADING" in told


def test_an_it_manager_is_not_any_manager_and_phases_have_short_names(folder: Path) -> None:
    heads, rows = (
        "URL;Titel;Fase\n",
        ("Voor de facilitair manager;TOFU", "Wat de IT-manager wil;Gebruik"),
    )
    lines = (f"https://voorbeeld.nl/{at};{row}\n" for at, row in enumerate(rows))
    (folder / "team.csv").write_text(heads + "".join(lines), encoding="utf-8")
    run(
        "init", "--language", "nl", "--phases", "5", "--persona", "IT-manager", "--channels", "Site"
    )
    run("new", "persona", "Facilitair manager")
    assert "geen betekenis" not in run("inventory", "--suggest", "team.csv", "--write")
    run("inventory", "--accept", "--write")
    assets = read_at(folder, TODAY).handbook.assets
    assert {one: (asset.personas, asset.phases) for one, asset in assets.items()} == {
        "0": (("facilitair-manager",), ("bewustwording",)),
        "1": (("it-manager",), ("service-en-gebruik",)),
    }


def test_pages_that_say_the_same_by_several_keys_are_all_understood(folder: Path) -> None:
    run("init", "--language", "en", "--phases", "5", "--persona", "CTO", "--channels", "Website")
    pages = {
        "a": "---\ntitle: A\npublishDate: 2026-03-02\npersona: CTO\neditors: [Ann, Bob]\n---\n",
        "b": "---\ntitle: B\ndate: Jul 08 2026\npersonas:\n- CTO\n- Inköper\ndraft: false\n---\n",
        "c": "---js\n{ title: 'C' }\n---\n",
    }
    (folder / "site/content").mkdir(parents=True)
    for name, text in pages.items():
        (folder / f"site/content/{name}.md").write_text(text, encoding="cp1252")
    told = run("inventory", "--suggest", "site", "--write")
    assert "published: publishDate, date\n" in told
    told = run("inventory")
    assert "3 rows: 2 are content, 0 tell of content known already, 1 left out" in told
    assert "not used" not in told
    assert "left out: cannot be read (1)" in told
    assert "  site/content/b.md was read as Windows-1252\n" in told
    # Of several in a list all count, and what means nothing is told of where its key stands.
    assert "site/content/b.md:4:1: “personas” says 'Inköper'" in run("check")
    found = read_at(folder, TODAY).handbook.assets
    assert [str(found[one].published) for one in "ab"] == ["2026-03-02", "2026-07-08"]
    assert [found[one].personas for one in "ab"] == [("cto",), ("cto",)]
    assert found["a"].owner == "Ann, Bob"


def test_of_what_a_system_keeps_its_content_alone_is_proposed(folder: Path) -> None:
    run("init", "--language", "en", "--phases", "5", "--persona", "CFO", "--channels", "Website")
    (folder / "c.json").write_bytes(contentful())
    told = run("inventory", "--suggest", "c.json", "--write")
    assert "+    entries: [page]\n" in told
    assert "personas: persona\n" in told
    number = "0123456789abcdef0123456789abcdef"
    tables = {
        f"Plan {number}_all.csv": "Name,Persona,URL\nPrices,CFO,/prices\n",
        f"People {number}_all.csv": "Name,Age\nCFO,50\nCTO,40\n",
    }
    (folder / "n.zip").write_bytes(zipped(dict(tables)))
    assert "+    member: Plan\n" in run("inventory", "--suggest", "n.zip", "--write")
    assert list(read_at(folder, TODAY).handbook.assets) == ["what-does-it-cost", "prices"]


@pytest.mark.usefixtures("folder")
def test_what_cannot_be_read_is_told_with_the_way_out() -> None:
    run("init", "--language", "en", "--phases", "5", "--persona", "CTO")
    told = run("inventory", "--suggest", "gone.csv", code=2)
    assert "there is no 'gone.csv'" in told
    assert "no content stands elsewhere yet" in run("inventory")


def test_an_index_brings_the_sitemaps_that_lie_beside_it(folder: Path) -> None:
    run("init", "--language", "en", "--phases", "5", "--persona", "CTO", "--channels", "Website")
    names = ("pages.xml.gz", "posts.xml", "gone.xml")
    named = "".join(f"<sitemap><loc>https://x.org/{one}</loc></sitemap>" for one in names)
    maps = folder / "maps"
    maps.mkdir()
    (maps / "sitemap.xml").write_text(f"<sitemapindex>{named}</sitemapindex>", encoding="utf-8")
    posts = "<urlset><url><loc>https://x.org/{}</loc></url></urlset>"
    (maps / "posts.xml").write_text(posts.format("a"), encoding="utf-8")
    (maps / "pages.xml.gz").write_bytes(gzip.compress(posts.format("b").encode()))
    assert "url: loc" in run("inventory", "--suggest", "maps/sitemap.xml", "--write")
    told = run("inventory")
    assert "3 rows: 2 are content, 0 tell of content known already, 1 left out" in told
    assert "sitemaps that are not beside it: https://x.org/gone.xml; save them in the" in told
    # No address is blamed for a title that no sitemap tells.
    assert "no title" not in run("check", code=1)
    # By a pattern, what an index names is not read once more.
    settings = folder / "site_config/inventory.yml"
    text = settings.read_text(encoding="utf-8").replace("maps/sitemap.xml", "maps/*")
    settings.write_text(text, encoding="utf-8")
    assert "3 rows: 2 are content, 0 tell of content known already" in run("inventory")
    git = ("git", "-c", "user.name=a", "-c", "user.email=a@b.c")
    for words in (("init", "-q"), ("add", "."), ("commit", "-qm", "One")):
        subprocess.run([*git, *words], cwd=folder, check=True)
    settings.write_text(text.replace("maps/*", "maps/sitemap.xml"), encoding="utf-8")
    subprocess.run([*git, "commit", "-qam", "Two"], cwd=folder, check=True)
    # So are they in what git holds: the same content comes of both.
    assert "Nothing gets better or worse" in run("diff", "HEAD~1", "HEAD")


def test_of_exports_of_use_is_told_what_became_of_every_row(folder: Path) -> None:
    run("init", "--language", "en", "--phases", "5", "--persona", "CTO", "--channels", "Website")
    pages = "URL,Title\nhttps://example.com/prices,Prices\n"
    (folder / "pages.csv").write_text(pages, encoding="utf-8")
    rows = "https://example.com/prices,40,5%,3\n/new,7,1%,9\n(not set),1,,\n"
    export = f"Top pages,Clicks,CTR,Position\n{rows}"
    (folder / "pages-2026-10.csv").write_text(export, encoding="utf-8")
    run("inventory", "--suggest", "pages.csv", "--write")
    # What only counts is no content, and stands in a list of its own.
    told = run("inventory", "--suggest", "pages-2026-10.csv", "--write")
    assert "pages-2026-10.csv tells how much content is used" in told
    assert "is a source already" in run("inventory", "--suggest", "pages-2026-10.csv", code=2)
    settings = folder / "site_config/inventory.yml"
    written = settings.read_text(encoding="utf-8")
    assert written.endswith('use:\n  - file: pages-2026-10.csv\n    base: "https://example.com"\n')
    settings.write_text(f"{written}  - file: no.csv\n", encoding="utf-8")
    (folder / "undated.csv").write_text(f"Page,Views\n{rows}", encoding="utf-8")
    assert "write under the export: month" in run("inventory", "--suggest", "undated.csv")
    told = run("inventory")
    assert (
        "1 October 2026 to 31 October 2026: rows of figures: 2; content that they tell of: 1"
        in told
    )
    assert "not used: CTR, Position" in told
    assert "left out: about no page (1)" in told
    assert "addresses without content: 1\n    /new (7)" in told
    assert "there is no 'no.csv' to read use from" in told
    # Of several tables that count the same visits from other sides, none is added to another.
    sides = {"pages.csv": "name,visitors\n/prices,120\n", "exits.csv": "name,visitors\n/prices,3\n"}
    (folder / "bundle-2026-11.zip").write_bytes(zipped(dict(sides)))
    run("inventory", "--suggest", "bundle-2026-11.zip", "--write")
    (asset,) = read_at(folder, TODAY).handbook.assets.values()
    assert [one.visitors for one in asset.use] == [None, 120]


def test_what_is_accepted_blames_no_row_and_a_longer_name_goes_before_its_parts(
    folder: Path,
) -> None:
    run("init", "--language", "en", "--phases", "5", "--persona", "Researcher", "--channels", "Web")
    run("new", "persona", "Research engineer")
    pages = "URL,Title,Status\nhttps://example.com/rse,The research engineer,published\n"
    (folder / "pages.csv").write_text(pages, encoding="utf-8")
    settings = "sources:\n  - file: pages.csv\n"
    (folder / "site_config/inventory.yml").write_text(settings, encoding="utf-8")
    told = run("inventory")
    assert "The research engineer (rse): Research engineer" in told
    assert "and Researcher" not in told
    run("inventory", "--accept", "--write")
    found = read_at(folder, TODAY).findings
    assert [one.code for one in found if one.span.path == "pages.csv"] == []


def test_what_a_workbook_hides_is_told_where_it_is_read(folder: Path) -> None:
    run("init", "--language", "en", "--phases", "5", "--persona", "CTO", "--channels", "Website")
    with xlsxwriter.Workbook(folder / "audit.xlsx") as book:
        sheet = book.add_worksheet("Content")
        sheet.write_row(0, 0, ("Title", "Owner", "Margin", "Status"))
        for at, title in enumerate(("Prices", "Lease"), start=1):
            sheet.write_row(at, 0, (title, "Ann", "12%", "draft"))
        sheet.set_column(1, 2, None, None, {"hidden": True})
        sheet.set_row(2, None, None, {"hidden": True})
    run("inventory", "--suggest", "audit.xlsx", "--write")
    told = run("inventory")
    # What nobody reads of it may stay hidden.
    assert "not used: Margin" in told
    assert told.count("audit.xlsx:2 Owner") == 1
    assert "the sheet hides this column, and it is read all the same" in told
    assert "the sheet hides this row" in told
    assert "audit.xlsx:3 Lease" in told
    assert "audit.xlsx:2 Prices" not in told
