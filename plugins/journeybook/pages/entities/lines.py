"""Lines that the pages of several entities show: touchpoints, expectations and content."""

from journeybook.handbook.entities import Asset
from journeybook.handbook.journeys import Expectation, Touchpoint
from journeybook.handbook.statements import Statement
from journeybook.pages.parts.entity_parts import Line, joined, titles
from journeybook.pages.parts.ways.links import Here
from journeybook.pages.parts.words.states import feeling_kind, status_kind, touchpoint_marks
from journeybook.pages.parts.words.strengths import strength_of


def touchpoint_line(here: Here, one: Touchpoint, *, channel: bool = True) -> Line:
    """Show a touchpoint with its channel, whose it is, and how it goes."""
    kind, word = feeling_kind(here.site, one.emotion)
    named = here.site.handbook.channels[one.channel].title if one.channel and channel else ""
    return Line(
        link=here.statement(one),
        kind=kind,
        word=word,
        note=joined(
            named,
            titles(here, one.personas),
            step_title(here, one),
            touchpoint_marks(here.site, one),
        ),
        moment=one.moment_of_truth,
        strength=strength_of(here.site, one),
    )


def step_title(here: Here, one: Statement) -> str:
    """Name the step in which something is said."""
    step = here.site.handbook.step(one.id)
    return step.title if step else ""


def expectation_line(here: Here, one: Expectation, note: str = "") -> Line:
    """Show an expectation with what it is to this page, or whose it is."""
    return Line(
        link=here.statement(one),
        note=note or titles(here, one.personas),
        strength=strength_of(here.site, one),
    )


def asset_line(here: Here, asset: Asset, note: str = "") -> Line:
    """Show an asset with its status and type."""
    published = asset.is_published
    due = here.site.wording.day(asset.due) if asset.due and asset.status.is_coming else ""
    return Line(
        link=here.asset(asset),
        kind=status_kind(asset.status),
        word=asset.status_label,
        note=joined(
            note,
            here.site.handbook.vocabulary.type_label(asset.type),
            "" if published else asset.status_label.lower(),
            due,
        ),
    )
