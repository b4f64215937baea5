"""One value of a file is set, added or taken away, and every other byte stays."""

import json
import random
from collections.abc import Iterator
from difflib import unified_diff

import pytest

from journeybook.sources.edits.change import Change
from journeybook.sources.edits.changing import with_change
from journeybook.sources.edits.splicing import Addition, with_name
from journeybook.sources.prose import split_front_matter
from journeybook.sources.yaml.nodes import Tree, Value
from journeybook.sources.yaml.parsing import read_tree
from tests.sites import DUTCH, EXAMPLE
from tests.unit.held import hold_each

FILE = """\
---
title: A step  # what it is called
owner:
needs: Know the price
questions:
  - What does it cost?  # asked by all
  - text: Who else?
    evidence: [talks]
emotion: {score: -1, label: worried}
touchpoints:
- title: Calls
  channel: phone

tags: [one, two]
kpi:
  name: Visits
  unit: x  # a day
why: |
  Two lines
  of text
last: here
---

Prose stays.
"""

CASES: dict[str, tuple[tuple[str | int, ...], Value, str, str]] = {
    "a text": (("title",), "Another: one", "A step  #", '"Another: one"  #'),
    "an empty key": (("owner",), "Sales", "owner:\n", "owner: Sales\n"),
    "a new key": (("summary",), "Short", "last: here\n", "last: here\nsummary: Short\n"),
    "a key of a plain text": (
        ("questions", 0, "importance"),
        "4",
        "  - What does it cost?  # asked by all\n",
        "  - text: What does it cost?  # asked by all\n    importance: 4\n",
    ),
    "a key of a group": (
        ("questions", 1, "importance"),
        "5",
        "    evidence: [talks]\n",
        "    evidence: [talks]\n    importance: 5\n",
    ),
    "another in brackets": (
        ("emotion", 1),
        {"score": "1"},
        "{score: -1, label: worried}",
        "[{score: -1, label: worried}, {score: 1}]",
    ),
    "another beside keys": (
        ("kpi", 1),
        {"name": "Calls"},
        "kpi:\n  name: Visits\n  unit: x  # a day\n",
        "kpi:\n  - name: Visits\n    unit: x  # a day\n  - name: Calls\n",
    ),
    "a key in brackets": (("emotion", "target"), "1", "worried}", "worried, target: 1}"),
    "an item": (
        ("questions", 2),
        {"text": "How and when?", "importance": "3"},
        "    evidence: [talks]\n",
        "    evidence: [talks]\n  - text: How and when?\n    importance: 3\n",
    ),
    "an item where one text stands": (
        ("needs", 1),
        "See it",
        "needs: Know the price",
        "needs: [Know the price, See it]",
    ),
    "an item of a list that is not there": (
        ("drop_offs", 0),
        "Gives up",
        "last: here\n",
        "last: here\ndrop_offs:\n  - Gives up\n",
    ),
    "a whole list": (("tags",), ["three"], "[one, two]", "[three]"),
    "a text of several lines": (
        ("why",),
        "One",
        "why: |\n  Two lines\n  of text\n",
        "why: One\n",
    ),
    "away with a key": (("questions", 1, "evidence"), None, "    evidence: [talks]\n", ""),
    "away with an item": (
        ("questions", 1),
        None,
        "  - text: Who else?\n    evidence: [talks]\n",
        "",
    ),
    "away with a key in brackets": (("emotion", "label"), None, ", label: worried", ""),
}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_only_what_is_meant_changes(name: str, end: str) -> None:
    keys, value, before, after = CASES[name]
    assert before in FILE
    data = FILE.replace("\n", end).encode()
    changed = with_change(data, Change(keys=keys, value=value))
    assert changed is not None
    assert changed.decode() == FILE.replace(before, after, 1).replace("\n", end)


def test_what_comes_of_changes_in_every_way_to_write() -> None:
    hold_each("changes", changed)


def changed(given: str) -> Iterator[str]:
    """Tell the lines that change where a value is set, or a name is added to a statement."""
    text, _, asked = given.partition("--\n")
    data = f"---\n{text}---\n".encode()
    for line in asked.splitlines():
        keys, *value = json.loads(f"[{line}]")
        if value:
            after = with_change(data, Change(keys=tuple(keys), value=value[0]))
        else:
            lane, at, key = keys
            after = with_name(data, Addition(lane=lane, at=at, text="text", key=key, name="a/b"))
        yield line
        if after is None:
            yield "stays"
        else:
            old, new = (one.decode().split("\n") for one in (data, after))
            yield from list(unified_diff(old, new, n=0, lineterm=""))[2:]


def test_a_file_without_front_matter_gets_some() -> None:
    changed = with_change(b"# Title\n", Change(keys=("owner",), value="Sales"))
    assert changed == b"---\nowner: Sales\n---\n# Title\n"


@pytest.mark.parametrize(
    "data",
    [
        b"---\nneeds:\n  - one  # why\n  # because\n  - two\n---\n",
        b"---\ntitle: a\ntitle: b\n---\n",
        b"---\ntitle: [a\n---\n",
        b"---\ntitle: a\r\nowner: b\n---\n",
        b"---\ntitle: \xff\n---\n",
    ],
    ids=["a remark would go", "a key twice", "broken", "uneven line ends", "no text"],
)
def test_what_is_not_certain_stays(data: bytes) -> None:
    assert with_change(data, Change(keys=("needs",), value=["x"])) is None


def test_whatever_is_changed_in_real_files_says_what_was_meant() -> None:
    chance = random.Random(7)  # noqa: S311
    done = 0
    files = [*(EXAMPLE.parent / "content").rglob("*.md"), *(DUTCH.parent / "content").rglob("*.md")]
    for file in chance.sample(files, 150):
        data = file.read_bytes()
        value = value_of(data)
        if not isinstance(value, dict):
            continue
        keys = chance.choice(list(ways(value)))
        new = chance.choice([None, "New, with: signs", "5"])
        changed = with_change(data, Change(keys=keys, value=new))
        if changed is None:
            continue
        done += 1
        if new is not None:
            assert found(value_of(changed), keys) in (new, [new])
        assert rest_of(changed) == rest_of(data)
    assert done > 100


def value_of(data: bytes) -> Value:
    tree = read_tree(split_front_matter(data.decode()).yaml, "")
    return tree.value() if isinstance(tree, Tree) else None


def rest_of(data: bytes) -> str:
    return split_front_matter(data.decode()).body


def ways(value: Value, above: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    pairs: list[tuple[str | int, Value]] = []
    if isinstance(value, dict):
        pairs = list(value.items())
    elif isinstance(value, list):
        pairs = list(enumerate(value))
    return [way for key, one in pairs for way in ((*above, key), *ways(one, (*above, key)))]


def found(value: Value, keys: tuple[str | int, ...]) -> Value:
    for key in keys:
        if isinstance(key, int) and not isinstance(value, list):
            continue
        value = value[key]  # type: ignore[index]
    return value
