"""The first lines: what a change means, in sentences that somebody can act on."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, auto
from typing import NamedTuple

from journeybook.compare.acts.strengths import turns
from journeybook.compare.change import Change, Thing, Tone
from journeybook.compare.comparison import Comparison
from journeybook.compare.consequences.remnants import STILL_NAMED
from journeybook.compare.groups import Act
from journeybook.compare.summary.context import Context
from journeybook.compare.summary.gains_and_losses import MOST, gains, losses, others, sentence_of
from journeybook.compare.summary.lines import (
    effects_of,
    kinds_behind,
    line_of,
    line_of_act,
    numbers_of,
)
from journeybook.compare.summary.passages import passages
from journeybook.counts.counted import Counted
from journeybook.counts.within import Within
from journeybook.wording import marked

_MOST_FIRST = 4
_NOT_BETTER = marked("Nothing gets better.")
_NEITHER = marked("Nothing gets better or worse.")
_HEAVY = 60

_Changes = Sequence[Change]


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """The sentences that everybody reads, and the others where there are many, in their order."""

    first: tuple[str, ...]
    rest: tuple[str, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.first, *self.rest)


def headline(comparison: Comparison, context: Context) -> Headline:
    """Say what a change means: first what may hide the rest, then losses, then what is better."""
    if comparison.is_gone:
        return Headline(first=(_gone(comparison),))
    if comparison.is_new:
        return Headline(first=(_new(comparison),))
    if not comparison.acts:
        return Headline(first=(*context.troubles, _unchanged(comparison, context)))
    said = [_Sentence(_Part.HIDES, trouble) for trouble in context.troubles]
    said += _sentences(comparison, whole=not context.troubles)
    first = said if len(said) <= _MOST_FIRST else _weightiest(said)
    rest = tuple(one.words for one in said if one not in first)
    return Headline(first=tuple(one.words for one in said if one in first), rest=rest)


class _Part(IntEnum):
    # What a sentence tells, in the order in which somebody should hear of it.
    HIDES = auto()
    WORSE = auto()
    BETTER = auto()
    LEADS = auto()
    NAMED = auto()


class _Sentence(NamedTuple):
    part: _Part
    words: str


def _weightiest(said: Sequence[_Sentence]) -> list[_Sentence]:
    # One of each part before a second one of any.
    seen = Counter[_Part]()
    ranks = []
    for at, one in enumerate(said):
        ranks.append((seen[one.part], one.part, at))
        seen[one.part] += 1
    return [said[at] for *_, at in sorted(ranks)[: _MOST_FIRST - 1]]


def _gone(comparison: Comparison) -> str:
    wording, files = comparison.wording, len(comparison.pair.judged[0].documents)
    return wording.count(
        "The handbook is gone: its {n} file is no longer there. Does mkdocs.yml name its folder?",
        "The handbook is gone: its {n} files are no longer there. Does mkdocs.yml name its folder?",
        files,
    )


def _new(comparison: Comparison) -> str:
    wording, book = comparison.wording, comparison.pair.after
    questions = sum(1 for _ in book.questions)
    gaps = comparison.pair.judged[1].site.counts.of(Counted.OPEN_GAPS, Within())
    return wording.text(
        "New handbook: {personas}, {questions}, {gaps} to begin with.",
        personas=wording.count("{n} persona", "{n} personas", len(book.personas)),
        questions=wording.count("{n} question", "{n} questions", questions),
        gaps=wording.count("{n} gap", "{n} gaps", gaps),
    )


def _unchanged(comparison: Comparison, context: Context) -> str:
    if not comparison.pair.judged[1].documents and context.left_out:
        return comparison.wording.text("Nothing of the handbook could be compared.")
    if context.left_out or context.troubles:
        return comparison.wording.text("No change in what could be compared.")
    if comparison.rewritten:
        return comparison.wording.text("Only how it is written changed; nobody will notice.")
    return comparison.wording.text("No change.")


def decisions(comparison: Comparison, most: int | None = None) -> Iterator[str]:
    """Name what may hide the rest: what was switched off, accepted, lowered or cannot be read.

    A handbook that is new has no gap that is news, and may have many.
    """
    if comparison.is_new:
        yield _new(comparison)
    decided = _decided(comparison)
    yield from (_decision(act, comparison) for act in decided[:most])
    if most is not None and (left := [act.change for act in decided[most:] if act.change]):
        yield comparison.wording.count(
            "{n} more decision of this kind: {kinds}.",
            "{n} more decisions of this kind: {kinds}.",
            len(left),
            kinds=kinds_behind(numbers_of(left, comparison.wording), comparison.wording),
        )


def _decided(comparison: Comparison) -> list[Act]:
    return [act for act in comparison.acts if act.change and act.change.decided]


def _sentences(comparison: Comparison, *, whole: bool) -> Iterator[_Sentence]:
    say = comparison.wording.text
    decided = _decided(comparison)
    told = [one for act in comparison.acts for one in _counted(act)]
    ways = _ways(comparison) if whole else {}
    # How well statements are known is said in a sentence of its own, of all of them.
    told = [one for one in told if not (whole and one.aspect == "evidence")]
    worse = [*losses(_of(told, Tone.WORSE), comparison), *ways.get(Tone.WORSE, ())]
    better = [*gains(_of(told, Tone.BETTER), comparison), *ways.get(Tone.BETTER, ())]
    named = [*_still_named(comparison)]
    yield from (_Sentence(_Part.HIDES, one) for one in decisions(comparison, MOST))
    lead = next((act for act in comparison.acts if act not in decided), None)
    only = not (decided or worse or better)
    if lead and _leads(lead, only=only):
        yield _Sentence(_Part.LEADS, sentence_of(line_of(lead.changes[0], comparison)))
    rest = [act.changes[0] for act in comparison.acts if only and act is not lead]
    yield from (_Sentence(_Part.LEADS, one) for one in others(rest, comparison))
    yield from (_Sentence(_Part.WORSE, one) for one in worse)
    yield from (_Sentence(_Part.BETTER, one) for one in better)
    yield from (_Sentence(_Part.LEADS, one) for one in ways.get(Tone.NEUTRAL, ()))
    is_lost = any(act.change and act.change.tone is Tone.WORSE for act in decided)
    if whole and not is_lost:
        if not better:
            yield _Sentence(_Part.BETTER, say(_NOT_BETTER if worse or named else _NEITHER))
        elif not (worse or named):
            yield _Sentence(_Part.WORSE, say("Nothing gets worse."))
    yield from (_Sentence(_Part.NAMED, one) for one in named)


def _ways(comparison: Comparison) -> Mapping[Tone, list[str]]:
    # How well statements are known and how far somebody gets, where that is otherwise now.
    ways = turns(comparison.pair)
    found = passages(comparison)
    for passage in found.lines if found else ():
        if passage.sentence:
            ways.setdefault(passage.tone, []).append(passage.sentence)
    return {tone: sentences[:MOST] for tone, sentences in ways.items()}


def _of(changes: _Changes, tone: Tone) -> _Changes:
    return [one for one in changes if one.tone is tone]


def _leads(act: Act, *, only: bool) -> bool:
    # What is better or worse is said anyway.
    change = act.change
    return only or (change is not None and change.tone is Tone.NEUTRAL and change.weight >= _HEAVY)


def _counted(act: Act) -> Iterator[Change]:
    # What is named in a sentence of its own is not counted again.
    if act.change and act.change.decided:
        return
    if act.change:
        yield act.change
    yield from (one for one in effects_of(act) if one.label != STILL_NAMED)


def _decision(act: Act, comparison: Comparison) -> str:
    line = line_of_act(act, comparison)
    follows = [line_of(one, comparison) for one in act.effects]
    counted = ", ".join(f"{one.label.lower()}: {one.text}" for one in follows)
    if act.change and act.change.spans:
        counted = line.listed
    elif not act.change or act.change.thing is not Thing.RULE:
        counted = ""
    return sentence_of(line, counted)


def _still_named(comparison: Comparison) -> Iterator[str]:
    count = comparison.wording.count
    named = [
        (one.before, len(one.spans))
        for act in comparison.acts
        for one in act.effects
        if one.label == STILL_NAMED
    ]
    for title, places in named[:MOST]:
        yield count(
            "{n} place still names “{title}”.",
            "{n} places still name “{title}”.",
            places,
            title=title,
        )
    if left := sum(places for _, places in named[MOST:]):
        yield count(
            "{n} more place names what is gone.", "{n} more places name what is gone.", left
        )
