"""How far everybody gets before and after a change, and whether the change is why."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from journeybook.compare.change import Tone
from journeybook.compare.comparison import Comparison
from journeybook.compare.pair import Pair
from journeybook.compare.pairing.matching import NOTHING_MATCHED
from journeybook.handbook.entities import Asset
from journeybook.handbook.index.walk import Walk
from journeybook.pages.walks.words import how_far, ways_out
from journeybook.schema import Kind
from journeybook.wording import marked

_MOST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """How far a persona gets: a `sentence` where the change moved that, and `text` in any case.

    It is better or worse where the offer changed, and neither where only something else is asked.
    """

    text: str
    sentence: str = ""
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Passages:
    """How far they get: in one line, those whose way changed first, and how many are left out."""

    summary: str
    lines: tuple[Passage, ...]
    left: str = ""


def passages(comparison: Comparison) -> Passages | None:
    """Tell how far everybody gets; nothing where nobody has a journey, or not all could be read."""
    pair, wording = comparison.pair, comparison.wording
    walks = pair.judged[1].site.walks
    if not walks or not (comparison.is_whole or comparison.is_new):
        return None
    through = sum(walk.broken is None for walk in walks.values())
    lines = tuple(_all(comparison))
    left = len(lines) - _MOST
    return Passages(
        summary=wording.count(
            "{n} of {all} gets to the end of the journey",
            "{n} of {all} get to the end of the journey",
            through,
            all=wording.number(len(walks)),
        ),
        lines=lines[:_MOST],
        left=wording.count("{n} more persona", "{n} more personas", left) if left > 0 else "",
    )


def _all(comparison: Comparison) -> Iterator[Passage]:
    pair = comparison.pair
    earlier = {
        pair.matches.one(Kind.PERSONA, persona): walk
        for persona, walk in pair.judged[0].site.walks.items()
    }
    found = [
        _passage(earlier.get(persona), walk, pair)
        for persona, walk in pair.judged[1].site.walks.items()
    ]
    left = earlier.keys() - pair.judged[1].site.walks.keys()
    found += [_stays(persona, pair) for persona in pair.after.personas if persona in left]
    yield from sorted(found, key=lambda one: not one.sentence)


def _stays(persona: str, pair: Pair) -> Passage:
    # Who is still a persona, and whom no journey of today names.
    words = marked("{persona} no longer goes on any journey of today.")
    said = pair.wording.text(words, persona=pair.after.personas[persona].title)
    return Passage(text=said, sentence=said)


def _passage(before: Walk | None, after: Walk, pair: Pair) -> Passage:
    book, wording = pair.after, pair.wording
    parts = [how_far(after, book, wording)]
    if after.broken:
        parts.extend(ways_out(after.broken, after, book, wording))
    text = " ".join(parts)
    moved = _moved(before, after, pair) if before else Tone.NEUTRAL
    if not before or moved is Tone.NEUTRAL:
        return Passage(text=text)
    if _offers(pair, 0) == _offers(pair, 1, without=pair.copies) != _offers(pair, 1):
        # A copy says nothing that was not there.
        return Passage(text=text)
    caused = _asks(before, pair, 0) == _asks(after, pair, 1) and _offers(pair, 0) != _offers(
        pair, 1
    )
    tone = moved if caused else Tone.NEUTRAL
    return Passage(text=text, sentence=_sentence(after, moved, tone, pair), tone=tone)


def _moved(before: Walk, after: Walk, pair: Pair) -> Tone:
    # Whether it goes further; neither where the phase they got to is no part of it now.
    phases = [stage.phase for stage in after.stages]
    goal = before.goal and pair.matches.one(Kind.PHASE, before.goal.phase)
    if goal and goal not in phases:
        return Tone.NEUTRAL
    length = phases.index(goal) + 1 if goal else 0
    if after.length > length:
        return Tone.BETTER
    return Tone.WORSE if after.length < length else Tone.NEUTRAL


def _sentence(after: Walk, moved: Tone, tone: Tone, pair: Pair) -> str:
    book = pair.after
    goal, first = after.goal, after.stages[0]
    words = marked("{persona} no longer gets past {phase}.")
    if moved is Tone.BETTER:
        words = marked("With this change {persona} gets to {phase}.")
        if tone is Tone.NEUTRAL:
            words = marked("By what is said of them now, {persona} gets to {phase}.")
        elif after.broken is None:
            words = marked("With this change {persona} gets all the way to {phase}.")
    elif goal is None:
        words = marked("{persona} no longer gets into {phase}, where it all begins.")
    elif tone is Tone.NEUTRAL:
        words = marked("By what is said of them now, {persona} gets no further than {phase}.")
    return pair.wording.text(
        words,
        persona=book.personas[after.persona].title,
        phase=book.phases[(goal or first).phase].title,
    )


def _asks(walk: Walk, pair: Pair, side: int) -> tuple[object, ...]:
    # What decides how much is asked of the offer.
    kept = (NOTHING_MATCHED if side else pair.matches).one
    known = pair.judged[side].handbook.personas[walk.persona]
    stages = tuple(
        (kept(Kind.PHASE, stage.phase), {kept(Kind.CHANNEL, one) for one in stage.channels})
        for stage in walk.stages
    )
    return known.languages, stages


def _offers(
    pair: Pair, side: int, *, without: Collection[str] = ()
) -> dict[str | None, tuple[object, ...]]:
    kept = (NOTHING_MATCHED if side else pair.matches).one
    assets = pair.judged[side].handbook.assets.values()
    return {
        kept(Kind.ASSET, asset.id): _offer(asset) for asset in assets if asset.id not in without
    }


def _offer(asset: Asset) -> tuple[object, ...]:
    # In which language it is said to be is no offer: a translation is content of its own.
    return asset.status, asset.stated, asset.gated, asset.cta, asset.next
