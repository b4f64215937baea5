"""One table of fields: what is accepted from authors is carried, inherited and shown."""

import pytest

from journeybook.handbook.book import Handbook
from journeybook.manual.field_tables import models_below
from journeybook.pages.parts.entity_parts import Fact, told_facts
from journeybook.pages.parts.ways.links import Here
from journeybook.schema import MODELS, Kind
from journeybook.schema import Entity as EntityModel
from journeybook.schema import statement as written
from journeybook.schema.told import told_keys
from tests import everything
from tests.unit.handbooks import judged

STATEMENTS = {
    *((Kind.STEP, name) for name in ("needs", "questions", "expectations", "touchpoints")),
    *((Kind.STEP, name) for name in ("drop_offs", "emotion")),
    (Kind.RESEARCH, "findings"),
}
"""Lists of statements: each statement is carried, compared and shown by itself."""

ELSEWHERE = {
    **{(kind, "kind"): "another kind is another entity" for kind in Kind},
    **{
        (kind, "private"): "what it says is that nothing is told"
        for kind in (Kind.ASSET, Kind.RESEARCH, Kind.ACTION)
    },
    (Kind.JOURNEY, "persona"): "the same as `personas`",
    (Kind.ASSET, "answers"): "told as the answers of the questions",
    (Kind.ACTION, "journey"): "the same as `journeys`",
    (Kind.ACTION, "phase"): "the same as `phases`",
    (Kind.ACTION, "kpi"): "the same as `kpis`",
    (Kind.ACTION, "touchpoint"): "told with the touchpoint it names",
    (Kind.ACTION, "touchpoints"): "told with the touchpoints it names",
    (Kind.ACTION, "expectations"): "told with the expectations it names",
}
"""The keys that are told as something else, and as what."""

NOT_ON_AN_ENTITY = {"role": "roles", "kind": "work"}
# What every kind knows is carried in one place for all of them, so one kind proves it.
KEYS = [
    (kind, name)
    for kind, model in MODELS.items()
    for name in told_keys(model)
    if (kind is Kind.PERSONA or name not in EntityModel.model_fields)
    # The survey made of the models has none of its columns; tests/unit/surveys has some that do.
    and (kind, name) != (Kind.RESEARCH, "survey")
]


@pytest.fixture(scope="module")
def book() -> Handbook:
    """A handbook that writes every key, made from the models, and a child of its persona."""
    files = everything.handbook("-".join)
    made = {path.removeprefix("content/"): text for path, text in files.items()}
    return judged({**made, "personas/child.md": "---\nextends: persona\n---\n"}).handbook


@pytest.mark.parametrize("kind", list(MODELS))
def test_every_key_is_in_the_table(kind: Kind) -> None:
    keys = set(MODELS[kind].model_fields)
    known = set(told_keys(MODELS[kind]))
    known |= {name for of, name in (*STATEMENTS, *ELSEWHERE) if of is kind}
    assert keys - known == set(), "tell of it in the schema, or say here where it is told"


@pytest.mark.parametrize("kind", list(MODELS))
def test_people_have_a_name_for_every_key(kind: Kind) -> None:
    models = {MODELS[kind], *models_below(MODELS[kind])}
    unnamed = {
        f"{one.__name__}.{key}"
        for one in models
        for key, field in one.model_fields.items()
        if not field.title
    }
    assert unnamed == set(), "give it a title in the schema"


def test_every_key_of_a_touchpoint_is_in_the_table() -> None:
    keys = set(written.Touchpoint.model_fields) - set(told_keys(written.Touchpoint))
    assert keys == {"id", "title", "evidence", "personas", "moment_of_truth"}


@pytest.mark.parametrize(("kind", "name"), KEYS, ids=lambda part: str(part)[:30])
def test_every_key_is_carried(kind: Kind, name: str, book: Handbook) -> None:
    attribute = NOT_ON_AN_ENTITY.get(name, name)
    assert any(getattr(one, attribute, None) for one in book.entities[kind].values()), (
        f"what an author writes as `{name}` of a {kind} is lost: the entity in handbook/ does not "
        "have it, or the line in handbook/linking/ that carries it is missing"
    )


INHERITED = [name for name, told in told_keys(MODELS[Kind.PERSONA]).items() if told.inherited]


@pytest.mark.parametrize("name", INHERITED)
def test_what_is_inherited_reaches_the_child(name: str, book: Handbook) -> None:
    child, attribute = book.personas["child"], NOT_ON_AN_ENTITY.get(name, name)
    assert getattr(child, attribute, None)
    assert attribute in child.inherited


def test_what_is_shown_stands_at_the_head_of_its_page() -> None:
    site = judged({"personas/cfo.md": "---\nweight: 2\nsegment: Growers\n---\n"}).site
    here = Here(site=site, uri="personas/cfo.md")
    facts = tuple(told_facts(here, site.handbook.personas["cfo"], Kind.PERSONA))
    assert facts == (Fact(label="Weight", text="2"), Fact(label="Segment", text="Growers"))
