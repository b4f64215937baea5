"""The manual's page of figures: everything that is counted, with the sentence that pages show."""

from collections.abc import Iterable, Iterator, Mapping

from journeybook.counts.counted import Definition
from journeybook.counts.definitions import DEFINITIONS
from journeybook.counts.moves import MOVES
from journeybook.wording import Wording

_INTRO = """\
# Every figure

What Journeybook counts, and what each number means. A figure is counted in one way: where the same
words stand for the same persona, phase, channel, journey or owner, they stand for the same number,
on every page, in `check`, in the history, in the JSON and in every table. Point at a number on a
page and it tells the sentence that stands here. A number that is a link leads to a list of exactly
that many.

The key is how [the JSON](commands.md#export) calls it under `figures`, where every figure is told
for the whole handbook, for each journey, persona, phase, channel and owner, and for each persona in
each phase; `coverage/figures.csv` of a site and the first sheet of the workbook hold the same.
"""

_MOVES = """\
## From one point to the next {#moves}

What became of gaps, as [the history](commands.md#history) tells it for each point beside how many
are open. A gap is known by its fingerprint. Minor gaps and accepted ones are not followed.
"""

_ORDER = ("journey", "persona", "phase", "channel", "owner", "severity", "type", "language")


def figures_page(wordings: Mapping[str, Wording]) -> str:
    """Write the page of every figure, in Markdown, with its name in each of some languages."""
    figures = _table(
        ((one.value, what) for one, what in DEFINITIONS.items()), wordings, places=True
    )
    moved = _table(((one.value, what) for one, what in MOVES.items()), wordings, places=False)
    return "\n\n".join(block.strip("\n") for block in (_INTRO, figures, _MOVES, moved)) + "\n"


def _table(
    definitions: Iterable[tuple[str, Definition]], wordings: Mapping[str, Wording], *, places: bool
) -> str:
    heads = ["Figure", *(Wording().language_name(one) for one in wordings), "Key", "What it is"]
    if places:
        heads.append("Counted by")
    rows = (_row(key, one, wordings, places=places) for key, one in definitions)
    lines = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    return "\n".join((*lines, *(f"| {' | '.join(row)} |" for row in rows)))


def _row(
    key: str, definition: Definition, wordings: Mapping[str, Wording], *, places: bool
) -> Iterator[str]:
    yield definition.name
    yield from (wording.text(definition.name) for wording in wordings.values())
    yield f"`{key}`"
    yield definition.sentence
    if places:
        yield ", ".join(one for one in _ORDER if one in definition.by) or "the handbook"
