"""What every heading and every word of an inventory means, each looked at alone."""

from collections.abc import Iterator

from journeybook.handbook.inventories.heading_words import HeadingWords
from journeybook.handbook.inventories.headings import KEYS
from journeybook.handbook.inventories.meanings import Meanings
from journeybook.handbook.inventories.named_keys import inner_name, keys_named, settled
from journeybook.handbook.inventories.proposing import _directories
from journeybook.handbook.linking.linker import Linker
from journeybook.schema.settings.inventory import Key, Source
from journeybook.sources.settings.inventory import WrittenSource
from journeybook.sources.yaml.nodes import Tree
from tests.unit.held import hold, hold_each
from tests.unit.test_proposals import BOOK

WORDS = HeadingWords(BOOK.handbook.vocabulary)
ORDERS = (
    *("Primary", "Secondary", "Tertiary", "Main", "Other", "First", "Second", "Third"),
    *("Primair", "Primaire", "Secundair", "Secundaire", "Hoofd", "Eerste", "Tweede", "Nice"),
)
AROUND = (
    *("params", "taxonomies", "extra", "acf", "fields", "meta", "custom", "attributes"),
    *("properties", "data", "frontmatter", "content", "more"),
)
SMALL = (*("date", "datum", "the", "of", "van", "de", "het", "for", "voor", "in", "on", "op", "a"),)
HEADINGS = (
    *(f"{order} persona" for order in ORDERS),
    *(f"{around} persona" for around in AROUND),
    *(f"stage {small} funnel" for small in SMALL),
    *("Title", "Pagina-URL", "Audience / stage", "stage+audience", "Persona, phase", "a|persona"),
    *("Personna", "Persn", "Kind of contnet", "Due date", "Date due", "2. Phase", "Phase 2"),
    *("Catagory", "Hearing", "Actief", "Source link"),
    *("Nothing", "", "#", "Page name", "Persona of the page", "personas (all)"),
)
ALIKE = ("summary", "owner", "aliases", "old_addresses", "cta")
"""Keys that take any text as it stands."""
TOGETHER = (
    ("Persona 1", "Persona 2", "Persona"),
    ("Page", "Title", "URL"),
    ("Published", "Date published", "params date"),
    ("Audience / stage", "Phase"),
    ("meta title", "extra title", "Title of page"),
    ("H1", "SEO title", "File name", "Asset name"),
    ("Article", "Section title", "Page type", "Link to page", "Page"),
    ("Title", "Title of page", "Name"),
    ("Name", "Company name", "Webpage"),
    ("Titel", "Title tag", "Naam auteur", "Owner"),
    ("Size (bytes)", "Page size", "Modified by", "Status date"),
    ("Name of company", "Persona and name"),
    ("First name", "Last name", "Voornaam", "Achternaam", "Job title", "Company name"),
    ("Campaign name", "Asset name", "Product owner", "Asset owner", "Asset link", "Launch date"),
    ("Author First Name", "Image Title", "Comment Status", "Post Modified Date", "Parent page"),
    ("Asset", "What it's about", "Sales stage", "Last refreshed", "Keep, delete or revise"),
    ("Card Name", "Card URL", "Card Description", "List Name", "Board Name", "Last Activity Date"),
)
SETTLED: tuple[tuple[dict[Key, str], dict[str, list[str]]], ...] = (
    ({"url": "Page"}, {"Page": ["Prices", "About"]}),
    ({"url": "Page"}, {"Page": ["/prices", "About", "/x"]}),
    ({"url": "Page"}, {"Page": ["prices", "about us"]}),
    ({"url": "Page"}, {"Page": []}),
    ({"title": "Page"}, {"Page": ["/prices"], "URL": ["/a"], "Link": ["x"]}),
    ({}, {"Page": ["Prices"], "URL": ["/a", "b"]}),
    ({"title": "Article"}, {"Article": ["/prices"]}),
    ({"title": "Article"}, {"Article": ["Prices"], "Blog": ["/a"]}),
    ({"title": "Article"}, {"Article": []}),
    ({"title": "Name"}, {"Name": ["/prices"]}),
    ({"url": "Link to page"}, {"Link to page": ["Prices"]}),
)
CELLS = (
    *("CTO", "chief technology officer", "The CTO", "CT", "Plant", "plant managers", "Manager"),
    *("CTO; Plant manager", "CTO / Plant manager", "CTO/Awareness", "CTO and nobody", "all"),
    *("Iedereen", "Everybody (all)", "no", "n/a", "-", "???", "", "none", "/", "/a/b", "x.y"),
    *("Awareness", "1. Awareness", "awarenes", "TOFU", "Middle of funnel (MOFU)", "Decision!"),
    *("Blog", "blog post", "Blgo", "e-book", "live", "Published", "pub", "draft", "archived"),
    *("Site", "website", "Beurs", "fair", "English", "nl", "xx", "2026-01-02", "3/1/2026", "soon"),
    *("yes", "x", "false", "small", "S", "Keep", "Remove?", "Merge with /a", "a, b; c\nd"),
    f"CTO (CTO%20{'0' * 32}.md), Who, me (https://www.notion.so/Who-{'0' * 32}?pvs=21)",
    *("Ann", "https://x.example/a", "IT", "tech officer chief", "a|b", "What? Why; How", "Aware"),
)
OWN: tuple[tuple[Key, str], ...] = (
    *(("personas", "boss"), ("personas", "BOTH"), ("personas", "x"), ("personas", "CTO+boss")),
    *(("personas", "CTO; boss"), ("personas", "who"), ("tags", "a b;c"), ("type", "post")),
    *(("type", "thing"), ("type", "odd"), ("type", "blog"), ("status", "ok"), ("status", "gone")),
    ("status", "live"),
)
SAME: tuple[tuple[Key, object, object], ...] = (
    *(("status", "live", "Published"), ("status", "odd", "odd"), ("status", "live", "draft")),
    *(("personas", ("cto",), "Chief technology officer"), ("personas", "cto", "who")),
    *(("type", "Blog", "blog"), ("type", "Blog", "video"), ("title", "A", "a")),
)


