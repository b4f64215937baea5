"""Several handbooks side by side: how far each is, whom they share, and how they did."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from journeybook.adapters.disk.resources import shipped
from journeybook.history.points import WHOLE, Measure, Point
from journeybook.history.portfolio import Member, portfolio_page
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import PROSE, Page
from journeybook.wording import Wording
from tests.snapshots.printing import html_text
from tests.unit.handbooks import judged
from tests.unit.held import hold
from tests.unit.test_trend import measure

SAY = Wording()
_DRAWING = re.compile(r"<svg.*?</svg>", re.DOTALL)
ANSWER = (
    "---\nstatus: published\npersonas: buyer\nphases: look\nanswers: [What is it?]\n---\n# Answer\n"
)


def past(*days: Sequence[Measure]) -> tuple[Point, ...]:
    return tuple(
        Point(commit=str(at), day=date(2026, at, 1), errors=at % 2, measures=tuple(measures))
        for at, measures in enumerate(days, start=1)
    )


def member(part: str, persona: str, points: Sequence[Point], **more: str) -> Member:
    files = {
        "personas/buyer.md": f"# {persona}\n",
        "phases/look.md": "---\norder: 1\n---\n# Look\n",
        "journeys/way/index.md": "---\npersona: buyer\n---\n# The way\n",
        "journeys/way/look.md": "---\nquestions: [What is it?, How much?]\n---\n",
    }
    return Member(title=f"In {part}", part=part, site=judged({**files, **more}).site, past=points)


GREW = past((), (measure(WHOLE, "", 1),), (measure(WHOLE, "", 3),))
STOOD = past((measure(WHOLE, "", 2),), (measure(WHOLE, "", 2),), (measure(WHOLE, "", 2),))
NORTH = member("north/", "The buyer", GREW, **{"assets/answer.md": ANSWER})
SOUTH = member("a/south/", "the  Buyer", STOOD, **{"site_config/journeybook.yml": "language: nl\n"})
WEST = member("west/", "The seller", STOOD)


def page(members: Sequence[Member], written: str | None = None) -> Page:
    return portfolio_page(members, Renderer(shipped().templates, SAY), SAY, written)


def told(page: Page) -> Iterator[str]:
    yield f"{page.uri} {page.title} {page.wide}"
    yield page.markdown
    for one in page.blocks:
        yield f"-- {one.name} --\n{html_text(_DRAWING.sub(_crossed, one.html))}"


def _crossed(drawing: re.Match[str]) -> str:
    # All else that is drawn is held of a past that tells more.
    crosses = re.findall(r"<path [^>]*jb-trend-bad[^>]*><title>(.*?)</title>", drawing[0])
    return f"<svg>{', '.join(crosses)}</svg>"


def test_all_of_them_are_told_with_their_past_and_whom_they_share() -> None:
    hold("portfolio", told(page((NORTH, SOUTH, WEST))))


def test_no_past_is_told_that_one_does_not_have_and_no_persona_that_nobody_shares() -> None:
    found = page((NORTH, member("east/", "Nobody else", ()), WEST), written="ours/index.md")
    (block,) = found.blocks
    assert (block.name, found.uri) == ("handbooks", "ours/index.md")
    assert found.markdown == f"{PROSE}\n\n{block.marker}\n"
    assert 'href="../north/">In north/</a>' in block.html
