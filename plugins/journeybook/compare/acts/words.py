"""What is said of entities and statements when they come, go or change."""

from collections.abc import Mapping
from dataclasses import dataclass

from journeybook.compare.change import Thing
from journeybook.handbook.statements import Lane
from journeybook.schema import Kind
from journeybook.wording import marked


@dataclass(frozen=True, slots=True, kw_only=True)
class KindWords:
    """The words for a kind of entity."""

    added: str
    removed: str
    weight: int


KINDS: Mapping[Kind, KindWords] = {
    Kind.JOURNEY: KindWords(
        added=marked("New journey"), removed=marked("Journey removed"), weight=100
    ),
    Kind.STEP: KindWords(added=marked("New step"), removed=marked("Step removed"), weight=65),
    Kind.PERSONA: KindWords(
        added=marked("New persona"), removed=marked("Persona removed"), weight=95
    ),
    Kind.PHASE: KindWords(added=marked("New phase"), removed=marked("Phase removed"), weight=90),
    Kind.CHANNEL: KindWords(
        added=marked("New channel"), removed=marked("Channel removed"), weight=60
    ),
    Kind.ASSET: KindWords(
        added=marked("New content"), removed=marked("Content removed"), weight=55
    ),
    Kind.RESEARCH: KindWords(
        added=marked("New research"), removed=marked("Research removed"), weight=50
    ),
    Kind.ACTION: KindWords(
        added=marked("New improvement"), removed=marked("Improvement removed"), weight=50
    ),
}

LEFT_OUT = marked("Left out of the site")
"""What is said of a file that is still there, and that no reader sees any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """What a lane's statements are, how they weigh, and what is said of them.

    Those of a step have a `plural`, by which it is told that there are none.
    """

    thing: Thing
    weight: int
    added: str
    removed: str
    reworded: str
    moved: str
    order: str
    plural: str = ""


LANES: Mapping[Lane, Labels] = {
    Lane.NEEDS: Labels(
        thing=Thing.NEED,
        weight=40,
        added=marked("New need"),
        removed=marked("Need removed"),
        reworded=marked("Need reworded"),
        moved=marked("Need moved to another step"),
        order=marked("Another order of needs"),
        plural=marked("Needs"),
    ),
    Lane.QUESTIONS: Labels(
        thing=Thing.QUESTION,
        weight=60,
        added=marked("New question"),
        removed=marked("Question removed"),
        reworded=marked("Question reworded"),
        moved=marked("Question moved to another step"),
        order=marked("Another order of questions"),
        plural=marked("Questions"),
    ),
    Lane.EXPECTATIONS: Labels(
        thing=Thing.EXPECTATION,
        weight=40,
        added=marked("New expectation"),
        removed=marked("Expectation removed"),
        reworded=marked("Expectation reworded"),
        moved=marked("Expectation moved to another step"),
        order=marked("Another order of expectations"),
        plural=marked("Expectations"),
    ),
    Lane.TOUCHPOINTS: Labels(
        thing=Thing.TOUCHPOINT,
        weight=45,
        added=marked("New touchpoint"),
        removed=marked("Touchpoint removed"),
        reworded=marked("Touchpoint reworded"),
        moved=marked("Touchpoint moved to another step"),
        order=marked("Another order of touchpoints"),
        plural=marked("Touchpoints"),
    ),
    Lane.DROP_OFFS: Labels(
        thing=Thing.DROP_OFF,
        weight=50,
        added=marked("New drop-off moment"),
        removed=marked("Drop-off moment removed"),
        reworded=marked("Drop-off moment reworded"),
        moved=marked("Drop-off moment moved to another step"),
        order=marked("Another order of drop-off moments"),
        plural=marked("Drop-off moments"),
    ),
    Lane.GOALS: Labels(
        thing=Thing.GOAL,
        weight=45,
        added=marked("New goal"),
        removed=marked("Goal removed"),
        reworded=marked("Goal reworded"),
        moved=marked("Goal moved"),
        order=marked("Another order of goals"),
    ),
    Lane.PAINS: Labels(
        thing=Thing.PAIN,
        weight=45,
        added=marked("New pain"),
        removed=marked("Pain removed"),
        reworded=marked("Pain reworded"),
        moved=marked("Pain moved"),
        order=marked("Another order of pains"),
    ),
    Lane.FINDINGS: Labels(
        thing=Thing.INSIGHT,
        weight=45,
        added=marked("New insight"),
        removed=marked("Insight removed"),
        reworded=marked("Insight reworded"),
        moved=marked("Insight moved"),
        order=marked("Another order of insights"),
    ),
}
