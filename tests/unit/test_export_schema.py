"""The schema of the export is pinned: programs of other people read it.

`JB_UPDATE_GOLDEN=1` writes the pinned file anew, but never takes a key away: that asks for a new
`SCHEMA_VERSION`, as CONTRIBUTING.md says.
"""

import json
import os
from collections.abc import Iterator
from typing import Any

from journeybook.exports.json_export import handbook_schema
from journeybook.exports.report_json import SCHEMA_VERSION
from tests.sites import ROOT

PINNED = ROOT / "tests" / "schemas" / f"journeybook-{SCHEMA_VERSION}.schema.json"


def test_schema_is_the_pinned_one() -> None:
    schema = handbook_schema()
    if os.environ.get("JB_UPDATE_GOLDEN"):
        lost = _lost(json.loads(PINNED.read_bytes()), json.loads(schema)) if PINNED.exists() else []
        assert lost == [], "taking these away asks for a new SCHEMA_VERSION"
        PINNED.write_bytes(schema)
    assert json.loads(schema) == json.loads(PINNED.read_bytes())


def test_a_key_that_is_taken_away_is_seen() -> None:
    schema = json.loads(handbook_schema())
    less = json.loads(handbook_schema())
    del less["properties"]["personas"]
    assert _lost(schema, less) == ["personas"]
    assert _lost(schema, schema) == []


def _lost(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    return sorted(set(_keys(before)) - set(_keys(after)))


def _keys(schema: dict[str, Any], within: str = "") -> Iterator[str]:
    for name in schema.get("properties", {}):
        yield f"{within}{name}"
    for name, model in schema.get("$defs", {}).items():
        yield from _keys(model, f"{name}.")
