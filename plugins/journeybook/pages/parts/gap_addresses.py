"""The pages and files of the gap reports."""

from journeybook.gaps.ledger import Entry
from journeybook.pages.parts.addresses import GAPS, gaps_of

ALL_GAPS = "gaps/all.md"

LIST = "gap-list"
RANKING = "ranking"


def gap_home(entry: Entry) -> str:
    """The page on which the address of a gap stands."""
    return gaps_of(entry.bearing.phases[0]) if entry.bearing.phases else GAPS


def gaps_of_persona(persona: str) -> str:
    """The gaps of a persona over all phases."""
    return f"gaps/personas/{persona}.md"


def gaps_of_channel(channel: str) -> str:
    """The gaps on a channel."""
    return f"gaps/channels/{channel}.md"


def gaps_of_owner(name: str) -> str:
    """The gaps and dates of an owner, by the last part of the owner's address."""
    return f"gaps/owners/{name}.md"


def table_beside(report: str) -> str:
    """The file with the rows of a report."""
    return "gaps/gaps.csv" if report == GAPS else report.removesuffix(".md") + ".csv"


def calendar_beside(report: str) -> str:
    """The calendar of an owner's page."""
    return report.removesuffix(".md") + ".ics"


def persona_anchor(persona: str) -> str:
    """The anchor of a persona's gaps on the report of a phase; `*` are those of several."""
    name = {"*": "shared", "": "none"}.get(persona, persona.replace("/", "-"))
    return f"gaps-{name}"
