"""Search that nobody wrote down as a question.

People searched for something and came to the site at least ten times, and no question of a journey
has the words of it. This rule is off until it is switched on.

These are questions in the customer's own words, counted, and no map knows them.

Write it down as a question in the step where it is asked, with the export as evidence; or name its
word under `leave_out` in `rules.yml`, as with your own name.
"""

import re
from collections.abc import Iterator

from pydantic import Field

from journeybook.codes import Code, Severity
from journeybook.findings import Finding, Ref, RefKind
from journeybook.handbook.book import Handbook
from journeybook.handbook.ids import slug
from journeybook.handbook.stems import Stems
from journeybook.handbook.use import Search, UseTold
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.scope import Place
from journeybook.rules.engine.settings import Settings
from journeybook.rules.engine.use_words import figure_words
from journeybook.schema.fields import Many, Written

CODE = Code.UNASKED_SEARCH
SEVERITY = Severity.OFF
FIX = FixKind.PROCESS

_ENOUGH = 0.75
"""The share of the words of a search that a question has to have."""

_WORD = re.compile(r"[\w']+")


class Parameters(Written):
    """Which searches count."""

    clicks: int = Field(10, ge=1, description="How often it has to lead to the site.")
    most: int = Field(20, ge=1, le=200, description="How many searches are told at most.")
    leave_out: Many[str] = Field(
        (), description="Words of searches that do not count, such as your own name."
    )


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find what people search for and no question says."""
    limits = settings.parameters_of(CODE, Parameters)
    small, stems = handbook.vocabulary.small_words, handbook.vocabulary.stems
    left_out = _stems(" ".join(limits.leave_out), frozenset(), stems)
    asked = [
        _stems(question.text, small, stems)
        for _, step in handbook.all_steps
        for question in step.questions
    ]
    told = 0
    for told_by, search in _busiest(handbook, limits.clicks):
        searched = _stems(search.text, small, stems)
        is_known = any(len(searched & words) >= _ENOUGH * len(searched) for words in asked)
        if searched and not is_known and not searched & left_out and told < limits.most:
            told += 1
            yield _gap(told_by, search, settings)


def _busiest(handbook: Handbook, clicks: int) -> Iterator[tuple[UseTold, Search]]:
    every = ((told, search) for told in handbook.use for search in told.searches)
    enough = (one for one in every if one[1].clicks >= clicks)
    seen: set[str] = set()
    for told, search in sorted(enough, key=lambda one: (-one[1].clicks, one[1].text)):
        if search.text not in seen:
            seen.add(search.text)
            yield told, search


def _stems(text: str, small: frozenset[str], stems: Stems) -> frozenset[str]:
    words = _WORD.findall(text.casefold().replace("’", "'"))
    return frozenset(stems.of(word) for word in words if word not in small)


def _gap(told: UseTold, search: Search, settings: Settings) -> Finding:
    say = settings.wording.text
    message = say(
        "people search for “{search}” ({figure}), and no question says so",
        search=search.text,
        figure=figure_words("clicks", search.clicks, settings.wording),
    )
    return settings.gap(
        CODE,
        message,
        say("write it down as a question in the step where it is asked"),
        told.span,
        place=Place(),
        subject=Ref(kind=RefKind.WORD, id=slug(search.text) or search.text),
    )
