"""What the catalogue tells of content that stands elsewhere."""

from dataclasses import astuple

import pytest

from journeybook.pages.catalogue.draw import catalogue_pages
from journeybook.pages.catalogue.sources import sources
from journeybook.pages.parts.filling.renderer import Renderer
from tests.golden.case import SETTINGS
from tests.unit.handbooks import judged

FILES = {
    "phases/purchase.md": "---\norder: 1\n---\n",
    "personas/cfo.md": "---\ntitle: CFO\n---\n",
    "site_config/inventory.yml": """
        sources:
          - {file: site_config/audit.csv, status: published}
        use:
          - {file: site_config/use.csv, month: 2026-10}
        """,
    "site_config/audit.csv": """
        URL,Title,Audience,Notes
        https://acme.example/prices,Prices for the CFO,,red
        https://acme.example/leaks,Why pipes leak,Plumber,
        """,
    "site_config/use.csv": """
        Page URL,Views,Bounces
        https://acme.example/leaks,11,4
        https://acme.example/spring,7,1
        """,
}


def test_what_became_of_each_file_stands_beside_its_name_and_the_rest_below() -> None:
    assert [astuple(one) for one in sources(judged(FILES).site)] == [
        (
            "site_config/audit.csv",
            "3 rows: 2 are content, 0 tell of content known already, 1 left out",
            (
                "title: Title",
                "url: URL",
                "personas: Audience",
                "not used: Notes",
                "for nobody yet: 2",
                "left out: headings (1)",
                "without a meaning for personas, under “Audience”:",
                "Plumber (1)",
            ),
        ),
        (
            "site_config/use.csv",
            "1 October 2026 to 31 October 2026: rows of figures: 2; content that they tell of: 1",
            (
                "not used: Bounces",
                "left out: headings (1)",
                "addresses without content: 1",
                "https://acme.example/spring (7)",
            ),
        ),
        (
            "suggested for 1 piece, which does not count before it is accepted (--accept)",
            "",
            ("Prices for the CFO (prices): Price page · CFO",),
        ),
    ]


def test_what_nobody_has_filled_in_yet_is_told_by_the_next_column() -> None:
    table = """
        Title,URL,Owner,Author,Persona,Audience,,Remarks,Notes
        Prices,https://acme.example/prices,,Ann,,CFO,,,red
        Leaks,https://acme.example/leaks,,Bob,CFO,Plumber,,,
        """
    told = judged({**FILES, "site_config/audit.csv": table})
    assets = told.handbook.assets
    assert [(one.owner, one.personas) for one in assets.values()] == [
        ("Ann", ()),
        ("Bob", ("cfo",)),
    ]
    (result,) = told.handbook.inventory
    assert result.columns["owner"] == ("Owner", "Author")
    assert result.columns["personas"] == ("Persona",)
    assert result.unused == ("Audience", "Notes")


def test_several_owners_in_lines_are_several_and_a_place_kept_free_is_none() -> None:
    table = """
        Title,Owner
        One,"Ann\nBob"
        Two,TBD
        Three,unassigned
        Four,Ann
        """.replace("\\n", "\n")
    told = judged({**FILES, "site_config/audit.csv": table})
    owners = [one.owner for one in told.handbook.assets.values()]
    assert owners == ["Ann, Bob", None, None, "Ann"]


def test_that_stands_below_the_catalogue_under_a_heading() -> None:
    alone = {path: text for path, text in FILES.items() if "site_config" not in path}
    told = [
        page.markdown
        for site in (judged(FILES).site, judged(alone).site)
        for page in catalogue_pages(site, Renderer(SETTINGS.resources.templates, site.wording))
    ]
    heading = "## Content that stands elsewhere { #elsewhere }"
    assert [heading in one for one in told] == [True, False]


def test_of_many_words_without_a_meaning_the_most_used_are_told_and_the_rest_counted() -> None:
    trades = [*map(str, range(23)), "22"]
    rows = "".join(
        f"https://acme.example/{at},Page {at},Trade {one},Craft {one}\n"
        for at, one in enumerate(trades)
    )
    book = FILES | {
        "site_config/inventory.yml": """
            sources:
              - file: site_config/audit.csv
                columns: {title: Title, url: URL, personas: [Audience, Reader]}
            """,
        "site_config/audit.csv": f"URL,Title,Audience,Reader\n{rows}",
    }
    told = [one.message for one in judged(book).findings if one.code == "unmapped-value"]
    assert len(told) == 2 * 21
    for column, word in (("Audience", "Trade"), ("Reader", "Craft")):
        # Of those that stand in one row each, the last do not stand for themselves.
        own = [one for one in told if one.startswith(f"“{column}”")]
        assert f"says '{word} 18'" in own[-3]
        assert own[-2] == f"“{column}” holds 3 more words that mean nothing for personas"
        assert f"'{word} 22', which means nothing for personas (row 24; 2 in all)" in own[-1]


@pytest.mark.parametrize(("many", "last"), [(5, "Of the CFO 5"), (6, "…")])
def test_of_many_suggestions_the_first_are_told_and_that_there_are_more(
    many: int, last: str
) -> None:
    rows = "".join(f"https://acme.example/{at},Of the CFO {at},,\n" for at in range(1, many + 1))
    book = FILES | {"site_config/audit.csv": f"URL,Title,Audience,Notes\n{rows}"}
    suggested = sources(judged(book).site)[-1]
    assert suggested.name.startswith(f"suggested for {many} pieces")
    assert suggested.lines[4].startswith("Of the CFO 5")
    assert suggested.lines[-1].startswith(last)


def test_how_many_addresses_nobody_can_follow_is_told_with_what_to_write() -> None:
    book = FILES | {
        "site_config/audit.csv": "URL,Title,Audience,Notes\n/prices,Prices,CFO,\n/leaks,Leaks,,\n"
    }
    (audit, *_), (whole, *_) = (sources(judged(files).site) for files in (book, FILES))
    said = "2 addresses have no host: write under base what stands before them"
    assert [said in one.lines for one in (audit, whole)] == [True, False]
