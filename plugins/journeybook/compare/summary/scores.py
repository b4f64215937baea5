"""The scores of the whole handbook before and after, as counts that praise nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.compare.comparison import Comparison, Standing
from journeybook.counts.counted import Counted
from journeybook.counts.definitions import DEFINITIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """One score before and after, written out."""

    label: str
    before: str
    after: str


def score_rows(comparison: Comparison) -> tuple[ScoreRow, ...]:
    """Write the scores that moved.

    More may come of less: where a question is taken away, more of those that are left are
    answered. So what is better or worse is told of what somebody did, and never of a score; nor is
    any told where not all of both states was read.
    """
    if not comparison.is_whole:
        return ()
    before, after = (dict(_scores(one)) for one in (comparison.before, comparison.after))
    number = comparison.wording.number

    def shown(amounts: tuple[int, ...]) -> str:
        # Of nothing there is no share; a count may well be none.
        return "/".join(map(number, amounts)) if amounts[-1] or len(amounts) == 1 else "–"

    return tuple(
        ScoreRow(
            label=comparison.wording.text(DEFINITIONS[counted].name),
            before=shown(before[counted]),
            after=shown(after[counted]),
        )
        for counted in before
        if before[counted] != after[counted]
    )


def _scores(standing: Standing) -> Iterator[tuple[Counted, tuple[int, ...]]]:
    scores, asked = standing.scores, standing.asked
    yield Counted.ANSWERED, (scores.answered.part, scores.answered.whole)
    yield Counted.LACKING, (scores.lacking,)
    yield Counted.ASKED, (asked.part, asked.whole)
    yield Counted.RESEARCHED, (scores.researched.part, scores.researched.whole)
    yield Counted.LIKED, (scores.positive.part, scores.positive.whole)
    yield Counted.UNCOUNTERED, (scores.uncountered_drop_offs,)
    yield Counted.OPEN_GAPS, (standing.gaps,)
