"""Survey that too few answered.

About some of the touchpoints that a survey asks for, fewer people answered than `journeybook.yml`
asks of surveys under `least_participants`.

With few answers chance decides the figure, and who decides on it decides by chance.

Ask more people, or let talks show it too.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.handbook.surveys.results import GroupKind, SurveyResult
from journeybook.rules.engine.about import gap_of_research
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.settings import Settings
from journeybook.wording import Wording

CODE = Code.SMALL_SURVEY
SEVERITY = Severity.LOW
FIX = FixKind.PROCESS


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the surveys with topics that too few answered."""
    wording = settings.wording
    least = handbook.standards.few.get("survey", 0)
    for research in handbook.research.values():
        few = tuple(_few(handbook, research.survey, least, wording)) if research.survey else ()
        if few:
            message = wording.text(
                "Too few people answered in “{research}” about {topics}",
                research=research.title,
                topics=wording.both(few),
            )
            hint = wording.count("ask {n} person at least", "ask {n} people at least", least)
            yield gap_of_research(settings, CODE, research, message, hint)


def _few(handbook: Handbook, survey: SurveyResult, least: int, wording: Wording) -> Iterator[str]:
    hidden = handbook.standards.smallest_group
    for topic in survey.topics:
        name = handbook.phases[topic.phase].title if topic.phase else topic.label
        everybody = [one.figure.n for one in topic.answers if one.group.kind is GroupKind.ALL]
        if not everybody:
            below = wording.text("fewer than {n}", n=wording.number(hidden))
            yield f"“{name}” ({below})"
        elif max(everybody) < least:
            yield f"“{name}” ({wording.number(max(everybody))})"
