"""The way out of a word that is not among those known."""

from journeybook.findings import Mistake
from journeybook.wording import marked

KNOWN = marked("known here: {known}")


def way_out(mistake: Mistake) -> str:
    """Name the closest word, or else a few that exist."""
    return did_you_mean(
        mistake, KNOWN if mistake.values.get("known") else marked("there is none yet")
    )


def did_you_mean(mistake: Mistake, otherwise: str) -> str:
    """Name the closest word where there is one."""
    return marked("did you mean '{suggestion}'?") if mistake.values.get("suggestion") else otherwise
