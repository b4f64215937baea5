"""What got worse or better, in sentences: who loses or gets what, and the rest counted."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from journeybook.codes import Severity
from journeybook.compare.acts.support import NO_LONGER_ANSWERED, NOW_ANSWERED
from journeybook.compare.change import Change, Thing, What
from journeybook.compare.comparison import Comparison
from journeybook.compare.summary.lines import Line, kinds_behind, line_of, numbers_of
from journeybook.schema import Kind
from journeybook.wording import marked_count

MOST = 3
"""The most sentences of one kind; what is left is counted."""

_Changes = Sequence[Change]


def sentence_of(line: Line, more: str = "") -> str:
    """Write a line as a sentence."""
    detail = "; ".join(filter(None, (line.detail, more)))
    words = f"{line.label}: {line.text} ({detail})" if detail else f"{line.label}: {line.text}"
    return words if words.endswith(("?", "!", ".", "…")) else f"{words}."


def losses(changes: _Changes, comparison: Comparison) -> Iterator[str]:
    """Say what got worse."""
    wording = comparison.wording
    lost = [one for one in changes if one.aspect == "answer"]
    yield from _answers(lost, comparison, _LOSES)
    asked = [one for one in changes if one.thing is Thing.QUESTION and one.what is What.REMOVED]
    if asked:
        yield wording.count(*_NO_LONGER_ASKED, len(asked))
    gone = [one for one in changes if one.what is What.REMOVED and one not in asked]
    yield from (sentence_of(line_of(one, comparison)) for one in gone[:MOST])
    errors = [one for one in changes if one.finding and one.finding.severity is Severity.ERROR]
    yield from _rest(errors, comparison, _ERRORS)
    # A gap that a team made an error is told among those.
    gaps = [one for one in changes if one.thing is Thing.GAP and one not in errors]
    if gaps:
        yield wording.count("{n} new gap.", "{n} new gaps.", len(gaps))
    named = [*lost, *asked, *gone[:MOST], *errors, *gaps]
    words = _OTHERWISE_WORSE if named else _WORSE
    yield from _rest([one for one in changes if one not in named], comparison, words)


def gains(changes: _Changes, comparison: Comparison) -> Iterator[str]:
    """Say what got better."""
    wording = comparison.wording
    gained = [one for one in changes if one.aspect == "answer"]
    yield from _answers(gained, comparison, _GETS)
    gaps = [one for one in changes if one.thing is Thing.GAP]
    if gaps:
        yield wording.count(*_CLOSED, len(gaps))
    rest = [one for one in changes if one not in gained and one not in gaps]
    yield from _rest(rest, comparison, _OTHERWISE_BETTER if gained or gaps else _BETTER)


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
    marked_count(
        "{n} more question is answered worse than before.",
        "{n} more questions are answered worse than before.",
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
    marked_count(
        "{n} more question is answered better than before.",
        "{n} more questions are answered better than before.",
    ),
)
_NO_LONGER_ASKED = marked_count(
    "{n} question is no longer asked.", "{n} questions are no longer asked."
)
_CLOSED = marked_count("{n} gap is closed or being filled.", "{n} gaps are closed or being filled.")
_ERRORS = marked_count("{n} new error: {kinds}.", "{n} new errors: {kinds}.")
_WORSE = marked_count("{n} change for the worse: {kinds}.", "{n} changes for the worse: {kinds}.")
_BETTER = marked_count(
    "{n} change for the better: {kinds}.", "{n} changes for the better: {kinds}."
)
_OTHERWISE_WORSE = marked_count(
    "{n} other change for the worse: {kinds}.", "{n} other changes for the worse: {kinds}."
)
_OTHERWISE = marked_count("{n} other change: {kinds}.", "{n} other changes: {kinds}.")
_OTHERWISE_BETTER = marked_count(
    "{n} other change for the better: {kinds}.", "{n} other changes for the better: {kinds}."
)


def others(changes: _Changes, comparison: Comparison) -> Iterator[str]:
    """Count what is neither better nor worse and is not told by name."""
    yield from _rest(changes, comparison, _OTHERWISE)


def _answers(
    changes: _Changes, comparison: Comparison, words: tuple[_Count, _Count, _Count]
) -> Iterator[str]:
    pair, count = comparison.pair, comparison.wording.count
    places: dict[tuple[str, str | None], int] = {}
    for one in changes:
        # Only an answer that is there, or no longer, is one that somebody gets or loses.
        whole = one.label in {NOW_ANSWERED, NO_LONGER_ANSWERED}
        for persona in one.personas if whole else ():
            place = (persona, one.place.phase)
            places[place] = places.get(place, 0) + 1
    for (persona, phase), number in list(places.items())[:MOST]:
        title = pair.title(Kind.PERSONA, persona)
        where = pair.title(Kind.PHASE, phase or "")
        yield count(*words[0], number, persona=title, phase=where)
    told = list(places)[:MOST]
    left = [
        one
        for one in changes
        if not any((persona, one.place.phase) in told for persona in one.personas)
        or one.label not in {NOW_ANSWERED, NO_LONGER_ANSWERED}
    ]
    if left:
        # Those that are named are not among them.
        yield count(*words[2 if told else 1], len(left))


def _rest(changes: _Changes, comparison: Comparison, words: _Count) -> Iterator[str]:
    if len(changes) == 1:
        yield sentence_of(line_of(changes[0], comparison))
    elif changes:
        wording = comparison.wording
        kinds = kinds_behind(numbers_of(_by_rule(changes, comparison), wording), wording)
        yield wording.count(*words, len(changes), kinds=kinds)


def _by_rule(changes: _Changes, comparison: Comparison) -> _Changes:
    # Among problems alone, that each is new says nothing of what is wrong.
    rules = comparison.pair.judged[1].bench.rules
    new = [(one, one.finding) for one in changes if one.what is What.ADDED]
    titles = [
        replace(one, label=rules[found.code].explanation.title) for one, found in new if found
    ]
    return titles if len(titles) == len(changes) else changes
