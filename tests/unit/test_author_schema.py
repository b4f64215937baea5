"""The schema for editors takes what people write in short, and sees their slips."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from journeybook.adapters.disk.workspace import read_at
from journeybook.exports.author_schema import author_schema, author_schemas
from tests.sites import ROOT

HANDBOOKS = {"en": ROOT, "nl": ROOT / "tests" / "handbooks" / "nl"}


_POINTERS = re.compile(r"#/definitions/([\w-]+)")


class Editor(yaml.SafeLoader):
    """Reads YAML as editors do, to whom a date is text."""


Editor.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in found if not tag.endswith("timestamp")]
    for sign, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@cache
def validators(language: str) -> Mapping[str, Draft7Validator]:
    """The schemas of a handbook, by kind."""
    site = read_at(HANDBOOKS[language], None).site
    schemas = author_schemas(site.wording, site.words)
    for schema in schemas.values():
        Draft7Validator.check_schema(schema)
        # An editor says nothing of a definition that is not there.
        assert set(_POINTERS.findall(str(schema))) <= schema["definitions"].keys()
    return {name: Draft7Validator(schema) for name, schema in schemas.items()}


def wrong(kind: str, text: str, language: str = "nl") -> list[str]:
    """What an editor would mark."""
    written = yaml.load(text, Editor)  # noqa: S506 - a SafeLoader
    return [error.message for error in validators(language)[kind].iter_errors(written)]


def front_matters(root: Path, kind: str, path: str) -> str:
    text = (root / path).read_text("utf-8")
    return text.split("---\n")[1] if text.startswith("---\n") else f"# {kind}\n"


@pytest.mark.parametrize("language", HANDBOOKS)
def test_every_file_of_our_handbooks_is_right(language: str) -> None:
    root = HANDBOOKS[language]
    documents = read_at(root, None).documents
    assert len(documents) > 50
    marked = [
        (one.path, message)
        for one in documents
        for message in wrong(one.kind.value, front_matters(root, one.kind, one.path), language)
    ]
    assert marked == []
    for name in ("journeybook", "waivers", "rules"):
        if (file := root / "site_config" / f"{name}.yml").is_file():
            assert wrong(name, file.read_text("utf-8"), language) == []


RIGHT = [
    ("asset", "personas: buyer"),
    ("asset", "personas: [buyer, user]\nphases: alle\ngated: ja\ncta: Bel ons"),
    ("asset", "published: 2026-09-30\ndue: 30 september 2026\nreview_every: 6 maanden"),
    ("asset", "title: 2026\nowner:\ntags:\n  - a\n  -"),
    ("asset", "hide: [toc]\nsearch: {boost: 2}"),
    ("persona", "channels: [website, beurs]\nrole: Beslisser"),
    ("persona", "channels: {primary: website}\n+goals: Meer"),
    ("step", "needs: [rust]\nquestions: {text: Wat, answered_by: x}\nemotion: 1"),
    ("step", "emotion: bezorgd\nexpectations: geen\norder: 1,5"),
    ("step", "emotion: {score: -2, evidence: x}\ntouchpoints: [{title: Belt, emotion: 2}]"),
    ("phase", "expects: {assets: 2, types: blog, personas: {buyer: {cta: verplicht}}}"),
    ("rules", "unanswered-question: hoog\nassumption: off\nvalue: {high: 50}"),
    ("rules", "stale-asset: {severity: low, where: {phase: kopen, severity: off}}"),
    ("rules", "too-few-assets:\n  assets: 3\n  where:\n    - {persona: [a, b], assets: 1}"),
    ("rules", "a-rule-of-our-own: high"),
]
WRONG = [
    ("rules", "unanswered-question: heel hoog"),
    ("rules", "broken-front-matter: high"),
    ("rules", "stale-asset: {assets: 3}"),
    ("rules", "too-few-assets: {where: [{fase: kopen}]}"),
    ("rules", "value: {hihg: 50}"),
    ("asset", "chanels: website"),
    ("asset", "gated: misschien"),
    ("asset", "personas: {buyer: yes}"),
    ("persona", "role: koning"),
    ("step", "touchpoints: [{title: Belt, emotion: 3}]"),
    ("step", "questions: [{answered_by: x}]"),
    ("step", "needs: [{text: rust, evidnce: x}]"),
    ("phase", "expects: 2"),
]


@pytest.mark.parametrize(("kind", "text"), RIGHT)
def test_short_forms_are_right(kind: str, text: str) -> None:
    assert wrong(kind, text) == []


@pytest.mark.parametrize(("kind", "text"), WRONG)
def test_slips_are_seen(kind: str, text: str) -> None:
    assert wrong(kind, text)


def test_every_key_is_explained_in_the_language_of_the_handbook() -> None:
    site = read_at(HANDBOOKS["nl"], None).site
    keys = author_schemas(site.wording, site.words)["persona"]["properties"]
    assert keys["quote"]["description"] == "Eén zin in hun eigen woorden."
    assert [key for key, item in keys.items() if not item["description"]] == []


def test_one_file_holds_all_kinds() -> None:
    site = read_at(HANDBOOKS["nl"], None).site
    whole = yaml.safe_load(author_schema(site.wording, site.words))
    Draft7Validator.check_schema(whole)
    asset = {**whole, "anyOf": [{"$ref": "#/definitions/asset"}]}
    assert not list(Draft7Validator(asset).iter_errors({"title": "X", "personas": "buyer"}))
    assert list(Draft7Validator(asset).iter_errors({"chanels": "x"}))
