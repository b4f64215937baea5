"""How the rows and columns of a map are headed, where people write into them."""

from collections.abc import Mapping

from journeybook.wording import marked

HEADS: Mapping[str, str] = {
    "needs": marked("Needs"),
    "questions": marked("Questions"),
    "emotion": marked("Feelings"),
    "touchpoints": marked("Touchpoints"),
    "expectations": marked("Expectations"),
    "drop_offs": marked("Drop-offs"),
    "channels": marked("Channels"),
    "assets": marked("Content"),
    "actions": marked("Actions"),
    "kpis": marked("Key figures"),
    "persona": marked("Persona"),
    "phase": marked("Phase"),
    "step": marked("Step"),
    "lane": marked("Row"),
    "text": marked("Text"),
    "channel": marked("Channel"),
    "importance": marked("Importance"),
    "satisfaction": marked("Satisfaction"),
    "why": marked("Why"),
    "evidence": marked("Evidence"),
    "title": marked("Title"),
    "type": marked("Type"),
    "status": marked("Status"),
    "personas": marked("Personas"),
    "phases": marked("Phases"),
    "answers": marked("Answers"),
    "url": marked("Address"),
    "owner": marked("Owner"),
    "due": marked("Due"),
}
"""How rows and columns are headed; the words of a language know all of these again."""
