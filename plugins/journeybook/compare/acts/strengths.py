"""How well statements are known before and after: each change, and all of them in a sentence."""

from collections import Counter
from collections.abc import Iterator, Mapping

from journeybook.compare.change import Change, Tone, What
from journeybook.compare.edit import About, change
from journeybook.compare.pair import Pair
from journeybook.findings import Ref
from journeybook.handbook.book import Handbook
from journeybook.handbook.journeys import Emotion
from journeybook.handbook.statements import Statement
from journeybook.handbook.strength import Strength
from journeybook.schema import Kind
from journeybook.wording import marked, marked_count

_CONTRADICTED = marked("Now contradicted by research")
_LOST = marked("Evidence lost, now an assumption")


def evidence_changes(
    about: About, before: Statement | Emotion, after: Statement | Emotion, pair: Pair
) -> Iterator[Change]:
    """Tell what evidence was gained or lost where a statement's own file was edited."""
    label, tone, weight = _told(before, after)
    rounds = before.evidence, after.evidence
    yield from pair.compared(
        about, "evidence", label, *rounds, kind=Kind.RESEARCH, weight=weight, tone=tone
    )


def evidence_effects(
    about: About, before: Statement | Emotion, after: Statement | Emotion, pair: Pair
) -> Iterator[Change]:
    """Tell how well a statement is known now for what research files say."""
    if before.support.strength is after.support.strength:
        return
    if _is_edited(before, after, pair) and not pair.same(
        Kind.RESEARCH, before.evidence, after.evidence
    ):
        return
    label, tone, weight = _told(before, after)
    values = (
        pair.listed(0, Kind.RESEARCH, _rounds(before)),
        pair.listed(1, Kind.RESEARCH, _rounds(after)),
    )
    yield change(
        about, What.CHANGED, label, weight=weight, tone=tone, values=values, aspect="evidence"
    )


def turns(pair: Pair) -> dict[Tone, list[str]]:
    """Say how many statements are known better, worse or otherwise than before."""
    olds, news = _support(pair.before), _support(pair.after)
    later = pair.matches.statements
    counted = Counter(
        (strength, news[now])
        for ref, strength in olds.items()
        if (now := later.get(ref, ref)) in news and news[now] is not strength
    )
    said: dict[Tone, list[str]] = {}
    for (old, new), number in sorted(counted.items()):
        sentence = pair.wording.text(
            "This change turns {before} into {after}.",
            before=pair.wording.count(*_FROM[old], number),
            after=pair.wording.count(*_INTO[new], number),
        )
        said.setdefault(_tone(old, new), []).append(sentence)
    return said


def _rounds(one: Statement | Emotion) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one.evidence, *one.support.contradicted_by)))


def _told(before: Statement | Emotion, after: Statement | Emotion) -> tuple[str, Tone, int]:
    old, new = before.support.strength, after.support.strength
    tone = _tone(old, new)
    if new is old:
        return marked("Other evidence"), tone, 20
    if new is Strength.CONTRADICTED:
        return _CONTRADICTED, tone, 62
    if old is Strength.CONTRADICTED:
        return marked("No longer contradicted by research"), tone, 40
    if new is Strength.ASSUMPTION:
        return _LOST, tone, 37
    if new is Strength.VALIDATED:
        return marked("Validated by talks and numbers"), tone, 45
    better = marked("Evidence gained")
    return (better, tone, 35) if tone is Tone.BETTER else (marked("Less evidence"), tone, 30)


def _tone(old: Strength, new: Strength) -> Tone:
    # That research contradicts a statement makes nobody worse off: it was wrong before.
    if old is new or Strength.CONTRADICTED in (old, new):
        return Tone.NEUTRAL
    order = tuple(Strength)
    return Tone.BETTER if order.index(new) > order.index(old) else Tone.WORSE


def _is_edited(before: Statement | Emotion, after: Statement | Emotion, pair: Pair) -> bool:
    old, new = (judged.reading.files for judged in pair.judged)
    return old[before.span.path].data != new[after.span.path].data


def _support(book: Handbook) -> Mapping[Ref, Strength]:
    found: dict[Ref, Strength] = {}
    for _, step in book.steps:
        found.update((one.ref, one.support.strength) for one in step.said)
    for persona in book.personas.values():
        points = (*persona.goals, *persona.pains)
        found.update((one.ref, one.support.strength) for one in points)
    return found


_FROM: Mapping[Strength, tuple[str, str]] = {
    Strength.ASSUMPTION: marked_count("{n} assumption", "{n} assumptions"),
    Strength.ONE_SOURCE: marked_count(
        "{n} statement with one source", "{n} statements with one source"
    ),
    Strength.SEVERAL_SOURCES: marked_count(
        "{n} statement with several sources", "{n} statements with several sources"
    ),
    Strength.VALIDATED: marked_count("{n} validated statement", "{n} validated statements"),
    Strength.CONTRADICTED: marked_count(
        "{n} contradicted statement", "{n} contradicted statements"
    ),
}
_INTO: Mapping[Strength, tuple[str, str]] = {
    Strength.ASSUMPTION: marked_count("a bare assumption", "bare assumptions"),
    Strength.ONE_SOURCE: marked_count("a statement with one source", "statements with one source"),
    Strength.SEVERAL_SOURCES: marked_count(
        "a statement with several sources", "statements with several sources"
    ),
    Strength.VALIDATED: marked_count("a validated statement", "validated statements"),
    Strength.CONTRADICTED: marked_count("a contradicted statement", "contradicted statements"),
}
