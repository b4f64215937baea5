"""How the rows and columns of a map are headed, where people write into them."""

from collections.abc import Mapping

from journeybook.schema.asset import Asset
from journeybook.schema.journey import Journey, Step
from journeybook.schema.statement import DropOff, Touchpoint
from journeybook.schema.told import label_of
from journeybook.wording import marked

_LANES = ("needs", "questions", "emotion", "touchpoints", "expectations", "drop_offs")
_ASKED = ("importance", "satisfaction")
_OF_CONTENT = ("title", "type", "status", "personas", "phases", "answers", "url", "owner", "due")

HEADS: Mapping[str, str] = {
    **{lane: label_of(Step, lane) for lane in _LANES},
    "channels": label_of(Asset, "channels"),
    "assets": marked("Content"),
    "actions": marked("Actions"),
    "kpis": label_of(Step, "kpis"),
    "persona": label_of(Journey, "persona"),
    "phase": label_of(Step, "phase"),
    "step": marked("Step"),
    "lane": marked("Row"),
    "text": label_of(DropOff, "text"),
    "channel": label_of(Touchpoint, "channel"),
    **{mark: label_of(Touchpoint, mark) for mark in _ASKED},
    "why": label_of(DropOff, "why"),
    "evidence": label_of(DropOff, "evidence"),
    **{key: label_of(Asset, key) for key in _OF_CONTENT},
}
"""How rows and columns are headed; the words of a language know all of these again."""
