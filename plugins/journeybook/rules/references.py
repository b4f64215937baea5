"""How references that lead nowhere are told."""

from journeybook.findings import Finding, Mistake
from journeybook.rules.settings import Settings
from journeybook.wording import marked

DID_YOU_MEAN = marked("did you mean '{suggestion}'?")
KNOWN = marked("known here: {known}")
NONE_YET = marked("there is none yet")


def unknown_reference(mistake: Mistake, settings: Settings, message: str) -> Finding:
    """Tell of a name that nothing has, with the closest one, or else a few that exist."""
    if mistake.values.get("suggestion"):
        hint = DID_YOU_MEAN
    else:
        hint = KNOWN if mistake.values.get("known") else NONE_YET
    return settings.problem(mistake, message, hint)
