"""The faults that `make mutants` plants, told as what they change."""

import ast
from textwrap import dedent

import pytest

from tests.mutants.mutations import mutations


def told(source: str) -> list[str]:
    return [one.text for one in mutations(ast.parse(dedent(source)))]


@pytest.mark.parametrize(
    ("source", "faults"),
    [
        ("x = a < b", ["comparison: a < b → a <= b"]),
        ("x = a and b", ["and or: a and b → a or b"]),
        ("x = not a", ["not: not a → a"]),
        ("x = 3", ["constant: 3 → 4", "constant: 3 → 2"]),
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
