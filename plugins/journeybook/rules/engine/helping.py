"""Why what is named to help does not."""

from collections.abc import Sequence

from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Action
from journeybook.handbook.index.named import named_for
from journeybook.handbook.journeys import DropOff, Expectation, Step, Touchpoint
from journeybook.handbook.statements import Statement
from journeybook.rules.engine.lacks import lack_reasons
from journeybook.rules.engine.settings import Settings


def why_no_help(
    one: DropOff | Expectation | Touchpoint, step: Step, handbook: Handbook, settings: Settings
) -> str:
    """Say why what is named does not help, and what to do about it; else nothing."""
    named = named_for(one, handbook.acting)
    actions = [handbook.actions[name] for name in named.actions]
    return (
        _why_no_action(actions, handbook, settings)
        or _why_no_content(one, handbook, settings)
        or _why_no_touchpoint(named.touchpoints, step, settings)
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


def _why_no_content(statement: Statement, handbook: Handbook, settings: Settings) -> str:
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


def touchpoints_acted_on(handbook: Handbook) -> frozenset[str]:
    """Give the touchpoints that an action improves which helps."""
    return frozenset(
        touchpoint
        for action in handbook.actions.values()
        if action.helps(handbook.today)
        for touchpoint in action.touchpoints
    )
