"""What is said of the statements of each lane when they come, go or change."""

from collections.abc import Mapping
from dataclasses import dataclass

from journeybook.handbook.entities import Lane
from journeybook.review.change import Thing
from journeybook.wording import marked as _


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What a lane's statements are, how they weigh, and what is said of them."""

    thing: Thing
    weight: int
    added: str
    removed: str
    reworded: str
    moved: str


LANES: Mapping[Lane, Labels] = {
    Lane.NEEDS: Labels(
        thing=Thing.NEED,
        weight=40,
        added=_("New need"),
        removed=_("Need removed"),
        reworded=_("Need reworded"),
        moved=_("Need moved to another step"),
    ),
    Lane.QUESTIONS: Labels(
        thing=Thing.QUESTION,
        weight=60,
        added=_("New question"),
        removed=_("Question removed"),
        reworded=_("Question reworded"),
        moved=_("Question moved to another step"),
    ),
    Lane.EXPECTATIONS: Labels(
        thing=Thing.EXPECTATION,
        weight=40,
        added=_("New expectation"),
        removed=_("Expectation removed"),
        reworded=_("Expectation reworded"),
        moved=_("Expectation moved to another step"),
    ),
    Lane.TOUCHPOINTS: Labels(
        thing=Thing.TOUCHPOINT,
        weight=45,
        added=_("New touchpoint"),
        removed=_("Touchpoint removed"),
        reworded=_("Touchpoint reworded"),
        moved=_("Touchpoint moved to another step"),
    ),
    Lane.DROP_OFFS: Labels(
        thing=Thing.DROP_OFF,
        weight=50,
        added=_("New drop-off moment"),
        removed=_("Drop-off moment removed"),
        reworded=_("Drop-off moment reworded"),
        moved=_("Drop-off moment moved to another step"),
    ),
    Lane.GOALS: Labels(
        thing=Thing.GOAL,
        weight=45,
        added=_("New goal"),
        removed=_("Goal removed"),
        reworded=_("Goal reworded"),
        moved=_("Goal moved"),
    ),
    Lane.PAINS: Labels(
        thing=Thing.PAIN,
        weight=45,
        added=_("New pain"),
        removed=_("Pain removed"),
        reworded=_("Pain reworded"),
        moved=_("Pain moved"),
    ),
    Lane.FINDINGS: Labels(
        thing=Thing.INSIGHT,
        weight=45,
        added=_("New insight"),
        removed=_("Insight removed"),
        reworded=_("Insight reworded"),
        moved=_("Insight moved"),
    ),
}
