"""A comparison as what every format lays out: first lines, scores, and groups of acts."""

from collections.abc import Iterator
from dataclasses import dataclass

from journeybook.compare.comparison import Comparison, Standing
from journeybook.compare.groups import Act, Group
from journeybook.compare.summary.context import Context
from journeybook.compare.summary.headline import Headline, headline
from journeybook.compare.summary.lines import (
    Line,
    effects_of,
    kinds_of,
    line_of,
    line_of_act,
    title_of_group,
)
from journeybook.compare.summary.passages import Passages, passages
from journeybook.counts.counted import Counted
from journeybook.counts.definitions import DEFINITIONS

_MOST_EFFECTS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What somebody did, what follows from it, and in words how much of which kind that is."""

    act: Line
    effects: tuple[Line, ...]
    kinds: str
    left: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The acts of one journey, or of all that belongs to none."""

    title: str
    number: str
    acts: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """One score before and after, written out."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that is told of a change, in the handbook's language."""

    language: str
    headline: Headline
    status: str
    caveats: tuple[str, ...]
    scores: tuple[ScoreRow, ...]
    walks: Passages | None
    sections: tuple[Section, ...]


def make_report(comparison: Comparison, context: Context) -> Report:
    """Write all that is told of a change."""
    wording = comparison.wording
    return Report(
        language=wording.language,
        headline=headline(comparison, context),
        status=_status(comparison, context),
        caveats=tuple(context.caveats(wording)),
        scores=score_rows(comparison),
        walks=passages(comparison),
        sections=tuple(_section(group, comparison, context) for group in comparison.groups),
    )


def _status(comparison: Comparison, context: Context) -> str:
    say, wording = comparison.wording.text, comparison.wording
    parts = [say("Judged as of {day}", day=wording.day(comparison.pair.after.today))]
    if context.before:
        parts.insert(0, f"{context.before} → {context.after or say('the files on disk')}")
    if comparison.rejudged:
        parts.append(say("both states by the later rules"))
    if context.version:
        parts.append(f"Journeybook {context.version}")
    return " · ".join(parts)


def _section(group: Group, comparison: Comparison, context: Context) -> Section:
    wording = comparison.wording
    number = len(group.acts)
    return Section(
        title=title_of_group(group, wording),
        number=wording.count("{n} change", "{n} changes", number),
        acts=tuple(_told(act, comparison, context) for act in group.acts),
    )


def _told(act: Act, comparison: Comparison, context: Context) -> Told:
    wording = comparison.wording
    effects = effects_of(act)
    shown, left = effects[:_MOST_EFFECTS], effects[_MOST_EFFECTS:]
    return Told(
        act=line_of_act(act, comparison, context),
        effects=tuple(line_of(one, comparison, context, act.change) for one in shown),
        kinds=kinds_of(effects, wording),
        left=wording.text("and more: {kinds}", kinds=kinds_of(left, wording)) if left else "",
    )


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
