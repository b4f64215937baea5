"""Marked otherwise by customers.

A survey says that customers find a touchpoint more or less important than the map does, that it
goes better or worse, or that it, or the phase, feels otherwise. From which difference on this
counts stands in `journeybook.yml`, under `research`.

A map that shows what we think sends work to where it matters little.

Take over the customers' mark, or find out why they differ: who answered, and when. The newest
survey counts.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.handbook.journeys import Emotion, Touchpoint
from journeybook.handbook.statements import Statement
from journeybook.handbook.surveys.results import Measure
from journeybook.rules.engine.about import Said, all_said, gap_of_statement
from journeybook.rules.engine.settings import Settings
from journeybook.wording import Wording, marked

CODE = Code.MISJUDGED_TOUCHPOINT
SEVERITY = Severity.MEDIUM
SHORT = marked("customers mark it otherwise")

_MARKED = {
    Measure.IMPORTANCE: marked("importance {customers} and not {ours}"),
    Measure.SATISFACTION: marked("satisfaction {customers} and not {ours}"),
    Measure.EMOTION: marked("feeling {customers} and not {ours}"),
}


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the touchpoints and feelings that customers mark otherwise."""
    wording = settings.wording
    for said in all_said(handbook):
        if not isinstance(said, Said):
            continue
        differences = [
            wording.text(
                _MARKED[measure],
                customers=_written(mean, measure, wording),
                ours=_written(mark, measure, wording),
            )
            for measure, mark, mean in _differences(handbook, said.statement)
        ]
        if differences:
            message = wording.text(
                "Customers mark “{statement}” otherwise than the map: {differences}",
                statement=said.text,
                differences=wording.both(differences),
            )
            hint = wording.text("take over their mark, or find out why they differ")
            yield gap_of_statement(settings, CODE, said, message, hint)


def _differences(
    handbook: Handbook, one: Statement | Emotion
) -> Iterator[tuple[Measure, int, float]]:
    marks: dict[Measure, int | None] = {}
    if isinstance(one, Emotion):
        marks = {Measure.EMOTION: one.score}
    elif isinstance(one, Touchpoint):
        marks = {
            Measure.IMPORTANCE: one.importance,
            Measure.SATISFACTION: one.satisfaction,
            Measure.EMOTION: one.emotion,
        }
    surveyed = handbook.surveyed.get(one.id, ())
    for measure, mark in marks.items():
        newest = next((each[measure] for _, each in surveyed if measure in each), None)
        if mark is not None and newest and handbook.standards.differ(mark, newest):
            yield measure, mark, newest.mean


def _written(value: float, measure: Measure, wording: Wording) -> str:
    rounded = round(value, 1)
    return wording.signed(rounded) if measure is Measure.EMOTION else wording.number(rounded)
