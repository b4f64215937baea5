"""The whole linked handbook as JSON, with a JSON Schema that describes it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from inspect import cleandoc

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from journeybook.counts.counted import Counted
from journeybook.counts.counting import Counts
from journeybook.counts.listing import everything_counted
from journeybook.exports.report_json import SCHEMA_VERSION, FindingRecord, record
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Action, Asset, Channel, Persona, Phase
from journeybook.handbook.fitting.asked import Part
from journeybook.handbook.fitting.coverage import Answer, AnswerState
from journeybook.handbook.fitting.placements import Placement
from journeybook.handbook.index.matrix_facts import CellState, cells_of
from journeybook.handbook.index.matrix_scopes import everybody
from journeybook.handbook.journeys import Journey
from journeybook.handbook.research import Research
from journeybook.handbook.vocabulary import AssetType
from journeybook.pages.parts.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The state of a question, worst and by persona, and the assets that answer it."""

    question: str
    state: AnswerState
    assets: tuple[str, ...]
    personas: tuple[Answer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The assets of any status for a persona in a phase."""

    persona: str
    phase: str
    assets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceState:
    """How a persona is served on a channel in a phase in which it comes or looks there."""

    persona: str
    channel: str
    phase: str
    state: CellState


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number: what it counts, of how many where it is a part, and for what by id."""

    counts: Counted
    number: int
    whole: int | None
    journey: str | None
    persona: str | None
    phase: str | None
    channel: str | None
    owner: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPlace:
    """A persona in a phase in scope, and the parts that nobody asked about there yet."""

    persona: str
    phase: str
    not_asked: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """Everything a handbook holds, as of a day."""

    schema_version: int
    today: date
    language: str
    asset_types: tuple[AssetType, ...]
    personas: tuple[Persona, ...]
    phases: tuple[Phase, ...]
    channels: tuple[Channel, ...]
    assets: tuple[Asset, ...]
    journeys: tuple[Journey, ...]
    research: tuple[Research, ...]
    actions: tuple[Action, ...]
    answers: tuple[Answers, ...]
    content: tuple[Content, ...]
    placements: tuple[Placement, ...]
    places: tuple[PlaceState, ...]
    asked: tuple[AskedPlace, ...]
    figures: tuple[Figure, ...]
    findings: tuple[FindingRecord, ...]


_EXPORT = TypeAdapter(Export)


def handbook_json(site: Site) -> bytes:
    """Write the whole handbook as JSON, the same bytes for the same handbook."""
    return _EXPORT.dump_json(_export(site), indent=1) + b"\n"


@cache
def handbook_schema() -> bytes:
    """Write the JSON Schema of the handbook's JSON."""
    return _written(_EXPORT.json_schema(mode="serialization", schema_generator=_Described))


class _Described(GenerateJsonSchema):
    # Whatever version of pydantic is installed, every type is described by its docstring, an enum
    # of a single value is written like any other, and names of keys are not described.

    def dataclass_schema(self, schema: core_schema.DataclassSchema) -> JsonSchemaValue:
        made = super().dataclass_schema(schema)
        return {**made, "description": cleandoc(schema["cls"].__doc__ or "")}

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        made = super().enum_schema(schema)
        return {key: value for key, value in made.items() if key != "const" or "enum" not in made}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        made = super().dict_schema(schema)
        return {key: value for key, value in made.items() if key != "propertyNames"}


def _written(schema: dict[str, object]) -> bytes:
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps({**dialect, **schema}, indent=1, ensure_ascii=False).encode() + b"\n"


def _export(site: Site) -> Export:
    handbook = site.handbook
    return Export(
        schema_version=SCHEMA_VERSION,
        today=handbook.today,
        language=site.wording.language,
        asset_types=tuple(handbook.vocabulary.asset_types.values()),
        personas=tuple(handbook.personas.values()),
        phases=tuple(handbook.phases.values()),
        channels=tuple(handbook.channels.values()),
        assets=tuple(handbook.assets.values()),
        journeys=tuple(handbook.journeys.values()),
        research=tuple(handbook.research.values()),
        actions=tuple(handbook.actions.values()),
        answers=_answers(handbook),
        content=tuple(
            Content(persona=persona, phase=phase, assets=tuple(one.id for one in assets))
            for (persona, phase), assets in sorted(handbook.coverage.at.items())
        ),
        placements=tuple(
            placement for placed in handbook.coverage.placements.values() for placement in placed
        ),
        places=tuple(_places(handbook)),
        asked=tuple(
            AskedPlace(
                persona=persona,
                phase=phase,
                not_asked=tuple(part for part in Part if part in missing),
            )
            for (persona, phase), missing in handbook.asked.missing.items()
        ),
        figures=tuple(_figures(site.counts)),
        findings=tuple(record(one) for one in site.findings),
    )


def _figures(counts: Counts) -> Iterator[Figure]:
    for what, within in everything_counted(counts):
        yield Figure(
            counts=what,
            number=counts.of(what, within),
            whole=counts.whole_of(what, within),
            journey=within.journey,
            persona=within.persona,
            phase=within.phase,
            channel=within.channel,
            owner=within.owner,
        )


def _places(handbook: Handbook) -> Iterator[PlaceState]:
    for cell in cells_of(handbook, everybody(handbook)).values():
        for persona, state in cell.states.items():
            yield PlaceState(persona=persona, channel=cell.channel, phase=cell.phase, state=state)


def _answers(handbook: Handbook) -> tuple[Answers, ...]:
    coverage = handbook.coverage
    return tuple(
        Answers(
            question=question.id,
            state=coverage.state_of(question),
            assets=tuple(one.id for one in coverage.answers_to(question)),
            personas=coverage.answers_for(question),
        )
        for _, step in handbook.all_steps
        for question in step.questions
    )
