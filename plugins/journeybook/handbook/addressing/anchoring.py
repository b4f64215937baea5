"""The anchor of everything that has one."""

from collections.abc import Mapping
from functools import cached_property
from itertools import product

from journeybook.findings import Ref, RefKind
from journeybook.handbook.addressing.anchors import on_journey, wanted
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.handbook.ids import anchor_of, distinct_names
from journeybook.handbook.journeys import Emotion, Journey, Step
from journeybook.handbook.statements import Entity, Statement


class Anchors:
    """The anchors of one handbook; no two things on a page share one."""

    def __init__(self, handbook: Handbook) -> None:
        """Take the handbook; its anchors are made when somebody asks for them."""
        self._book = handbook

    def entity_anchor(self, entity: Entity) -> str:
        """Give the anchor of content without a page, in the catalogue; nothing for all others."""
        return self._rows.get(entity.id, "") if isinstance(entity, Asset) else ""

    def phase_anchor(self, journey: Journey, phase: str) -> str:
        """Give the anchor of a phase on the page of a journey."""
        return self._on_journeys[journey.id][Ref(kind=RefKind.PHASE, id=phase)]

    def drawing_name(self, journey: Journey) -> str:
        """Give what the ids in the drawings of a journey end in."""
        return self._drawings[journey.id]

    def step_anchor(self, step: Step) -> str:
        """Give the anchor of a step on the page of its journey; nothing for one without a phase."""
        return self._on_journeys[step.journey][step.ref]

    def anchor(self, said: Statement | Emotion) -> str:
        """Give the anchor of what is said, on the page of its journey, persona or research.

        What a step without a phase says stands nowhere, and has none.
        """
        known = self._said.get(said.ref)
        return wanted(said) if known is None else known

    def cell_anchor(self, channel: str, phase: str) -> str:
        """Give the anchor of what is behind a cell of a matrix."""
        return self._cells[channel, phase]

    @cached_property
    def _rows(self) -> Mapping[str, str]:
        rows = (one.id for one in self._book.assets.values() if not one.has_page)
        return distinct_names((name, anchor_of("content", name)) for name in rows)

    @cached_property
    def _drawings(self) -> Mapping[str, str]:
        return distinct_names((journey, anchor_of(journey)) for journey in self._book.journeys)

    @cached_property
    def _on_journeys(self) -> Mapping[str, Mapping[Ref, str]]:
        return {
            journey.id: on_journey(journey, self._drawings[journey.id])
            for journey in self._book.journeys.values()
        }

    @cached_property
    def _said(self) -> Mapping[Ref, str]:
        return {ref: name for names in self._on_journeys.values() for ref, name in names.items()}

    @cached_property
    def _cells(self) -> Mapping[tuple[str, str], str]:
        cells = product(self._book.channels, self._book.phases)
        names = (((channel, phase), anchor_of("cell", channel, phase)) for channel, phase in cells)
        return distinct_names(names, forms=("{}", "{}-title"))
