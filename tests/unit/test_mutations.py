"""The faults that `make mutants` plants, told as what they change."""

import ast
import importlib
import os
import signal
import sys
import time
from pathlib import Path
from textwrap import dedent

import pytest

from tests.mutants.following import Followed, Lines, notice_what_is_kept
from tests.mutants.forking import CUT_OFF, forked, last_lines, note
from tests.mutants.mutations import mutations
from tests.mutants.naming import statement_at, users
from tests.mutants.stages import PACKAGE

IDS = "handbook/ids.py"


def told(source: str) -> list[str]:
    return [one.text for one in mutations(ast.parse(dedent(source)))]


@pytest.mark.parametrize(
    ("source", "faults"),
    [
        ("x = a < b", ["comparison: a < b → a <= b"]),
        ("x = a and b", ["and or: a and b → a or b"]),
        ("x = not a", ["not: not a → a"]),
        ("x = 3", ["constant: 3 → 4", "constant: 3 → 2"]),
        ("x = 1_000", []),
        ("x = a | b | c", []),
        ("x = True", ["constant: True → False"]),
        ("x = 'word'", ["text: 'word' → ''"]),
        ("x = ''", []),
        ("x = f'{a} b'", ["text: f'{a} b' → ''", "text: ' b' → ''"]),
        ("x = a if b else c", ["condition: a if b else c → a", "condition: a if b else c → c"]),
        ("x = a + b", ["half: a + b → a", "half: a + b → b"]),
        ("x = (a, b)", ["item: (a, b) → (b,)", "item: (a, b) → (a,)"]),
        ("x = {a: b, c: d}", ["item: {a: b, c: d} → {c: d}", "item: {a: b, c: d} → {a: b}"]),
        ("x = a[b:c]", ["slice: b:c → :c", "slice: b:c → b:"]),
        ("x = any(a)", ["any all min max: any(a) → all(a)"]),
        ("x = sorted(a, key=b)", ["order: sorted(a, key=b) → sorted(a)"]),
        ("x = [a for a in b if c]", ["condition: c → True"]),
        ("a(b)", ["statement: a(b) → pass"]),
    ],
)
def test_each_kind_of_fault(source: str, faults: list[str]) -> None:
    assert told(source) == faults


def test_a_result_becomes_the_least_of_its_type() -> None:
    source = """
        def a() -> str:
            return b

        def c() -> tuple[int, ...]:
            return d

        def e() -> Page | None:
            return f
    """
    assert told(source) == [
        "result: return b → return ''",
        "result: return d → return ()",
        "result: return f → return None",
    ]
    assert told("def g() -> int:\n    return 0") == ["constant: 0 → 1", "constant: 0 → -1"]


@pytest.mark.parametrize(
    "source",
    [
        "'''A docstring.'''",
        "__all__ = ['a', 'b']",
        "from a import b",
        "Word = Literal['a', 'b']",
        "Word = str | int",
        "@dataclass(frozen=True)\nclass A:\n    b: tuple[int, str]",
        "x = zip(a, b, strict=True)",
    ],
)
def test_what_no_reader_meets_is_left_alone(source: str) -> None:
    assert told(source) == []


def test_a_fault_is_planted_in_its_place_and_nowhere_else() -> None:
    tree = ast.parse("x = 1 < 2\ny = 1 < 2")
    faults = [one for one in mutations(tree) if one.kind == "comparison"]
    faults[1].plant()
    assert ast.unparse(ast.fix_missing_locations(tree)) == "x = 1 < 2\ny = 1 <= 2"


def test_what_is_made_by_importing_is_noticed_by_whoever_names_it() -> None:
    module = "fixes/gathering.py"
    text = (PACKAGE / module).read_text("utf-8").splitlines()
    line = next(at for at, one in enumerate(text, start=1) if one.startswith("_ALIKE ="))
    made = statement_at(module, line)
    assert (made.first, made.last, *made.makes) == (line, line, "_ALIKE")
    asked = sum(1 << at for at, one in enumerate(text, start=1) if "_ALIKE" in one)
    lines, files = users(made, {module: made.lines}) or ({}, set())
    assert list(lines) == [module]
    assert lines[module] & asked == asked
    assert "tests/unit/test_mutations.py" in files


def test_lines_are_followed_and_shared_where_their_results_are_kept() -> None:
    own, shared = forked(_run_by_a_key) or ({}, {})
    text = (PACKAGE / IDS).read_text("utf-8").splitlines()
    key, plain = (
        text.index(f"    {one}") + 1 for one in ("return folded(name) or name", "return plain")
    )
    assert [bool(lines[IDS] >> key & 1) for lines in (own, shared)] == [True, False]
    assert [bool(lines[IDS] >> plain & 1) for lines in (own, shared)] == [True, True]


def _run_by_a_key() -> tuple[Lines, Lines]:
    for module in [one for one in sys.modules if one.startswith("journeybook")]:
        del sys.modules[module]
    notice_what_is_kept()
    ids = importlib.import_module("journeybook.handbook.ids")
    lines = Followed()
    lines.follow()
    ids.owner_key("A word")
    return lines.take(), lines.shared()


def test_what_waits_for_another_is_not_cut_off_and_what_ends_says_why(tmp_path: Path) -> None:
    log = tmp_path / "log"
    assert forked(lambda: _waits(log), log) is True
    assert forked(lambda: 1 / 0, log) is None
    assert forked(lambda: os.kill(os.getpid(), signal.SIGPROF), log) is None
    said = last_lines(log).splitlines()
    assert said[0] == "begun"
    assert said[-2:] == ["ZeroDivisionError: division by zero", f"{CUT_OFF} by SIGPROF"]


def _waits(log: Path) -> bool:
    signal.setitimer(signal.ITIMER_REAL, 0.5)
    return forked(lambda: _begins(log), log) is True


def _begins(log: Path) -> bool:
    note(log, "begun")
    time.sleep(0.7)
    return True
