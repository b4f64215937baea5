"""Why what is named to help does not."""

from collections.abc import Sequence
from dataclasses import dataclass

from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Action
from journeybook.handbook.journeys import Emotion, Step
from journeybook.handbook.statements import Statement
from journeybook.rules.engine.about import Said
from journeybook.rules.engine.lacks import lack_reasons
from journeybook.rules.engine.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The actions and touchpoints that are named to help with a statement."""

    actions: tuple[Action, ...] = ()
    touchpoints: tuple[str, ...] = ()


def why_no_help(said: Said, named: Named, handbook: Handbook, settings: Settings) -> str:
    """Say why what is named does not help, and what to do about it; else nothing."""
    return (
        _why_no_action(named.actions, handbook, settings)
        or _why_no_content(said.statement, handbook, settings)
        or _why_no_touchpoint(named.touchpoints, said.step, settings)
    )


def _why_no_action(actions: Sequence[Action], handbook: Handbook, settings: Settings) -> str:
    say = settings.wording.text
    for action in actions:
        if action.status in (None, "idea"):
            return say(
                "decide on the action “{action}”, which is still an idea", action=action.title
            )
        if action.is_overdue(handbook.today):
            return say("finish the action “{action}”, which is overdue", action=action.title)
        if action.misses_target:
            return say(
                "try something else than “{action}”, which misses its target", action=action.title
            )
    return ""


def _why_no_content(statement: Statement | Emotion, handbook: Handbook, settings: Settings) -> str:
    for answer in handbook.coverage.answered.get(statement.id, ()):
        if answer.asset and answer.lacks:
            asset = handbook.assets[answer.asset]
            return settings.wording.text(
                "“{asset}” does not do it: {reasons}",
                asset=asset.title,
                reasons=lack_reasons(answer.lacks, asset, handbook, settings.wording),
            )
    return ""


def _why_no_touchpoint(touchpoints: Sequence[str], step: Step, settings: Settings) -> str:
    met = [touchpoint for touchpoint in step.touchpoints if touchpoint.id in touchpoints]
    if not met:
        return ""
    return settings.wording.text(
        "start an action for “{touchpoint}”, which goes badly", touchpoint=met[0].text
    )


def acting_on(statement: str, handbook: Handbook) -> tuple[Action, ...]:
    """Give the actions that name a touchpoint or an expectation."""
    return tuple(
        action
        for action in handbook.actions.values()
        if statement in action.touchpoints or statement in action.expectations
    )


def touchpoints_acted_on(handbook: Handbook) -> frozenset[str]:
    """Give the touchpoints that an action improves which helps."""
    return frozenset(
        touchpoint
        for action in handbook.actions.values()
        if action.helps(handbook.today)
        for touchpoint in action.touchpoints
    )
