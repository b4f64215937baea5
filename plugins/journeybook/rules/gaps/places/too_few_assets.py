"""Too few assets.

A persona finds less published content in a phase than the phase expects, but not nothing.

One piece rarely meets everybody at the right moment.

Publish more, or let content of other personas serve this one as well. How many a phase needs
stands in its file, under `assets` of `expects`.
"""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.about import gap_of_stretch
from journeybook.rules.engine.rule import ClosedBy
from journeybook.rules.engine.scope import Stretch, stretches
from journeybook.rules.engine.settings import Settings, filling
from journeybook.schema.fields import Written
from journeybook.wording import marked

CODE = Code.TOO_FEW_ASSETS
SEVERITY = Severity.LOW
CLOSED_BY = ClosedBy.WRITING


class Parameters(Written):
    """How many assets are enough."""

    assets: Annotated[int, Field(ge=0)] | None = Field(
        None, description="How many published assets a phase needs that does not say so itself."
    )


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the phases in which a persona finds too little."""
    for stretch in stretches(handbook):
        otherwise = settings.parameters_of(CODE, Parameters, stretch.place).assets
        expected = stretch.expects.assets
        needed = (expected if expected is not None else otherwise) or 0
        if 0 < len(stretch.published) < needed:
            yield _finding(stretch, needed, settings)


def _finding(stretch: Stretch, needed: int, settings: Settings) -> Finding:
    say = settings.wording.text
    there = len(stretch.published)
    return gap_of_stretch(
        settings,
        CODE,
        stretch,
        marked("{persona} finds {there} of the {needed} assets that the phase {phase} needs"),
        say("publish {n} more", n=needed - there),
        names={"there": there, "needed": needed},
        being_filled=filling(stretch.coming),
    )
