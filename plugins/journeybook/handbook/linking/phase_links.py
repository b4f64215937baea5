"""Phases, linked: their order, and what they expect, of everybody and of single personas."""

from collections.abc import Iterator, Mapping

from journeybook.handbook.entities import Expects, Persona, Phase
from journeybook.handbook.fitting.kin import ancestors
from journeybook.handbook.linking.linker import Linker
from journeybook.handbook.linking.statements import common
from journeybook.schema import Kind
from journeybook.schema import phase as written
from journeybook.sources.document import Document
from journeybook.sources.yaml.nodes import Step

PhaseDocument = Document[written.Phase]
_NOTHING = Expects()


def link_phases(
    documents: Mapping[str, PhaseDocument], personas: Mapping[str, Persona], linker: Linker
) -> dict[str, Phase]:
    """Link all phases and put them in their order."""
    phases = [_phase(one, personas, linker) for one in documents.values()]
    last = float("inf")
    phases.sort(key=lambda one: (last if one.order is None else one.order, one.id))
    return {one.id: one for one in phases}


def _phase(document: PhaseDocument, personas: Mapping[str, Persona], linker: Linker) -> Phase:
    fields = document.fields
    general = _expects(fields.expects, document, linker)
    own: dict[str, Expects] = {}
    for name, demands in fields.expects.personas.items():
        path = ("expects", "personas", name)
        if persona := linker.one(Kind.PERSONA, name, document.tree, *path):
            own[persona] = _expects(demands, document, linker, *path[1:], otherwise=general)
    return Phase(
        **common(document),
        order=fields.order,
        stage=fields.stage,
        expects=general,
        expects_by_persona=dict(_inherited(own, personas)),
    )


def _inherited(
    own: Mapping[str, Expects], personas: Mapping[str, Persona]
) -> Iterator[tuple[str, Expects]]:
    for persona in personas if own else ():
        line = (persona, *ancestors(persona, personas))
        nearest = next((one for one in line if one in own), None)
        if nearest:
            yield persona, own[nearest]


def _expects(
    demands: written.Demands,
    document: PhaseDocument,
    linker: Linker,
    *path: Step,
    otherwise: Expects = _NOTHING,
) -> Expects:
    said = demands.model_fields_set
    types = linker.asset_types(demands.types, document.tree, "expects", *path, "types")
    return Expects(
        assets=demands.assets if "assets" in said else otherwise.assets,
        formats=demands.formats if "formats" in said else otherwise.formats,
        types=types if "types" in said else otherwise.types,
        cta=demands.cta if "cta" in said else otherwise.cta,
        gate_fields=demands.gate_fields if "gate_fields" in said else otherwise.gate_fields,
        gated=demands.gated if "gated" in said else otherwise.gated,
    )
