"""Columns that seem to ask of a touchpoint, and are left out since it is unclear which or what."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from journeybook.handbook.surveys.headings import Headings
from journeybook.handbook.surveys.results import OVERALL, Measure

_Asked = Mapping[tuple[str, Measure], Sequence[int]]
"""The columns by what they are about, empty where no name is known in them, and what they ask."""


def left_aside(
    headings: Headings, asked: _Asked, untold: Iterable[int]
) -> Iterator[tuple[str, str]]:
    """Give headings, each with why it is left out; of the `untold` nothing says what they ask."""
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
