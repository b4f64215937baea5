"""Handbooks of many: what each page holds grows with the handbook no faster than it must."""

import re

from journeybook.pages.entities.persona_page import MOST_INHERITED
from journeybook.pages.gaps.fix_words import MOST_NAMED as MOST_PEOPLE
from journeybook.pages.parts.ways.near import MOST_NAMED, near
from journeybook.sources.document import SourceFile
from tests.compiling import compile_handbook
from tests.golden.case import SETTINGS, TODAY

LISTS = ("gaps/index.md", "matrix/index.md", "personas/index.md")


def of_personas(count: int) -> dict[str, int]:
    """The letters of each page about one persona, in a handbook of so many."""
    texts = {f"personas/p{at}": f"# Persona {at}" for at in range(count)}
    texts |= {"phases/buy": "# Buy", "channels/web": "# Web"}
    files = [
        SourceFile(path=f"content/{path}.md", data=f"{text}\n".encode())
        for path, text in texts.items()
    ]
    pages = compile_handbook(files, SETTINGS, TODAY).pages
    return {
        page.uri: sum(len(block.html) for block in page.blocks)
        for page in pages
        if page.uri in ("gaps/personas/p3.md", "matrix/p3.md", "personas/p3.md", *LISTS)
    }


def test_the_pages_of_one_persona_do_not_grow_with_the_others() -> None:
    some, many = of_personas(MOST_NAMED + 20), of_personas(2 * MOST_NAMED + 40)
    for uri in some.keys() - set(LISTS):
        assert many[uri] < 1.1 * some[uri], uri
    # A list of all names each once.
    assert many["gaps/index.md"] < 2.2 * some["gaps/index.md"]


def test_few_are_all_named() -> None:
    few = pages(MOST_NAMED)
    assert near(few, "p3.md", "home.md") == tuple(few)


def test_of_many_those_around_are_named_and_the_page_that_names_all() -> None:
    many = pages(MOST_NAMED + 1)
    assert near(many, "home.md", "home.md") == tuple(many)
    assert near(many, "p20.md", "home.md") == tuple(f"p{at}" for at in range(14, 27))
    assert near(many, "p0.md", "home.md") == tuple(f"p{at}" for at in range(7))
    assert near(many, "elsewhere.md", "home.md") == tuple(f"p{at}" for at in range(7))


def pages(count: int) -> dict[str, str]:
    """So many pages by id."""
    return {f"p{at}": f"p{at}.md" for at in range(count)}


def test_a_line_of_parents_is_told_on_the_pages_of_the_parents() -> None:
    files = [SourceFile(path="content/personas/p0.md", data=b"---\ngoals: [Goal 0]\n---\n# P0\n")]
    for at in range(1, MOST_INHERITED + 3):
        text = f"---\nextends: p{at - 1}\n+goals: [Goal {at}]\n---\n# P{at}\n"
        files.append(SourceFile(path=f"content/personas/p{at}.md", data=text.encode()))
    made = {page.uri: page for page in compile_handbook(files, SETTINGS, TODAY).pages}
    last, before = (
        "".join(block.html for block in made[f"personas/p{MOST_INHERITED + at}.md"].blocks)
        for at in (2, 0)
    )
    assert "Goal 0<" in before
    assert ">2 more<" in last
    assert f'href="../p{MOST_INHERITED + 1}/"' in last
    assert ("Goal 1<" in last, "Goal 2<" in last, f"Goal {MOST_INHERITED + 2}<" in last) == (
        False, True, True,
    )  # fmt: skip


def gaps_for_everybody(count: int) -> tuple[str, str]:
    """The lists of one persona's gaps and of all, where content for all of so many lacks some."""
    texts = {f"personas/p{at}": f"# Persona {at}" for at in range(count)}
    texts["assets/all"] = "---\npersonas: all\nphases: all\n---\n# For everybody"
    texts["phases/buy"] = "# Buy"
    files = [
        SourceFile(path=f"content/{path}.md", data=f"{text}\n".encode())
        for path, text in texts.items()
    ]
    made = {page.uri: page for page in compile_handbook(files, SETTINGS, TODAY).pages}
    own, whole = (
        "".join(block.html for block in made[uri].blocks)
        for uri in ("gaps/personas/p3.md", "gaps/all.md")
    )
    return own, whole


def test_a_page_of_one_persona_does_not_name_all_who_share_its_gaps() -> None:
    own, whole = gaps_for_everybody(MOST_NAMED + 1)
    assert f"{MOST_NAMED + 1} personas" in own
    assert "Persona 15" not in own
    assert "Persona 15" in whole


def test_a_row_of_gaps_counts_those_who_are_more_than_it_has_room_for() -> None:
    for count, shown in ((MOST_PEOPLE, "Persona 5, Persona 6"), (MOST_PEOPLE + 1, "8 personas")):
        _, whole = gaps_for_everybody(count)
        assert re.search(f"<td>[^<]*{shown}</td>", whole), count
