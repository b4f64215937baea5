"""The text of a content brief: what a writer must know of the personas to begin."""

from collections.abc import Iterable, Iterator

from journeybook.gaps.ledger import Entry
from journeybook.handbook.entities import Statement
from journeybook.handbook.index.coverage import published
from journeybook.handbook.journeys import DropOff, Expectation, Question, Touchpoint
from journeybook.pages.parts.site import Site


def body(entry: Entry, site: Site) -> Iterator[str]:
    """Give the lines of the brief below its front matter."""
    say, rule = site.wording.text, site.rules[entry.finding.code].explanation
    yield say("A brief, to be replaced by the content itself.")
    yield ""
    yield from _section(say("Why"), (entry.finding.message, say(rule.why)))
    yield from _section(say("In the customer’s words"), _words(entry))
    yield from _section(say("What they expect"), _texts(entry, "expectations"))
    yield from _section(say("Where they drop off"), _drop_offs(entry))
    yield from _section(say("What they already find"), _neighbours(entry, site))
    yield from _section(say("To do after publishing"), _afterwards(entry, site))


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = tuple(lines)
    if found:
        yield f"## {title}"
        yield ""
        yield from (f"- {' '.join(line.split())}" for line in found)
        yield ""


def _words(entry: Entry) -> Iterator[str]:
    statement = entry.bearing.statement
    if isinstance(statement, Statement):
        yield f"“{statement.text}”"
    yield from _texts(entry, "needs")


def _texts(entry: Entry, lane: str) -> Iterator[str]:
    return (one.text for one in _statements(entry) if one.lane == lane)


def _drop_offs(entry: Entry) -> Iterator[str]:
    for step in entry.bearing.steps:
        for one in step.drop_offs:
            yield f"{one.text}: {one.why}" if one.why else one.text


def _neighbours(entry: Entry, site: Site) -> Iterator[str]:
    coverage = site.handbook.coverage
    for one in _statements(entry):
        if isinstance(one, Question):
            for asset in published(coverage.answers_to(one)):
                yield f"“{one.text}”: {asset.title}"


def _afterwards(entry: Entry, site: Site) -> Iterator[str]:
    statement = entry.bearing.statement
    if isinstance(statement, Touchpoint):
        yield site.wording.text(
            "Name this asset under the touchpoint “{touchpoint}”.", touchpoint=statement.text
        )
    elif isinstance(statement, DropOff):
        yield site.wording.text(
            "Name this asset as a countermeasure under “{drop_off}”.", drop_off=statement.text
        )
    elif isinstance(statement, Expectation):
        yield site.wording.text(
            "Name this asset as what meets the expectation “{expectation}”.",
            expectation=statement.text,
        )


def _statements(entry: Entry) -> Iterator[Statement]:
    wanted = set(entry.bearing.personas)
    for step in entry.bearing.steps:
        yield from (one for one in step.statements if wanted & set(one.personas))
