"""Unsatisfying moment of truth.

A moment of truth matters much to the persona and goes badly, and no action that helps is meant to
improve it.

This is where customers are lost, and we know it.

Start an action and name the touchpoint in it. From which importance and up to which satisfaction
a moment counts can be set in `rules.yml`.
"""

from collections.abc import Iterator

from pydantic import Field

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.handbook.fitting.coverage import published
from journeybook.handbook.journeys import Touchpoint
from journeybook.rules.engine.about import Said, gap_of_statement
from journeybook.rules.engine.helping import touchpoints_acted_on
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.settings import Settings
from journeybook.schema.fields import Mark, Written

CODE = Code.UNSATISFYING_MOMENT_OF_TRUTH
SEVERITY = Severity.HIGH
FIX = FixKind.PROCESS


class Parameters(Written):
    """Which moments of truth count as unsatisfying."""

    importance: Mark = Field(4, description="From which importance on it counts, 1 to 5.")
    satisfaction: Mark = Field(2, description="Up to which satisfaction it counts, 1 to 5.")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find important moments of truth that go badly and that nobody improves."""
    say = settings.wording.text
    acted = touchpoints_acted_on(handbook)
    for journey, step, one in handbook.touchpoints:
        said = Said(journey=journey, step=step, statement=one)
        if one.id in acted or not is_unsatisfying(said, one, settings):
            continue
        content = published(handbook.assets[asset] for asset in one.assets)
        if content or not settings.reports(Code.MOMENT_OF_TRUTH_WITHOUT_SUPPORT, said.place):
            message = say("The moment of truth “{touchpoint}” goes badly", touchpoint=one.text)
            hint = say("start an action that improves it")
            yield gap_of_statement(settings, CODE, said, message, hint)


def is_unsatisfying(said: Said, one: Touchpoint, settings: Settings) -> bool:
    """Tell whether a touchpoint is a moment of truth that matters much and goes badly."""
    if not one.moment_of_truth or one.importance is None or one.satisfaction is None:
        return False
    limits = settings.parameters_of(CODE, Parameters, said.place)
    return one.importance >= limits.importance and one.satisfaction <= limits.satisfaction
