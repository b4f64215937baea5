"""Expected type of content is missing.

A phase expects certain types of content, and a persona finds none of one of them there.

The phase expects them because they work there, such as a success story for people who compare.

Publish content of that type for this persona and phase. If it does not belong here, take the type
out of `expects` of the phase, or set this rule differently for the persona in `rules.yml`. Where
the persona has no content in the phase at all, only that is reported.
"""

from collections.abc import Iterator
from dataclasses import replace

from journeybook.codes import Code, Severity
from journeybook.findings import Finding, Ref, RefKind, Wish
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.about import gap_of_stretch
from journeybook.rules.engine.rule import ClosedBy
from journeybook.rules.engine.scope import Stretch, stretches
from journeybook.rules.engine.settings import Settings, filling
from journeybook.wording import marked

CODE = Code.MISSING_ASSET_TYPE
SEVERITY = Severity.MEDIUM
CLOSED_BY = ClosedBy.WRITING


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the types of content that a phase expects and a persona does not find there."""
    for stretch in stretches(handbook):
        if stretch.published or not settings.reports(Code.PHASE_WITHOUT_CONTENT, stretch.place):
            present = {one.type for one in stretch.published}
            for expected in stretch.expects.types:
                if expected not in present:
                    yield _finding(expected, stretch, handbook, settings)


def _finding(expected: str, stretch: Stretch, handbook: Handbook, settings: Settings) -> Finding:
    say = settings.wording.text
    label = handbook.vocabulary.type_label(expected)
    finding = gap_of_stretch(
        settings,
        CODE,
        stretch,
        marked("{persona} finds no content of the type {type} in the phase {phase}"),
        say("publish one: the phase expects it"),
        names={"type": label},
        subject=Ref(kind=RefKind.ASSET_TYPE, id=expected),
        place=replace(stretch.place, asset_types=(expected,)),
        being_filled=filling(tuple(one for one in stretch.coming if one.type == expected)),
    )
    return replace(finding, wish=Wish(type=expected))
