"""How small a map is printed, the more of each thing that takes room stands in it."""

from journeybook.pages.journeys.map.journey_items import Group, Item, Reference
from journeybook.pages.journeys.map.journey_paper import paper_scale
from journeybook.pages.parts.ways.links import Link
from journeybook.pages.parts.words.quotes import Voice
from journeybook.pages.parts.words.strengths import Strong
from tests.unit.held import hold

WORDS = "What does it cost over five years?"
HERE = Link(text="Talks", href="x/")
ITEMS = {
    "words": Item(text=WORDS),
    "shape": Item(text=WORDS, kind="question"),
    "note": Item(text=WORDS, note="important", moment="moment of truth"),
    "linked": Item(text=WORDS, note="important", moment="moment of truth", href="y/"),
    "why": Item(text=WORDS, why="The page is slow", missing="no content"),
    "strong": Item(text=WORDS, strength=Strong(kind="assumption", word="assumed")),
    "loud": Item(text=WORDS, strength=Strong(kind="assumption", word="a", loud="assumed by us")),
    "voices": Item(text=WORDS, voices=(Voice(text=WORDS, who="a buyer", research=HERE),)),
    "references": Item(text=WORDS, references=(Reference(link=HERE, note="planned"),) * 2),
    "personas": Item(text=WORDS, personas=("Chief finance officer", "Plant manager")),
}
NUMBERS = (1, *range(10, 131, 12))


def test_how_small_it_is_printed() -> None:
    lines = [f"nothing: {paper_scale([], 0)} {paper_scale([[((), 1)]], 4)}"]
    for name, item in ITEMS.items():
        for columns, span in ((4, 1), (9, 1), (9, 3)):
            group = Group(items=(item,))
            titled = Group(items=(item,), title=HERE)
            for kind, one in (("", group), (" titled", titled)):
                scales = [paper_scale([[((one,) * many, span)]], columns) for many in NUMBERS]
                lines.append(f"{name}{kind} {columns} {span}: {' '.join(map(str, scales))}")
    lanes = [[((Group(items=(ITEMS["why"],)),), 1)] * at for at in range(30)]
    lines.append(f"lanes: {[paper_scale(lanes[:at], 6) for at in range(0, 30, 3)]}")
    hold("paper", lines)
