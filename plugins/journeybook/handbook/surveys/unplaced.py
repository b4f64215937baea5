"""Columns that seem to ask of a touchpoint, and are left out: they do not, or which is unclear."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from journeybook.handbook.surveys.headings import Headings
from journeybook.handbook.surveys.results import OVERALL, Measure

_Asked = Mapping[tuple[str, Measure], Sequence[int]]
"""The columns by what they are about, empty where no name is known in them, and what they ask."""


_CODE = re.compile(r"^[\w\[\]]+\.\s+")
_BEFORE = re.compile(r".*[-–—:]\s(?:[\w\[\]]+\.\s+)?", re.DOTALL)
_BEHIND = re.compile(r"\s\[[^\[\]]+\]")
_FEW = 3


def with_answers(headings: Headings, asked: _Asked) -> _Asked:
    """Leave out what only says something of the answers in a column beside it.

    A quiz has `Points - How important is it?` or `How important is it? [Score]` beside the question
    itself, and some tools write how long it took.
    """
    return {one: _of_answers(headings, columns) for one, columns in asked.items()}


def _of_answers(headings: Headings, columns: Sequence[int]) -> Sequence[int]:
    questions = {at: _CODE.sub("", headings.whole(at)) for at in columns}
    first = min(columns, key=lambda at: len(questions[at]))
    asked = questions.pop(first)
    return (first,) if all(_repeats(one, asked) for one in questions.values()) else columns


def _repeats(heading: str, asked: str) -> bool:
    is_before = heading.endswith(asked) and _BEFORE.fullmatch(heading.removesuffix(asked))
    is_behind = heading.startswith(asked) and _BEHIND.fullmatch(heading.removeprefix(asked))
    return bool(is_before or is_behind)


def left_aside(
    headings: Headings, asked: _Asked, answers: _Asked, untold: Iterable[int], *, is_long: bool
) -> Iterator[tuple[str, str]]:
    """Give headings, each with why it is left out; of the `untold` nothing says what they ask.

    What stands beside the `answers` is told at once.
    """
    beside = [at for one, columns in asked.items() for at in columns if at not in answers[one]]
    if beside:
        some = ", ".join(f"“{headings.whole(at)}”" for at in sorted(beside)[:_FEW])
        yield "beside", some + (f", … ({len(beside)})" if len(beside) > _FEW else "")
    if not is_long:
        yield from (("unplaced", heading) for heading in _unplaced(headings, asked))
        yield from (("untold", headings.whole(at)) for at in untold)


def _unplaced(headings: Headings, asked: _Asked) -> Iterator[str]:
    # What reads as headings that are taken, but for the name of what they ask of: one may hold a
    # word for a question and be none, such as that of a remark.
    frames = {
        tuple(headings.whole(at).casefold().split(topic.casefold(), 1))
        for (topic, _), columns in asked.items()
        for at in columns
        if topic
    }
    for (topic, measure), columns in asked.items():
        if not topic and measure not in OVERALL:
            wholes = map(headings.whole, columns)
            yield from (one for one in wholes if any(_is_in(one.casefold(), *f) for f in frames))


def _is_in(heading: str, before: str, after: str = "") -> bool:
    around = len(before.strip()) + len(after.strip())
    return bool(around) and heading.startswith(before) and heading.endswith(after)
