"""What stands under a channel matrix: where to start, and use against supply per channel."""

from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.counts.counted import Counted
from journeybook.handbook.index.matrix_facts import CellFacts, CellState, Scope
from journeybook.pages.matrix.matrix import Cells, make_cell
from journeybook.pages.matrix.matrix_words import within_of
from journeybook.pages.matrix.view import MatrixCell
from journeybook.pages.parts.drawing.charts import Key, Pair, PairChart, Stretch
from journeybook.pages.parts.tallies import Tally, tally
from journeybook.pages.parts.ways.links import Here, Link

_SHOWN = 6
SUPPLY = (Counted.TOUCHPOINTS, Counted.USERS, Counted.PUBLISHED, Counted.COMING)
"""What is told of each channel: how much it is used, and what is on it."""
_WEIGHTS = {CellState.MISSING: 100, CellState.THIN: 30, CellState.WASTED: 5}


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """A cell that is worth looking at first, and why."""

    cell: MatrixCell
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplyRow:
    """A channel: how often it is used, and what is there."""

    channel: Link
    counts: tuple[Tally, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """Where to start, the chart of use against supply, and the same as a table."""

    starts: tuple[Start, ...]
    chart: PairChart
    supply: tuple[SupplyRow, ...]


def make_extras(here: Here, scope: Scope, cells: Cells) -> Extras:
    """Make what stands under a matrix."""
    return Extras(
        starts=tuple(_starts(here, scope, cells)),
        chart=_chart(here, scope),
        supply=tuple(_supply(here, scope)),
    )


def _starts(here: Here, scope: Scope, cells: Cells) -> Iterator[Start]:
    ranked = sorted(cells.values(), key=lambda one: -_weight(one, scope))
    for cell in (one for one in ranked[:_SHOWN] if _weight(one, scope)):
        made = make_cell(here, scope, cell)
        reasons = (made.use_words, *(flag.words for flag in made.flags))
        yield Start(cell=made, why=" · ".join(one for one in reasons if one))


def _weight(cell: CellFacts, scope: Scope) -> int:
    # Missing before thin; a moment of truth, an unhappy or an important place comes first, and
    # so does a place where some persona finds nothing among what is there for others.
    weight = _WEIGHTS.get(cell.state, 0)
    if cell.unserved and cell.published and len(scope.personas) > 1:
        weight += 40
    if not weight or not cell.users:
        return weight
    unhappy = 5 - (cell.satisfaction or 5)
    moment = 50 if cell.is_moment_of_truth else 0
    return weight + moment + round(6 * unhappy) + 4 * (cell.importance or 0) + len(cell.users)


def _chart(here: Here, scope: Scope) -> PairChart:
    say = here.site.wording.text
    return PairChart(
        name="supply",
        title=say("Channel use against channel supply"),
        description=say(
            "For each channel, to the left how many touchpoints use it and to the right how much "
            "content is on it."
        ),
        left=say("touchpoints"),
        right=say("content"),
        pairs=tuple(_pair(here, channel, scope) for channel in here.site.handbook.channels),
        keys=(
            Key(kind="use", word=say("touchpoints")),
            Key(kind="published", word=say("published")),
            Key(kind="coming", word=say("coming")),
        ),
    )


def _pair(here: Here, channel: str, scope: Scope) -> Pair:
    counts, within = here.site.counts, within_of(scope, channel)
    return Pair(
        label=here.site.handbook.channels[channel].title,
        left=counts.of(Counted.TOUCHPOINTS, within),
        right=(
            Stretch(kind="published", value=counts.of(Counted.PUBLISHED, within)),
            Stretch(kind="coming", value=counts.of(Counted.COMING, within)),
        ),
    )


def _supply(here: Here, scope: Scope) -> Iterator[SupplyRow]:
    for channel in here.site.handbook.channels:
        within = within_of(scope, channel)
        yield SupplyRow(
            channel=here.channel(channel),
            counts=tuple(tally(here, what, within) for what in SUPPLY),
        )
