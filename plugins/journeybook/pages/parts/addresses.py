"""The page of everything that has one: paths inside the content folder."""

from journeybook.handbook.entities import Entity, Statement
from journeybook.handbook.journeys import Emotion, Step

HOME = "index.md"
JOURNEYS = "journeys/index.md"
GAPS = "gaps/index.md"
MATRIX = "matrix/index.md"
CATALOGUE = "assets/index.md"
ACTIONS = "actions/index.md"
COVERAGE = "coverage/index.md"
COMPARE = "journeys/compare.md"


def gaps_of(phase: str) -> str:
    """The gap report of a phase."""
    return f"gaps/{phase}.md"


def matrix_of(persona: str) -> str:
    """The channel matrix of a persona."""
    return f"matrix/{persona}.md"


def matrix_of_journey(journey: str) -> str:
    """The channel matrix of a journey."""
    return f"matrix/journeys/{journey}.md"


def coverage_of(journey: str) -> str:
    """The questions of a journey against the content that answers them."""
    return f"coverage/{journey}.md"


def journey_page(journey: str) -> str:
    """The page of a journey."""
    return f"journeys/{journey}/index.md"


def step_anchor(step: Step) -> str:
    """The anchor of a step on its journey's page."""
    return step.id.rpartition("/")[2]


def statement_anchor(statement: Statement | Emotion) -> str:
    """The anchor of a statement on its journey's or persona's page, such as `purchase-peers`."""
    owner, _, local = statement.id.partition("#")
    return f"{owner.rpartition('/')[2]}-{local.replace('.', '-')}"


def gap_anchor(fingerprint: str) -> str:
    """The anchor of a gap on its report."""
    return f"gap-{fingerprint}"


def entity_page(folder: str, entity: Entity) -> str:
    """The page of a persona, phase, channel, asset, research round or action by its folder."""
    return f"{folder}/{entity.id}.md"
