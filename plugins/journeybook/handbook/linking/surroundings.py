"""What journeys are linked to."""

from collections.abc import Mapping
from dataclasses import dataclass

from journeybook.handbook.entities import Phase
from journeybook.handbook.linking.linker import Linker
from journeybook.handbook.vocabulary import Vocabulary
from journeybook.schema import journey as written
from journeybook.sources.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What journeys are linked to."""

    phases: Mapping[str, Phase]
    vocabulary: Vocabulary
    linker: Linker


StepDocument = Document[written.Step]
