"""A comparison as JSON, for other programs."""

import json
from dataclasses import asdict

from journeybook.compare.change import Change
from journeybook.compare.comparison import Comparison, Standing
from journeybook.compare.groups import Act
from journeybook.compare.summary.context import Context
from journeybook.compare.summary.headline import headline
from journeybook.compare.summary.passages import passages

SCHEMA_VERSION = 2


def comparison_json(comparison: Comparison, context: Context) -> bytes:
    """Write a comparison as JSON, the same bytes for the same two states."""
    found = passages(comparison)
    data = {
        "schema_version": SCHEMA_VERSION,
        "language": comparison.wording.language,
        "states": [context.before, context.after],
        "not_compared": list(context.left_out),
        "troubles": list(context.troubles),
        "headline": list(headline(comparison, context).sentences),
        "before": _standing(comparison.before),
        "after": _standing(comparison.after),
        "walks": [asdict(one) for one in found.lines] if found else [],
        "acts": [_act(act, comparison) for act in comparison.acts],
    }
    return json.dumps(data, indent=1, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def _act(act: Act, comparison: Comparison) -> dict[str, object]:
    return {
        "act": _record(act.change, comparison) if act.change else None,
        "decided": act.change is not None and act.change.decided,
        "effects": [_record(one, comparison) for one in act.effects],
    }


def _record(change: Change, comparison: Comparison) -> dict[str, object]:
    # What a change is to other programs; its message is in the words of the handbook.
    finding = change.finding
    return {
        "thing": change.thing.value,
        "what": change.what.value,
        "deed": change.deed.value,
        "aspect": change.aspect,
        "tone": change.tone.value,
        "message": comparison.wording.text(change.label),
        "text": change.text,
        "before": change.before,
        "after": change.after,
        "subject": change.subject.id if change.subject else None,
        "journey": change.place.journey,
        "phase": change.place.phase,
        "personas": change.personas,
        "path": change.span.path,
        "line": change.span.line,
        "places": tuple(f"{span.path}:{span.line}" for span in change.spans),
        "weight": change.weight,
        "code": finding.code if finding else None,
        "fingerprint": finding.fingerprint if finding else None,
    }


def _standing(standing: Standing) -> dict[str, int]:
    # Scores as parts of wholes, and the number of open gaps.
    scores = standing.scores
    return {
        "questions": scores.answered.whole,
        "answered": scores.answered.part,
        "statements": scores.researched.whole,
        "researched": scores.researched.part,
        "feelings": scores.positive.whole,
        "positive": scores.positive.part,
        "uncountered_drop_offs": scores.uncountered_drop_offs,
        "open_gaps": standing.gaps,
        "answered_with_a_lack": scores.lacking,
        "places": standing.asked.whole,
        "asked": standing.asked.part,
    }
