"""What of a page waits until it comes near the window."""

from journeybook.pages.parts.filling.late import with_late
from journeybook.pages.parts.page import Block, Page


def marked(*sizes: int) -> list[str]:
    """Give the classes of blocks of so many letters, in their order."""
    blocks = tuple(
        Block(name=str(at), html=f'<div class="jb jb-wide">{"x" * size}</div>')
        for at, size in enumerate(sizes)
    )
    page = with_late(Page(uri="a.md", title="A", markdown="", blocks=blocks))
    return [block.html.partition('"')[2].partition('"')[0] for block in page.blocks]


def test_what_the_first_window_shows_does_not_wait() -> None:
    assert marked(100, 9_000, 9_000, 50) == ["jb jb-wide"] * 3 + ["jb jb-late jb-wide"]


def test_a_block_taller_than_any_window_waits_wherever_it_stands() -> None:
    assert marked(100, 90_000) == ["jb jb-wide", "jb jb-late jb-tall jb-wide"]
