"""Above the title of a page stands where it belongs, what is beside it, and the same for others."""

import re
from functools import cache

import pytest

from journeybook.rendering import render_handbook
from journeybook.wording import by_number
from tests.unit.handbooks import judged
from tests.unit.tables.warehouse import FILES

CLERK = {
    "journeys/own/index.md": "---\ntitle: Alone\npersonas: [clerk]\n---",
    "journeys/own/buy.md": "---\nphase: buy\n---\n# Buys",
}


@cache
def trails() -> dict[str, str]:
    return _trails({**FILES, **CLERK})


def _trails(files: dict[str, str]) -> dict[str, str]:
    pages = render_handbook(judged(files)).pages
    return {page.uri: page.trail.html if page.trail else "" for page in pages}


def links(html: str) -> list[tuple[str, str]]:
    return re.findall(r'href="([^"]*)"(?: aria-current="page")?>([^<]*)</a>', html)


@pytest.mark.parametrize(
    ("uri", "wanted"),
    [
        ("index.md", []),
        (
            "assets/prices.md",
            [("../", "Content"), ("../?type=price-page", "Price page")],
        ),
        ("gaps/buy.md", [("../", "What to write")]),
        ("matrix/cfo.md", [("../../channels/", "Channels"), ("../", "Channel matrix")]),
        ("journeys/both/index.md", [("../", "Journeys"), ("./", "CFO"), ("../own/", "Clerk")]),
    ],
)
def test_a_page_tells_where_it_belongs(uri: str, wanted: list[tuple[str, str]]) -> None:
    assert links(trails()[uri]) == wanted


def test_the_first_pages_of_a_section_stand_beside_each_other() -> None:
    names = ["Actions", "The desk", "Calendar", "Key figures", "Lessons learned"]
    assert [text for _, text in links(trails()["actions/index.md"])] == names
    assert [text for _, text in links(trails()["actions/desk.md"])] == names
    here = re.findall(r'aria-current="page">([^<]*)', trails()["actions/desk.md"])
    assert here == ["The desk"]


def test_from_eight_personas_on_they_are_chosen_from_a_list() -> None:
    people = {f"personas/p{at}.md": f"# Person {at}" for at in range(1, 9)}
    ways = {f"journeys/p{at}/buy.md": "---\nphase: buy\n---\n# Buys" for at in range(1, 9)}
    fronts = {
        f"journeys/p{at}/index.md": f"---\ntitle: Way {at}\npersonas: [p{at}]\n---"
        for at in range(1, 9)
    }
    html = _trails({"phases/buy.md": "# Buy", **people, **ways, **fronts})["journeys/p3/index.md"]
    assert re.findall(r"<summary[^>]*>([^<]*)", html) == ["Person 3"]
    assert len(links(html)) == 1 + 8
    assert "<summary" not in trails()["journeys/both/index.md"]


def test_numbers_in_names_count_by_their_value() -> None:
    names = ["Persona 10", "persona 2", "Persona 02b", "Persona", "7"]
    assert sorted(names, key=by_number) == [
        "7",
        "Persona",
        "persona 2",
        "Persona 02b",
        "Persona 10",
    ]
