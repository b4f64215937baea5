"""Columns that ask what others ask as well, of something that no map names."""

from collections.abc import Iterator, Mapping, Sequence

from journeybook.handbook.surveys.headings import Headings
from journeybook.handbook.surveys.results import OVERALL, Measure

_Asked = Mapping[tuple[str, Measure], Sequence[int]]
"""The columns by what they are about, empty where no name is known in them, and what they ask."""


def unplaced(headings: Headings, asked: _Asked) -> Iterator[str]:
    """Give the headings that read as those which are taken, but for the name of what they ask of.

    A heading may hold a word for a question and be none, such as that of a remark.
    """
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
