"""The first lines: what a change means, in sentences that somebody can act on."""

from collections.abc import Iterator, Mapping, Sequence

from journeybook.codes import Severity
from journeybook.compare.change import Change, Deed, Thing, Tone, What
from journeybook.compare.comparison import Act, Comparison
from journeybook.compare.context import Context
from journeybook.compare.lines import Line, effects_of, line_of, line_of_act
from journeybook.compare.passages import passages
from journeybook.compare.remnants import STILL_NAMED
from journeybook.compare.support import NO_LONGER_ANSWERED, NOW_ANSWERED
from journeybook.counts.definitions import Counted
from journeybook.counts.within import Within
from journeybook.schema import Kind
from journeybook.wording import marked, marked_count

_MOST = 3
_NOT_BETTER = marked("Nothing gets better.")
_NEITHER = marked("Nothing gets better or worse.")
_HEAVY = 60

_Changes = Sequence[Change]


def headline(comparison: Comparison, context: Context) -> tuple[str, ...]:
    """Say what a change means: first what may hide the rest, then losses, then what is better."""
    if comparison.is_gone:
        return (_gone(comparison),)
    if comparison.is_new:
        return (_new(comparison),)
    if not comparison.acts:
        return (*context.troubles, _unchanged(comparison, context))
    return (*context.troubles, *_sentences(comparison, whole=not context.troubles))


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
    """Name what may hide the rest: what was switched off, accepted, lowered or cannot be read."""
    decided = _decided(comparison)
    yield from (_decision(act, comparison) for act in decided[:most])
    if most is not None and len(decided) > most:
        yield comparison.wording.count(
            "{n} more decision of this kind.",
            "{n} more decisions of this kind.",
            len(decided) - most,
        )


def _decided(comparison: Comparison) -> list[Act]:
    return [act for act in comparison.acts if act.change and act.change.decided]


def _sentences(comparison: Comparison, *, whole: bool) -> Iterator[str]:
    say = comparison.wording.text
    decided = _decided(comparison)
    yield from decisions(comparison, _MOST)
    told = [one for act in comparison.acts for one in _counted(act)]
    ways = _ways(comparison) if whole else {}
    worse = [*_worse(_of(told, Tone.WORSE), comparison), *ways.get(Tone.WORSE, ())]
    better = [*_better(_of(told, Tone.BETTER), comparison), *ways.get(Tone.BETTER, ())]
    lead = next((act for act in comparison.acts if act not in decided), None)
    if lead and _leads(lead, only=not (decided or worse or better)):
        yield _sentence(line_of_act(lead, comparison))
    yield from (*worse, *better, *ways.get(Tone.NEUTRAL, ()))
    if any(act.change and act.change.deed is Deed.BREAKS for act in decided) or not whole:
        yield from _still_named(comparison)
        return
    named = [*_still_named(comparison)]
    if not better:
        yield say(_NOT_BETTER if worse or named else _NEITHER)
    elif not (worse or named):
        yield say("Nothing gets worse.")
    yield from named


def _ways(comparison: Comparison) -> Mapping[Tone, list[str]]:
    # How far somebody gets, where that is otherwise now.
    ways: dict[Tone, list[str]] = {}
    found = passages(comparison)
    for passage in found.lines if found else ():
        if passage.sentence:
            ways.setdefault(passage.tone, []).append(passage.sentence)
    return {tone: sentences[:_MOST] for tone, sentences in ways.items()}


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
    return _sentence(line, counted if act.change and act.change.thing is Thing.RULE else "")


def _sentence(line: Line, more: str = "") -> str:
    detail = "; ".join(filter(None, (line.detail, more)))
    words = f"{line.label}: {line.text} ({detail})" if detail else f"{line.label}: {line.text}"
    return words if words.endswith(("?", "!", ".", "…")) else f"{words}."


