"""The words and figures of a comparison that every format shares."""

from dataclasses import dataclass

from journeybook.compare.change import Change, Thing, Tone, What
from journeybook.compare.comparison import Comparison, Group, Standing
from journeybook.counts.definitions import DEFINITIONS, Counted
from journeybook.handbook.index.asked import Asking
from journeybook.handbook.index.scores import Share
from journeybook.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """One score before and after, written out."""

    label: str
    before: str
    after: str
    tone: Tone

    @property
    def changed(self) -> bool:
        """Whether it moved."""
        return self.before != self.after


def nothing_changed(wording: Wording) -> str:
    """Say that nobody will notice."""
    return wording.text("No change for any persona.")


def outside(wording: Wording) -> str:
    """Name the changes that belong to no single journey."""
    return wording.text("Outside the journeys")


def counts(comparison: Comparison) -> str:
    """Say how many things changed, and for better or worse."""
    wording = comparison.wording
    words = [wording.count("{n} change", "{n} changes", len(comparison.changes))]
    better, worse = comparison.counted(Tone.BETTER), comparison.counted(Tone.WORSE)
    if better:
        words.append(wording.count("{n} for the better", "{n} for the better", better))
    if worse:
        words.append(wording.count("{n} for the worse", "{n} for the worse", worse))
    return ", ".join(words)


def personas_of(group: Group, wording: Wording) -> str:
    """Name the personas of a journey."""
    return wording.both(group.personas)


def mark(change: Change) -> str:
    """Give the sign of what happened, to be seen without reading."""
    if change.thing is Thing.GAP:
        return {Tone.BETTER: "●", Tone.WORSE: "○", Tone.NEUTRAL: "◐"}[change.tone]
    return {What.ADDED: "+", What.REMOVED: "−", What.MOVED: "→", What.REWORDED: "~"}.get(
        change.what, {Tone.BETTER: "▲", Tone.WORSE: "▼", Tone.NEUTRAL: "~"}[change.tone]
    )


def detail(change: Change, wording: Wording) -> str:
    """Write the values before and after, where they say more than the label does."""
    if change.what in (What.ADDED, What.REMOVED) and change.text in (change.before, change.after):
        return ""
    if change.thing is Thing.GAP or change.aspect == "moment-of-truth":
        return ""
    if change.what is What.REWORDED:
        return wording.text("before: “{text}”", text=change.before)
    nothing = wording.text("nothing")
    if change.what is What.ADDED:
        return change.after
    if change.what is What.REMOVED:
        return change.before
    return f"{change.before or nothing} → {change.after or nothing}"


def score_rows(before: Standing, after: Standing, wording: Wording) -> tuple[ScoreRow, ...]:
    """Write every score of two standings."""
    was, is_ = before.scores, after.scores
    say = wording.text
    return (
        _share(say(DEFINITIONS[Counted.ANSWERED].name), was.answered, is_.answered, wording),
        _count(say(DEFINITIONS[Counted.LACKING].name), was.lacking, is_.lacking, wording),
        # What is in scope may shrink, so only more or fewer answers are better or worse.
        _row(
            say(DEFINITIONS[Counted.ASKED].name),
            before.asked,
            after.asked,
            after.asked.part - before.asked.part,
            wording,
        ),
        _share(say(DEFINITIONS[Counted.RESEARCHED].name), was.researched, is_.researched, wording),
        _share(say(DEFINITIONS[Counted.LIKED].name), was.positive, is_.positive, wording),
        _count(
            say(DEFINITIONS[Counted.UNCOUNTERED].name),
            was.uncountered_drop_offs,
            is_.uncountered_drop_offs,
            wording,
        ),
        _count(say(DEFINITIONS[Counted.OPEN_GAPS].name), before.gaps, after.gaps, wording),
    )


def _share(label: str, before: Share, after: Share, wording: Wording) -> ScoreRow:
    # The counts are shown, and what they are worth by the score says whether that is better.
    return _row(label, before, after, (after.value or 0) - (before.value or 0), wording)


def _row(
    label: str, before: Share | Asking, after: Share | Asking, worth: float, wording: Wording
) -> ScoreRow:
    was, is_ = (_shown(one.part, one.whole, wording) for one in (before, after))
    tone = Tone.NEUTRAL
    if was != is_ and worth:
        tone = Tone.BETTER if worth > 0 else Tone.WORSE
    return ScoreRow(label=label, before=was, after=is_, tone=tone)


def _shown(part: int, whole: int, wording: Wording) -> str:
    return f"{wording.number(part)}/{wording.number(whole)}" if whole else "–"


def _count(label: str, before: int, after: int, wording: Wording) -> ScoreRow:
    # Fewer is no better where something was taken away, so that a count stays a count.
    return ScoreRow(
        label=label,
        before=wording.number(before),
        after=wording.number(after),
        tone=Tone.NEUTRAL,
    )
