"""What is counted: for everything a key, a name, the words that go with its number, a sentence.

A part of something says of what: its words hold `{part}`, and `{n}` is the whole.
"""

from collections.abc import Mapping
from functools import partial

from journeybook.counts.counted import Counted, Definition
from journeybook.counts.of_content import OF_CONTENT, PLACES
from journeybook.counts.of_steps import OF_STEPS
from journeybook.wording import Wording, marked, marked_count

_of_gaps = partial(Definition, by=PLACES | {"owner", "severity"})

_OF_GAPS: Mapping[Counted, Definition] = {
    Counted.OPEN_GAPS: _of_gaps(
        name=marked("Open gaps"),
        words=marked_count("{n} open gap", "{n} open gaps"),
        sentence=marked(
            "Open gaps: content that is missing, that nobody is making yet and that nobody has "
            "accepted. Minor gaps are counted apart. A gap that two personas share counts once, "
            "and for each of them."
        ),
    ),
    Counted.MINOR_GAPS: _of_gaps(
        name=marked("Minor gaps"),
        words=marked_count("{n} minor gap", "{n} minor gaps"),
        sentence=marked(
            "Minor gaps: gaps of low severity that nobody is filling and nobody has accepted."
        ),
    ),
    Counted.FILLING_GAPS: _of_gaps(
        name=marked("Gaps being filled"),
        words=marked_count("{n} gap being filled", "{n} gaps being filled"),
        sentence=marked(
            "Being filled: gaps that planned content or a draft will close, minor ones included."
        ),
    ),
    Counted.ACCEPTED_GAPS: _of_gaps(
        name=marked("Accepted gaps"),
        words=marked_count("{n} gap accepted for now", "{n} gaps accepted for now"),
        sentence=marked("Accepted for now: gaps that the team has waived, with a reason."),
    ),
}

DEFINITIONS: Mapping[Counted, Definition] = {**_OF_GAPS, **OF_STEPS, **OF_CONTENT}
"""Everything that is counted, in the order in which it is told."""


def words_of(what: Counted, number: int, whole: int | None, wording: Wording) -> str:
    """Say a number in words, such as `24 open gaps` or `22 of 59 questions answered`."""
    one, many = DEFINITIONS[what].words
    if whole is None:
        return wording.count(one, many, number)
    return wording.count(one, many, whole, part=wording.number(number))


def label_of(what: Counted, number: int, whole: int | None, wording: Wording) -> str:
    """Say what a number is that stands before it, such as `open gaps`."""
    words = words_of(what, number, whole, wording)
    return words.removeprefix(wording.number(number)).strip()