def _worse(changes: _Changes, comparison: Comparison) -> Iterator[str]:
    wording = comparison.wording
    lost = [one for one in changes if one.aspect == "answer"]
    yield from _answers(lost, comparison, _LOSES)
    asked = [one for one in changes if one.thing is Thing.QUESTION and one.what is What.REMOVED]
    if asked:
        yield wording.count(*_NO_LONGER_ASKED, len(asked))
    gone = [one for one in changes if one.what is What.REMOVED and one not in asked]
    yield from (_sentence(line_of(one, comparison)) for one in gone[:_MOST])
    errors = [one for one in changes if one.finding and one.finding.severity is Severity.ERROR]
    yield from _rest(errors, comparison, _ERRORS)
    gaps = [one for one in changes if one.thing is Thing.GAP]
    if gaps:
        yield wording.count("{n} new gap.", "{n} new gaps.", len(gaps))
    named = [*lost, *asked, *gone[:_MOST], *errors, *gaps]
    yield from _rest([one for one in changes if one not in named], comparison, _OTHERWISE_WORSE)


def _better(changes: _Changes, comparison: Comparison) -> Iterator[str]:
    wording = comparison.wording
    gained = [one for one in changes if one.aspect == "answer"]
    yield from _answers(gained, comparison, _GETS)
    gaps = [one for one in changes if one.thing is Thing.GAP]
    if gaps:
        yield wording.count(*_CLOSED, len(gaps))
    rest = [one for one in changes if one not in gained and one not in gaps]
    yield from _rest(rest, comparison, _OTHERWISE_BETTER)


_Count = tuple[str, str]

_LOSES = (
    marked_count(
        "{persona} loses the answer to {n} question in {phase}.",
        "{persona} loses the answer to {n} questions in {phase}.",
    ),
    marked_count(
        "{n} question is answered worse than before.",
        "{n} questions are answered worse than before.",
    ),
)
_GETS = (
    marked_count(
        "{persona} gets an answer to {n} question in {phase}.",
        "{persona} gets an answer to {n} questions in {phase}.",
    ),
    marked_count(
        "{n} question is answered better than before.",
        "{n} questions are answered better than before.",
    ),
)
_NO_LONGER_ASKED = marked_count(
    "{n} question is no longer asked.", "{n} questions are no longer asked."
)
_CLOSED = marked_count("{n} gap is closed or being filled.", "{n} gaps are closed or being filled.")
_ERRORS = marked_count("{n} new error.", "{n} new errors.")
_OTHERWISE_WORSE = marked_count(
    "{n} other change for the worse.", "{n} other changes for the worse."
)
_OTHERWISE_BETTER = marked_count(
    "{n} other change for the better.", "{n} other changes for the better."
)


def _answers(
    changes: _Changes, comparison: Comparison, words: tuple[_Count, _Count]
) -> Iterator[str]:
    pair, count = comparison.pair, comparison.wording.count
    places: dict[tuple[str, str | None], int] = {}
    for one in changes:
        # Only an answer that is there, or no longer, is one that somebody gets or loses.
        whole = one.label in {NOW_ANSWERED, NO_LONGER_ANSWERED}
        for persona in one.personas if whole else ():
            place = (persona, one.place.phase)
            places[place] = places.get(place, 0) + 1
    for (persona, phase), number in list(places.items())[:_MOST]:
        title = pair.title(Kind.PERSONA, persona)
        where = pair.title(Kind.PHASE, phase or "")
        yield count(*words[0], number, persona=title, phase=where)
    told = list(places)[:_MOST]
    left = [
        one
        for one in changes
        if not any((persona, one.place.phase) in told for persona in one.personas)
        or one.label not in {NOW_ANSWERED, NO_LONGER_ANSWERED}
    ]
    if left:
        yield count(*words[1], len(left))


def _rest(changes: _Changes, comparison: Comparison, words: _Count) -> Iterator[str]:
    if len(changes) == 1:
        yield _sentence(line_of(changes[0], comparison))
    elif changes:
        yield comparison.wording.count(*words, len(changes))


def _still_named(comparison: Comparison) -> Iterator[str]:
    for act in comparison.acts:
        for one in act.effects:
            if one.label == STILL_NAMED and act.change:
                yield comparison.wording.count(
                    "{n} place still names “{title}”.",
                    "{n} places still name “{title}”.",
                    len(one.spans),
                    title=act.change.text,
                )
