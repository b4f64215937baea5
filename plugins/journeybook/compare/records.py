"""A comparison as JSON, for other programs."""

import json
from dataclasses import asdict, dataclass

from journeybook.compare.change import Change
from journeybook.compare.comparison import Comparison, Standing

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRecord:
    """A change as other programs read it; `message` is what happened, in the handbook's words."""

    thing: str
    what: str
    aspect: str | None
    tone: str
    message: str
    text: str
    before: str
    after: str
    subject: str
    journey: str | None
    phase: str | None
    personas: tuple[str, ...]
    path: str
    line: int
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingRecord:
    """Scores as parts of wholes, and the number of open gaps."""

    questions: int
    answered: int
    statements: int
    researched: int
    feelings: int
    positive: int
    uncountered_drop_offs: int
    open_gaps: int
    answered_with_a_lack: int
    places: int
    asked: int


def comparison_json(comparison: Comparison) -> bytes:
    """Write a comparison as JSON, the same bytes for the same two states."""
    data = {
        "schema_version": SCHEMA_VERSION,
        "language": comparison.wording.language,
        "before": asdict(_standing(comparison.before)),
        "after": asdict(_standing(comparison.after)),
        "journeys": [
            {
                "journey": group.journey,
                "title": group.title,
                "before": asdict(_standing(group.before)) if group.before else None,
                "after": asdict(_standing(group.after)) if group.after else None,
                "changes": len(group.changes),
            }
            for group in comparison.groups
        ],
        "changes": [
            asdict(_record(one, group.journey, phased.phase, comparison))
            for group in comparison.groups
            for phased in group.phases
            for one in phased.changes
        ],
    }
    return json.dumps(data, indent=1, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def _record(
    change: Change, journey: str | None, phase: str | None, comparison: Comparison
) -> ChangeRecord:
    return ChangeRecord(
        thing=change.thing.value,
        what=change.what.value,
        aspect=change.aspect,
        tone=change.tone.value,
        message=comparison.wording.text(change.label),
        text=change.text,
        before=change.before,
        after=change.after,
        subject=change.subject,
        journey=journey,
        phase=phase,
        personas=change.personas,
        path=change.span.path,
        line=change.span.line,
        weight=change.weight,
    )


def _standing(standing: Standing) -> StandingRecord:
    scores = standing.scores
    return StandingRecord(
        questions=scores.answered.whole,
        answered=scores.answered.part,
        statements=scores.researched.whole,
        researched=scores.researched.part,
        feelings=scores.positive.whole,
        positive=scores.positive.part,
        uncountered_drop_offs=scores.uncountered_drop_offs,
        open_gaps=standing.gaps,
        answered_with_a_lack=scores.lacking,
        places=standing.asked.whole,
        asked=standing.asked.part,
    )
