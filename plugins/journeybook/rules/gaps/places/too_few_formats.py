"""Too few formats.

A persona finds enough content in a phase, but in fewer types than the phase expects.

Some people read, others watch or calculate. Whoever does not like the one format finds nothing.

Bring a piece in another form: a video beside the manual, a calculator beside the white paper. How
many types a phase needs stands in its file, under `formats` of `expects`.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated

from pydantic import Field

from journeybook.codes import Code, Severity
from journeybook.findings import Finding, Wish
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.about import gap_of_stretch
from journeybook.rules.engine.rule import ClosedBy
from journeybook.rules.engine.scope import Stretch, stretches
from journeybook.rules.engine.settings import Settings, filling
from journeybook.schema.fields import Written
from journeybook.wording import marked

CODE = Code.TOO_FEW_FORMATS
SEVERITY = Severity.LOW
CLOSED_BY = ClosedBy.WRITING


class Parameters(Written):
    """How many formats are enough."""

    formats: Annotated[int, Field(ge=0)] | None = Field(
        None, description="How many types of content a phase needs that does not say so itself."
    )


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the phases in which a persona finds too few types of content."""
    for stretch in stretches(handbook):
        otherwise = settings.parameters_of(CODE, Parameters, stretch.place).formats
        expected = stretch.expects.formats
        needed = (expected if expected is not None else otherwise) or 0
        # Where there are fewer pieces than formats, more pieces are what is missing.
        if len({one.type for one in stretch.published}) < needed <= len(stretch.published):
            yield _finding(stretch, needed, handbook, settings)


def _finding(stretch: Stretch, needed: int, handbook: Handbook, settings: Settings) -> Finding:
    say, label = settings.wording.text, handbook.vocabulary.type_label
    there = {one.type for one in stretch.published}
    types = settings.wording.both(sorted(label(one) for one in there if one))
    finding = gap_of_stretch(
        settings,
        CODE,
        stretch,
        marked(
            "{persona} finds {there} of the {needed} types of content that the phase {phase} needs"
        ),
        say("offer something else than {types}", types=types) if types else say("name the types"),
        names={"there": len(there), "needed": needed},
        being_filled=filling(tuple(one for one in stretch.coming if one.type not in there)),
    )
    usual = Counter(asset.type for asset in handbook.assets.values() if asset.type)
    other = (one for one in (*stretch.expects.types, *usual) if one not in there)
    return replace(finding, wish=Wish(type=next(other, None)))
