"""YAML is read as the text it is, with the place of everything."""

from collections.abc import Iterator

import pytest

from journeybook.codes import Code
from journeybook.findings import Mistake, Span
from journeybook.sources.yaml.nodes import Step, Tree
from journeybook.sources.yaml.parsing import MOST_LEVELS, MOST_VALUES, read_tree
from tests.unit.handbooks import judged, told
from tests.unit.held import hold_each

TEXT = """\
title: CFO
'quoted': "a: b"
goals:
  - No surprise
  -
  - text: Keep room
    evidence: [one, two]
channels: {primary: website, +secondary: [peers]}
empty:
twice:
twice: [here]
"""


def tree(text: str) -> Tree:
    found = read_tree(text, "a.md", first_line=2)
    assert isinstance(found, Tree), found
    return found


def mistake(text: str) -> tuple[Code, int, int, str]:
    found = read_tree(text, "a.md")
    assert isinstance(found, Mistake), found
    return found.code, found.span.line, found.span.column, found.values.get("problem", "")


def test_values_are_texts_lists_and_mappings() -> None:
    assert tree(TEXT).value() == {
        "title": "CFO",
        "quoted": "a: b",
        "goals": ["No surprise", {"text": "Keep room", "evidence": ["one", "two"]}],
        "channels": {"primary": "website", "+secondary": ["peers"]},
        "twice": ["here"],
    }


@pytest.mark.parametrize(
    "text", ["no", "yes", "0123", "1e3", "2026-13-45", "1_000", "0x1F", ".nan"]
)
def test_text_stays_what_it_is(text: str) -> None:
    assert tree(f"a: {text}").value() == {"a": text}


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL", "''", '" "'])
def test_what_says_nothing_is_left_out(text: str) -> None:
    assert tree(f"a: {text}\nb: [x, {text or '~'}]").value() == {"b": ["x"]}


def test_quoted_null_is_text() -> None:
    assert tree("a: 'null'\nb: '~'").value() == {"a": "null", "b": "~"}


@pytest.mark.parametrize(
    ("steps", "line", "column"),
    [
        (("title",), 2, 8),
        (("quoted",), 3, 11),
        (("goals",), 5, 3),
        (("goals", 0), 5, 5),
        (("goals", 1), 7, 5),
        (("goals", 1, "evidence", 1), 8, 21),
        (("goals", 1, "why"), 7, 5),
        (("goals", 7), 5, 3),
        (("channels", "secondary", 0), 9, 43),
        (("twice", 0), 12, 9),
        (("nowhere", "at", "all"), 2, 1),
        ((), 2, 1),
    ],
)
def test_place_of_a_value(steps: tuple[Step, ...], line: int, column: int) -> None:
    assert tree(TEXT).span(*steps) == Span(path="a.md", line=line, column=column)


@pytest.mark.parametrize(
    ("steps", "line", "column"),
    [(("title",), 2, 1), (("goals", 1, "evidence"), 8, 5), (("channels", "primary"), 9, 12)],
)
def test_place_of_a_key(steps: tuple[Step, ...], line: int, column: int) -> None:
    assert tree(TEXT).key_span(*steps) == Span(path="a.md", line=line, column=column)


def test_key_written_twice_is_told_with_its_first_line() -> None:
    (found,) = tree(TEXT).duplicates
    assert (found.code, found.span.line, found.values) == (
        *(Code.DUPLICATE_KEY, 12, {"key": "twice", "line": "11"}),
    )


def test_lines_are_those_of_an_editor() -> None:
    # YAML ends lines at more signs than an editor does.
    found = tree("a: one\u2028two\x85three\nb: x")
    assert found.span("b").line == 3


@pytest.mark.parametrize(
    ("text", "line", "column", "problem"),
    [
        ("a: b: c", 1, 5, "mapping values are not allowed in this context"),
        ("a: [b\nc: d", 1, 4, "did not find expected ',' or ']'"),
        ("a: b\n c: d", 2, 3, "mapping values are not allowed in this context"),
        ("a: 'b\nc: d", 1, 4, "found unexpected end of stream"),
        ("a: *b", 1, 4, "found undefined alias"),
        ("a: b\n\tc: d", 2, 1, "found a tab character that violates indentation"),
        ("a: @b", 1, 4, "found character that cannot start any token"),
        ("a: é\x00", 1, 5, "control characters are not allowed"),
        ("a: b\nc: é\x00", 2, 5, "control characters are not allowed"),
        ("a: b\n---\nc: d", 2, 1, "a second document"),
        ("? [a]\n: b", 1, 3, "a plain key"),
        ("[a]: b", 1, 1, "a plain key"),
    ],
)
def test_what_cannot_be_read_is_told_where_it_stands(
    text: str, line: int, column: int, problem: str
) -> None:
    assert mistake(text) == (Code.BROKEN_FRONT_MATTER, line, column, problem)


def bomb(levels: int, width: int) -> str:
    lines = ["a0: &a0 x"]
    lines += [f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * width)}]" for at in range(1, levels)]
    return "\n".join(lines)


@pytest.mark.parametrize(
    "text",
    [
        *("[" * 1_000_000, "{a: " * 250_000, "- " * 500_000),
        *("a: &a [*a]", "a: &a {b: {c: *a}}", bomb(9, 9), bomb(MOST_LEVELS + 2, 1)),
        "a: [" + "b, " * MOST_VALUES + "]",
    ],
    ids=lambda text: text[:12],
)
def test_what_would_never_end_is_refused(text: str) -> None:
    assert mistake(text)[0] is Code.EXPANDS_TOO_FAR


def test_aliases_may_be_used() -> None:
    found = tree("a: &a [x]\nb: *a\nc: &c y\n*c : z").value()
    assert found == {"a": ["x"], "b": ["x"], "c": "y", "y": "z"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: [" + "x, " * (MOST_VALUES + 1) + "]", f"say more than {MOST_VALUES} things"),
        ("a: " + "[" * (MOST_LEVELS + 1) + "]" * (MOST_LEVELS + 1), f"than {MOST_LEVELS} levels"),
        ("a: &a [*a]", "a value holds itself"),
    ],
)
def test_what_goes_too_far_is_told_by_what_is_too_much(text: str, words: str) -> None:
    lines = told({"personas/cfo.md": f"---\n{text}\n---\n# CFO\n"}, Code.EXPANDS_TOO_FAR)
    assert len(lines) == 1
    assert words in lines[0]


def test_a_file_of_settings_is_not_said_to_have_front_matter() -> None:
    (told_of,) = told({"site_config/rules.yml": "a: &a [*a]\n"}, Code.EXPANDS_TOO_FAR)
    assert "front matter" not in told_of


def test_every_way_to_write_and_to_slip() -> None:
    hold_each("front-matter", problems)


def problems(text: str) -> Iterator[str]:
    """Tell what is wrong with front matter, of a step and of content."""
    paths = ("journeys/j/buy.md", "assets/a.md")
    files = {"phases/buy.md": "# Buy\n", **dict.fromkeys(paths, f"---\n{text}---\n# A\n")}
    found = (one for one in judged(files).findings if one.family == "problem")
    yield from (str(one).removeprefix("content/") for one in found)
