"""How references that lead nowhere are told, and words that are not among those known."""

from journeybook.findings import Finding, Mistake
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

DID_YOU_MEAN = marked("did you mean '{suggestion}'?")
KNOWN = marked("known here: {known}")
NONE_YET = marked("there is none yet")


def unknown_reference(mistake: Mistake, settings: Settings, message: str) -> Finding:
    """Tell of a name that nothing has, with the closest one, or else a few that exist."""
    return settings.problem(mistake, message, way_out(mistake))


def way_out(mistake: Mistake) -> str:
    """Give the hint for a word that is not among those known."""
    if mistake.values.get("suggestion"):
        return DID_YOU_MEAN
    return KNOWN if mistake.values.get("known") else NONE_YET
