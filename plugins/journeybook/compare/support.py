"""What changed in the content behind statements: answers, and what meets or counters them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from journeybook.compare.change import Change, Tone, What
from journeybook.compare.sides import About, Sides
from journeybook.handbook.book import Handbook
from journeybook.handbook.index.coverage import AnswerState
from journeybook.handbook.journeys import DropOff, Expectation, Question, Touchpoint
from journeybook.handbook.statements import Statement
from journeybook.rules.engine.lacks import lack_names
from journeybook.schema import Kind
from journeybook.wording import marked

_STANDING = tuple(reversed(AnswerState))


def answer_changes(
    about: About, before: Question, after: Question, sides: Sides
) -> Iterator[Change]:
    """Tell whether a question is answered by something else, with other lacks, or not at all."""
    olds, news = sides.before.coverage, sides.after.coverage
    old, new = olds.state_of(before), news.state_of(after)
    lacks = olds.lacks_of(before), news.lacks_of(after)
    assets = (
        tuple(one.id for one in olds.answers_to(before)),
        tuple(one.id for one in news.answers_to(after)),
    )
    if old is new:
        yield from sides.compared(
            about, "answer", marked("Other answers"), *assets, kind=Kind.ASSET, weight=20
        )
        if lacks[0] != lacks[1]:
            names = [lack_names(one, sides.wording) for one in lacks]
            yield from sides.compared(about, "lacks", marked("The answer lacks"), *names)
        return
    values = (_shown(sides.before, before), _shown(sides.after, after))
    tone = Tone.BETTER if _STANDING.index(new) > _STANDING.index(old) else Tone.WORSE
    label = _answer_label(old, new)
    weight = 80 if AnswerState.ANSWERED in (old, new) else 55
    yield Sides.change(
        about, What.CHANGED, label, weight=weight, tone=tone, values=values, aspect="answer"
    )


def _shown(book: Handbook, question: Question) -> str:
    # Content that is not published says how far it is, since that is what makes the difference.
    found = book.coverage.answers_to(question)
    words = (
        one.title if one.is_published else f"{one.title} ({one.status_label})" for one in found
    )
    return ", ".join(sorted(" ".join(word.split()) for word in words))


def _answer_label(old: AnswerState, new: AnswerState) -> str:
    match old, new:
        case _, AnswerState.ANSWERED:
            return marked("Now answered")
        case AnswerState.ANSWERED, AnswerState.LACKING:
            return marked("Now answered with a lack only")
        case _, AnswerState.LACKING:
            return marked("Now answered, with a lack")
        case ((AnswerState.ANSWERED | AnswerState.LACKING), _):
            return marked("No longer answered")
        case _, AnswerState.FILLING:
            return marked("An answer is on its way")
    return marked("No answer on its way any more")


def meeting_changes(
    about: About, before: Expectation, after: Expectation, sides: Sides
) -> Iterator[Change]:
    """Tell what meets an expectation now."""
    labels = (
        marked("Now met"),
        marked("No longer met"),
        marked("Met by something else"),
        marked("Something else is named that should meet it"),
    )
    named = _met_by(before), _met_by(after)
    yield from _help_changes(about, (before, after), named, labels, "met-by", sides)


def counter_changes(
    about: About, before: DropOff, after: DropOff, sides: Sides
) -> Iterator[Change]:
    """Tell what keeps personas from leaving now."""
    yield from sides.compared(
        about, "why", marked("Another reason"), before.why, after.why, weight=25
    )
    labels = (
        marked("Now countered"),
        marked("No longer countered"),
        marked("Countered by something else"),
        marked("Something else is named that should keep them"),
    )
    named = _against(before), _against(after)
    yield from _help_changes(about, (before, after), named, labels, "countermeasures", sides)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    # What is named to help.
    assets: tuple[str, ...]
    actions: tuple[str, ...]
    touchpoints: tuple[str, ...]


def _met_by(one: Expectation) -> _Named:
    return _Named(
        assets=one.met_by_assets, actions=one.met_by_actions, touchpoints=one.met_by_touchpoints
    )


def _against(one: DropOff) -> _Named:
    return _Named(assets=one.assets, actions=one.actions, touchpoints=one.touchpoints)


def _help_changes(  # noqa: PLR0917 - both sides of one thing
    about: About,
    statements: tuple[Statement, Statement],
    named: tuple[_Named, _Named],
    labels: tuple[str, str, str, str],
    aspect: str,
    sides: Sides,
) -> Iterator[Change]:
    old, new = named
    before, after = (
        one.id in book.coverage.helped
        for one, book in zip(statements, (sides.before, sides.after), strict=True)
    )
    if before is after and _same(old, new, sides):
        return
    values = (
        _titles(old, sides.titles_before, sides.before),
        _titles(new, sides.titles_after, sides.after),
    )
    match before, after:
        case False, True:
            label, tone, weight = labels[0], Tone.BETTER, 50
        case True, False:
            label, tone, weight = labels[1], Tone.WORSE, 55
        case True, True:
            label, tone, weight = labels[2], Tone.NEUTRAL, 20
        case _:
            label, tone, weight = labels[3], Tone.NEUTRAL, 20
    yield Sides.change(
        about, What.CHANGED, label, weight=weight, tone=tone, values=values, aspect=aspect
    )


def _same(old: _Named, new: _Named, sides: Sides) -> bool:
    points, later = _touchpoints(sides.before), _touchpoints(sides.after)
    return (
        sides.same(Kind.ASSET, old.assets, new.assets)
        and sides.same(Kind.ACTION, old.actions, new.actions)
        and {sides.matches.subject(points[one].ref) for one in old.touchpoints}
        == {later[one].ref for one in new.touchpoints}
    )


def _titles(named: _Named, titles: Callable[[Kind, tuple[str, ...]], str], book: Handbook) -> str:
    points = _touchpoints(book)
    words = (
        titles(Kind.ASSET, named.assets),
        titles(Kind.ACTION, named.actions),
        *(points[one].text for one in named.touchpoints),
    )
    return ", ".join(filter(None, words))


def _touchpoints(book: Handbook) -> dict[str, Touchpoint]:
    return {one.id: one for _, step in book.all_steps for one in step.touchpoints}
