"""Handbooks of many: what each page holds grows with the handbook no faster than it must."""

from journeybook.pages.parts.near import MOST_NAMED, near
from journeybook.pipeline import compile_handbook
from journeybook.sources.document import SourceFile
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
    few = [f"p{at}" for at in range(MOST_NAMED)]
    assert near(few, "p3", "home") == frozenset(few)


def test_of_many_those_around_are_named_and_the_page_that_names_all() -> None:
    many = [f"p{at}" for at in range(MOST_NAMED + 1)]
    assert near(many, "home", "home") == frozenset(many)
    assert near(many, "p20", "home") == {"home", *(f"p{at}" for at in range(14, 27))}
    assert near(many, "p0", "home") == {"home", *(f"p{at}" for at in range(7))}
    assert near(many, "elsewhere", "home") == {"home", *(f"p{at}" for at in range(7))}
