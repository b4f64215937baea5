"""Drop-off without a countermeasure.

A moment where a persona leaves, against which there is no published content without a lack, no
touchpoint that goes well and no action that helps.

We know that we lose people here, and let it happen.

Name under `countermeasures` the content, the touchpoint or the action that is meant to keep them.
Where the reason is one that no content takes away, such as a wait, a bill or a page that does not
load, an action is asked for, unless content is named against it. An action keeps nobody that is
still an idea, was dropped, is overdue or misses its target.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.about import Said, gap_of_statement
from journeybook.rules.engine.helping import why_no_help
from journeybook.rules.engine.rule import ClosedBy
from journeybook.rules.engine.settings import Settings, filling
from journeybook.wording import marked, marked_count

CODE = Code.DROP_OFF_WITHOUT_COUNTERMEASURE
SEVERITY = Severity.HIGH
SHORT = marked("no countermeasure")
REASON = marked_count(
    "We lose {who} here: “{text}”. Nobody works on it.",
    "We lose {who} here: “{text}”. Nobody works on it.",
)
CLOSED_BY = ClosedBy.WRITING


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the drop-offs that nothing is done about."""
    say = settings.wording.text
    for journey, step in handbook.steps:
        for one in step.drop_offs:
            if one.id in handbook.coverage.helped:
                continue
            said = Said(journey=journey, step=step, statement=one)
            otherwise = say("name the content or the action that is meant to keep them")
            if one.work:
                kind = handbook.vocabulary.work_label(one.work)
                words = marked("start an action of the kind “{kind}”: no content takes this away")
                otherwise = say(words, kind=kind)
            yield gap_of_statement(
                settings,
                CODE,
                said,
                say("Nothing is done about the drop-off “{drop_off}”", drop_off=one.text),
                why_no_help(one, step, handbook, settings) or otherwise,
                being_filled=filling(handbook.coverage.promised_for(one)),
            )