def meanings(**source: object) -> Meanings:
    linker = Linker(_directories(BOOK.handbook), {}, BOOK.handbook.today, BOOK.handbook.vocabulary)
    tree = Tree(path="site_config/inventory.yml", root=None)
    given = Source.model_validate({"file": ("a.csv",), **source})
    written = WrittenSource(source=given, at=0, tree=tree, files=())
    return Meanings(written, linker, BOOK.bench.words)


def test_what_a_heading_means() -> None:
    lines = [f"{one!r}: {inner_name(one)} {keys_named([one], WORDS)}" for one in HEADINGS]
    lines += [f"{several}: {keys_named(several, WORDS)}" for several in TOGETHER]
    lines += [f"{named} {cells}: {settled(named, cells, WORDS)}" for named, cells in SETTLED]
    hold("inventory-headings", lines)


def test_how_many_headings_of_teams_and_tools_are_understood() -> None:
    hold_each("headings", _understood)


def _understood(text: str) -> Iterator[str]:
    """Tell how many headings name the key above them, and what the others name."""
    key, *lines = text.splitlines()
    headings = [one for line in lines for one in line.split("; ")]
    found = {one: next(iter(keys_named([one], WORDS)), "nothing") for one in headings}
    others = {one: name for one, name in found.items() if name != key}
    yield f"{len(headings) - len(others)} of {len(headings)}"
    yield from (f"{one}: {name}" for one, name in others.items())


def test_what_a_word_means() -> None:
    hold("inventory-words", _told())


def _told() -> Iterator[str]:
    plain = meanings()
    yield f"website: {plain.website}"
    for cell in CELLS:
        yield f"== {cell!r}{' says nothing' * plain.says_nothing(cell)}"
        for key in (one for one in KEYS if one not in ALIKE):
            meant = plain.of(key, cell)
            known = "known" if plain.is_known(key, cell) else plain.suggestion(key, cell)
            if known or meant.value is not None:
                yield f"{key}: {meant.value} {' '.join(meant.unknown)} ‖ {known}".rstrip(" ‖")
    own = meanings(
        split={"personas": "+", "tags": " "},
        values={
            "personas": {"boss": "CTO", "both": ["cto", "plant-manager", "nobody"], "x": "none"},
            "type": {"post": ["blog", "video"], "thing": "none", "odd": "what"},
            "status": {"ok": ["published", "draft"], "gone": "none"},
        },
        phases="Awareness",
        type="video",
        status="live",
        owner="Ann",
    )
    yield f"constants: {dict(own.constants)}"
    for key, cell in OWN:
        meant = own.of(key, cell)
        yield f"{key} {cell!r}: {meant.value} {meant.unknown} {own.is_known(key, cell)}"
    for key, one, other in SAME:
        yield f"{key} {one} {other}: {own.is_same(key, one, other)}"
