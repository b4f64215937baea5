"""Whatever key of whatever file is taken out or written otherwise, somebody is told, in words."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
import yaml

from journeybook.compare.comparison import Comparison, compare
from journeybook.compare.summary.lines import line_of
from journeybook.pipeline import Judged
from journeybook.schema import MODELS
from journeybook.sources.reading import Known
from journeybook.sources.texts import tree_of
from tests.review.comparing import judge
from tests.snapshots.handbook import read

Way = tuple[str | int, ...]
UNSEEN = ("id", ("journeys", "persona"), ("actions", "phase"))
"""A name to refer to, which no page shows; and one of the personas, or phases, beside it too."""

OTHERWISE: dict[tuple[str, ...], object] = {
    ("assets", "status"): "retired",
    ("assets", "phases"): ["use"],
    ("assets", "channels"): ["ads"],
    ("journeys", "state"): "future",
    ("journeys", "scope"): ["choose"],
    ("journeys", "emotion", "score"): 2,
    ("journeys", "phase"): "choose",
    ("research", "survey", "scales", "importance"): "1-9",
}
"""Keys that say what would hold without them too: another value instead."""

FILES = {path: text for path, text in read("whole").items() if text is not None}


def parts(text: str) -> tuple[dict[str, Any], str]:
    """Take a file apart: its keys, and what stands below them."""
    _, head, body = text.split("---\n", 2)
    value: Any = tree_of(head, "", []).value()
    return value or {}, body


def ways(value: object, way: Way = ()) -> Iterator[Way]:
    """Every way to a key within some keys."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*way, key)
            yield from ways(inner, (*way, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from ways(inner, (*way, at))


def keys() -> dict[tuple[str, ...], tuple[str, Way]]:
    """Each key once, with a file and the way to it there."""
    found: dict[tuple[str, ...], tuple[str, Way]] = {}
    for path, text in FILES.items():
        if path.startswith("content/") and text.startswith("---\n"):
            folder = path.split("/")[1]
            for way in ways(parts(text)[0]):
                name = (folder, *(part for part in way if isinstance(part, str)))
                found.setdefault(name, (path, way))
    return found


KEYS = keys()


@pytest.fixture(scope="module")
def known() -> Known:
    """What was read of each file, of which a key changes one."""
    return {}


@pytest.fixture(scope="module")
def before(known: Known) -> Judged:
    """The handbook as it is."""
    return judge(FILES, known)


def otherwise(name: tuple[str, ...]) -> dict[str, str]:
    """Take a key out of a file, or write another value."""
    path, way = KEYS[name]
    written, body = parts(FILES[path])
    changed = deepcopy(written)
    inner: Any = changed
    for part in way[:-1]:
        inner = inner[part]
    inner[way[-1]] = OTHERWISE.get(name)
    if name not in OTHERWISE:
        del inner[way[-1]]
    head = yaml.dump(changed, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    return {**FILES, path: f"---\n{head}---\n{body}"}


@pytest.mark.parametrize("name", KEYS, ids=" ".join)
def test_a_key_that_is_written_otherwise_is_told(
    name: tuple[str, ...], before: Judged, known: Known
) -> None:
    found = compare(before, judge(otherwise(name), known))
    said = is_told(found)
    assert said is not (name[-1] in UNSEEN or name in UNSEEN)
    for change in found.changes:
        line = line_of(change, found)
        assert line.label
        assert "_" not in f"{line.label} {line.detail}"


def is_told(found: Comparison) -> bool:
    """Tell whether anything is said beyond that a file was written otherwise."""
    return found.rewritten and bool(found.acts)


def test_the_handbook_writes_every_key() -> None:
    folders = {"personas", "phases", "channels", "assets", "journeys", "research", "actions"}
    written = {name[0] for name in KEYS}
    assert folders <= written
    names = {(name[0], *name[1:]) for name in KEYS}
    missing = [
        (kind.value, key)
        for kind, model in MODELS.items()
        for key in model.model_fields
        if not any(key in name for name in names)
    ]
    assert {key for _, key in missing} <= {"kind", "private"}
