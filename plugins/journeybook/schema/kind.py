"""The eight kinds of file and the folders they live in."""

from enum import StrEnum


class Kind(StrEnum):
    """What a file describes."""

    PERSONA = "persona"
    PHASE = "phase"
    CHANNEL = "channel"
    ASSET = "asset"
    JOURNEY = "journey"
    STEP = "step"
    RESEARCH = "research"
    ACTION = "action"


FOLDERS = {
    "personas": Kind.PERSONA,
    "phases": Kind.PHASE,
    "channels": Kind.CHANNEL,
    "assets": Kind.ASSET,
    "journeys": Kind.JOURNEY,
    "research": Kind.RESEARCH,
    "actions": Kind.ACTION,
}
"""The kind of what lives in each folder; steps live in the folder of their journey."""

FOLDER_OF = {kind: folder for folder, kind in FOLDERS.items()}
"""The folder of each kind."""
