"""What changed in the content behind statements: answers, and what meets or counters them."""

from collections.abc import Iterator

from journeybook.compare.change import Change, Tone, What
from journeybook.compare.sides import About, Sides
from journeybook.handbook.book import Handbook
from journeybook.handbook.index.coverage import AnswerState
from journeybook.handbook.journeys import DropOff, Expectation, Question
from journeybook.schema import Kind
from journeybook.wording import marked

_STANDING = {AnswerState.OPEN: 0, AnswerState.FILLING: 1, AnswerState.ANSWERED: 2}


def answer_changes(
    about: About, before: Question, after: Question, sides: Sides
) -> Iterator[Change]:
    """Tell whether a question is answered by something else, or not at all."""
    old, new = sides.before.coverage.state_of(before), sides.after.coverage.state_of(after)
    assets = (
        tuple(one.id for one in sides.before.coverage.answers_to(before)),
        tuple(one.id for one in sides.after.coverage.answers_to(after)),
    )
    if old is new:
        yield from sides.compared(
            about, "answer", marked("Other answers"), *assets, kind=Kind.ASSET, weight=20
        )
        return
    values = (_shown(sides.before, before), _shown(sides.after, after))
    tone = Tone.BETTER if _STANDING[new] > _STANDING[old] else Tone.WORSE
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
    if new is AnswerState.ANSWERED:
        return marked("Now answered")
    if old is AnswerState.ANSWERED:
        return marked("No longer answered")
    if new is AnswerState.FILLING:
        return marked("An answer is on its way")
    return marked("No answer on its way any more")


def meeting_changes(
    about: About, before: Expectation, after: Expectation, sides: Sides
) -> Iterator[Change]:
    """Tell what meets an expectation now."""
    points = {one.id: one for _, _, one in sides.before.touchpoints}
    later = {one.id: one for _, _, one in sides.after.touchpoints}
    matches = sides.matches
    same = sides.same(Kind.ASSET, before.met_by_assets, after.met_by_assets) and {
        matches.subject(points[one].ref) for one in before.met_by_touchpoints
    } == {later[one].ref for one in after.met_by_touchpoints}
    if same:
        return
    was, is_ = ([*one.met_by_assets, *one.met_by_touchpoints] for one in (before, after))
    old = [sides.titles_before(Kind.ASSET, before.met_by_assets)]
    new = [sides.titles_after(Kind.ASSET, after.met_by_assets)]
    old += [points[one].text for one in before.met_by_touchpoints]
    new += [later[one].text for one in after.met_by_touchpoints]
    values = (", ".join(filter(None, old)), ", ".join(filter(None, new)))
    label, tone, weight = _gained(
        bool(was),
        bool(is_),
        (marked("Now met"), marked("No longer met"), marked("Met by something else")),
    )
    yield Sides.change(
        about, What.CHANGED, label, weight=weight, tone=tone, values=values, aspect="met-by"
    )


def counter_changes(
    about: About, before: DropOff, after: DropOff, sides: Sides
) -> Iterator[Change]:
    """Tell what keeps personas from leaving now."""
    yield from sides.compared(
        about, "why", marked("Another reason"), before.why, after.why, weight=25
    )
    same = sides.same(Kind.ASSET, before.assets, after.assets)
    if same and sides.same(Kind.ACTION, before.actions, after.actions):
        return
    old = (
        sides.titles_before(Kind.ASSET, before.assets),
        sides.titles_before(Kind.ACTION, before.actions),
    )
    new = (
        sides.titles_after(Kind.ASSET, after.assets),
        sides.titles_after(Kind.ACTION, after.actions),
    )
    values = (", ".join(filter(None, old)), ", ".join(filter(None, new)))
    label, tone, weight = _gained(
        bool(before.assets or before.actions),
        bool(after.assets or after.actions),
        (
            marked("Now countered"),
            marked("No longer countered"),
            marked("Countered by something else"),
        ),
    )
    yield Sides.change(
        about,
        What.CHANGED,
        label,
        weight=weight,
        tone=tone,
        values=values,
        aspect="countermeasures",
    )


def _gained(before: bool, after: bool, labels: tuple[str, str, str]) -> tuple[str, Tone, int]:  # noqa: FBT001
    if after and not before:
        return labels[0], Tone.BETTER, 50
    if before and not after:
        return labels[1], Tone.WORSE, 55
    return labels[2], Tone.NEUTRAL, 20
