"""A waiver is added at the end of waivers.yml, and nothing that was there changes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.sources.edits.waiver_text import NewWaiver, flow, scalar, with_waiver
from journeybook.sources.yaml.nodes import Tree
from journeybook.sources.yaml.parsing import read_tree

WAIVER = NewWaiver(
    fingerprint="0e1234567890", gap="No answer", reason="Later: in spring", until=date(2027, 2, 1)
)
ADDED = """\
# No answer
- fingerprint: "0e1234567890"
  reason: "Later: in spring"
  until: 2027-02-01
"""


def test_comments_and_order_stay() -> None:
    before = "# Ours.\n\n- code: assumption  # all of them\n  reason: 'Known'\n"
    assert with_waiver(before, WAIVER) == f"{before}\n{ADDED}"


def test_a_missing_line_end_is_added() -> None:
    before = "- code: assumption\n  reason: Known"
    assert with_waiver(before, WAIVER) == f"{before}\n\n{ADDED}"


def test_indentation_and_line_ends_are_those_of_the_file() -> None:
    before = "  - code: assumption\r\n    reason: Known\r\n"
    after = with_waiver(before, WAIVER)
    assert after is not None
    assert after.startswith(before)
    assert '\r\n  - fingerprint: "0e1234567890"\r\n' in after
    assert after.count("\n") == after.count("\r\n")


def test_a_file_is_begun_where_there_is_none() -> None:
    after = with_waiver("", WAIVER)
    assert after is not None
    assert after.endswith(f"\n{ADDED}")


@pytest.mark.parametrize(
    "text",
    ["[{code: assumption}]\n", "code: assumption\nreason: x\n", "- a: [\n", "- a\n...\n"],
    ids=["flow", "mapping", "broken", "ended"],
)
def test_what_cannot_grow_is_left_alone(text: str) -> None:
    assert with_waiver(text, WAIVER) is None


TEXTS = st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(
    lambda text: bool(text.strip())
)


@given(TEXTS)
def test_every_text_is_read_back_as_it_was_written(text: str) -> None:
    tree = read_tree(f"key: {scalar(text)}\nkeys: {flow([text, text])}\n", "a.yml")
    assert isinstance(tree, Tree)
    assert tree.value() == {"key": text, "keys": [text, text]}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("CFO", "CFO"),
        ("no", '"no"'),
        ("0123", '"0123"'),
        ("2026-11-21", '"2026-11-21"'),
        ("a: b", '"a: b"'),
        ("step#question", '"step#question"'),
        ("Vóór de koop", "Vóór de koop"),
    ],
)
def test_quotes_stand_only_where_they_are_needed(text: str, written: str) -> None:
    assert scalar(text) == written
