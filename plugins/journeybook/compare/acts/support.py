"""What changed in the content behind statements: answers, and what meets or counters them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from journeybook.compare.acts.strengths import evidence_effects
from journeybook.compare.change import Change, Tone, What
from journeybook.compare.edit import About, change
from journeybook.compare.pair import Pair
from journeybook.handbook.book import Handbook
from journeybook.handbook.fitting.coverage import AnswerState
from journeybook.handbook.ids import folded, last_part
from journeybook.handbook.index.named import Named, named_for
from journeybook.handbook.journeys import DropOff, Expectation, Question
from journeybook.handbook.statements import Entity, Statement
from journeybook.rules.engine.lacks import lack_names
from journeybook.schema import Kind
from journeybook.wording import marked

NOW_ANSWERED = marked("Now answered")
NO_LONGER_ANSWERED = marked("No longer answered")
_STANDING = tuple(reversed(AnswerState))


def named_changes(
    about: About, old: tuple[Statement, Entity], new: tuple[Statement, Entity], pair: Pair
) -> Iterator[Change]:
    """Tell what a statement names to answer, meet or counter it, where that was edited."""
    before, after = old[0], new[0]
    if isinstance(before, Question) and isinstance(after, Question):
        names = _answers_written(*old, pair, 0), _answers_written(*new, pair, 1)
        label = marked("Other answers are named")
        yield from pair.compared(about, "answered-by", label, *names, weight=40)
    elif helped := _helped(before, after):
        named, aspect, labels = helped
        if not _same(*named, pair):
            yield _help(about, (before, after), named, (aspect, labels), pair)


def support_changes(
    about: About, before: Statement, after: Statement, pair: Pair
) -> Iterator[Change]:
    """Tell how a statement fares that says the same, since something else changed."""
    if isinstance(before, Question) and isinstance(after, Question):
        yield from _answers(about, before, after, pair)
    elif helped := _helped(before, after):
        named, aspect, labels = helped
        states = (before.id in pair.before.coverage.helped, after.id in pair.after.coverage.helped)
        if states[0] is not states[1] and _same(*named, pair):
            yield _help(about, (before, after), named, (aspect, labels), pair)
    yield from evidence_effects(about, before, after, pair)


def _answers_written(statement: Statement, owner: Entity, pair: Pair, state: int) -> str:
    document = pair.documents[state].get(owner.path)
    questions = getattr(document.fields, "questions", ()) if document else ()
    words = [one.answered_by for one in questions if folded(one.text) == folded(statement.text)]
    titles = pair.titles[state][Kind.ASSET]
    known = {last_part(name): title for name, title in titles.items()} | dict(titles)
    return ", ".join(sorted(known.get(name, name) for names in words for name in names))


def _answers(about: About, before: Question, after: Question, pair: Pair) -> Iterator[Change]:
    olds, news = pair.before.coverage, pair.after.coverage
    if before.id not in olds.answered or after.id not in news.answered:
        return
    old, new = olds.state_of(before), news.state_of(after)
    if old is new:
        yield from _other_answers(about, before, after, pair)
        return
    better = _STANDING.index(new) > _STANDING.index(old)
    yield change(
        about,
        What.CHANGED,
        _answer_label(old, new),
        weight=80 if AnswerState.ANSWERED in {old, new} else 55,
        tone=Tone.BETTER if better else Tone.WORSE,
        values=(_shown(pair.before, before), _shown(pair.after, after)),
        aspect="answer",
    )


def _other_answers(about: About, before: Question, after: Question, pair: Pair) -> Iterator[Change]:
    olds, news = pair.before.coverage, pair.after.coverage
    assets = (
        tuple(one.id for one in olds.answers_to(before)),
        tuple(one.id for one in news.answers_to(after)),
    )
    label = marked("Other answers")
    for told in pair.compared(about, "answer", label, *assets, kind=Kind.ASSET, weight=20):
        yield replace(told, before=_shown(pair.before, before), after=_shown(pair.after, after))
    lacks = olds.lacks_of(before), news.lacks_of(after)
    if lacks[0] != lacks[1]:
        names = [lack_names(one, pair.wording) for one in lacks]
        yield from pair.compared(about, "lacks", marked("The answer lacks"), *names)


def _shown(book: Handbook, question: Question) -> str:
    # Content that is not published says how far it is, since that is what makes the difference.
    words = (
        one.title if one.is_published else f"{one.title} ({one.status_label})"
        for one in book.coverage.answers_to(question)
    )
    return ", ".join(sorted(" ".join(word.split()) for word in words))


def _answer_label(old: AnswerState, new: AnswerState) -> str:
    match old, new:
        case _, AnswerState.ANSWERED:
            return NOW_ANSWERED
        case AnswerState.ANSWERED, AnswerState.LACKING:
            return marked("Now answered with a lack only")
        case _, AnswerState.LACKING:
            return marked("Now answered, with a lack")
        case ((AnswerState.ANSWERED | AnswerState.LACKING), _):
            return NO_LONGER_ANSWERED
        case _, AnswerState.FILLING:
            return marked("An answer is on its way")
    return marked("No answer on its way any more")


_Labels = tuple[str, str, str, str]
_Helped = tuple[tuple[Named, Named], str, _Labels]

_MET: _Labels = (
    marked("Now met"),
    marked("No longer met"),
    marked("Met by something else"),
    marked("Something else is named that should meet it"),
)
_COUNTERED: _Labels = (
    marked("Now countered"),
    marked("No longer countered"),
    marked("Countered by something else"),
    marked("Something else is named that should keep them"),
)


def _helped(before: Statement, after: Statement) -> _Helped | None:
    match before, after:
        case Expectation(), Expectation():
            return (named_for(before, {}), named_for(after, {})), "met-by", _MET
        case DropOff(), DropOff():
            return (named_for(before, {}), named_for(after, {})), "countermeasures", _COUNTERED
    return None


def _help(
    about: About,
    statements: Sequence[Statement],
    named: tuple[Named, Named],
    told: tuple[str, _Labels],
    pair: Pair,
) -> Change:
    aspect, labels = told
    values = (_titles(named[0], pair, 0), _titles(named[1], pair, 1))
    books = (pair.before, pair.after)
    states = [one.id in book.coverage.helped for one, book in zip(statements, books, strict=True)]
    match states:
        case False, True:
            label, tone, weight = labels[0], Tone.BETTER, 50
        case True, False:
            label, tone, weight = labels[1], Tone.WORSE, 55
        case True, True:
            label, tone, weight = labels[2], Tone.NEUTRAL, 20
        case _:
            label, tone, weight = labels[3], Tone.NEUTRAL, 20
    return change(
        about, What.CHANGED, label, weight=weight, tone=tone, values=values, aspect=aspect
    )


def _same(old: Named, new: Named, pair: Pair) -> bool:
    before, after = pair.statements
    return (
        pair.same(Kind.ASSET, old.assets, new.assets)
        and pair.same(Kind.ACTION, old.actions, new.actions)
        and {pair.matches.subject(before[one].ref) for one in old.touchpoints}
        == {after[one].ref for one in new.touchpoints}
    )


def _titles(named: Named, pair: Pair, state: int) -> str:
    points = pair.statements[state]
    words = (
        pair.listed(state, Kind.ASSET, named.assets),
        pair.listed(state, Kind.ACTION, named.actions),
        *(points[one].text for one in named.touchpoints),
    )
    return ", ".join(filter(None, words))
