"""Drop-off without a countermeasure.

A moment where a persona leaves, against which there is neither published content nor an action
that is planned, under way or done.

We know that we lose people here, and let it happen.

Name under `countermeasures` the content or the action that is meant to keep them. An action that
is still an idea, or was dropped, keeps nobody.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.handbook.index.coverage import coming
from journeybook.rules.engine.about import Said, gap_of_statement
from journeybook.rules.engine.rule import ClosedBy
from journeybook.rules.engine.settings import Settings, filling
from journeybook.wording import marked

CODE = Code.DROP_OFF_WITHOUT_COUNTERMEASURE
SEVERITY = Severity.HIGH
SHORT = marked("no countermeasure")
CLOSED_BY = ClosedBy.NAMING


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the drop-offs that nothing is done about."""
    say = settings.wording.text
    for journey, step in handbook.steps:
        for one in step.drop_offs:
            assets = tuple(handbook.assets[asset] for asset in one.assets)
            actions = tuple(handbook.actions[action] for action in one.actions)
            if one.id in handbook.coverage.countered:
                continue
            ideas = [action for action in actions if action.status in (None, "idea")]
            hint = (
                say(
                    "decide on the action “{action}”, which is still an idea", action=ideas[0].title
                )
                if ideas
                else say("name the content or the action that is meant to keep them")
            )
            yield gap_of_statement(
                settings,
                CODE,
                Said(journey=journey, step=step, statement=one),
                say("Nothing is done about the drop-off “{drop_off}”", drop_off=one.text),
                hint,
                being_filled=filling(coming(assets)),
            )
