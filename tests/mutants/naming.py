"""Who may notice what is made by importing: whatever names it, or names what is made of it.

A name counts wherever it stands, as a name, an attribute or a text; so too much is found rather
than too little.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.mutants.following import Lines
from tests.mutants.stages import PACKAGE, ROOT

_SHARED = "what tests share"
_NAME = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A statement without those inside it: its lines, what it makes, and what it names."""

    module: str
    first: int
    last: int
    makes: frozenset[str]
    names: frozenset[str]

    @property
    def lines(self) -> int:
        """Give its lines, a bit for each."""
        return sum(1 << line for line in range(self.first, self.last + 1))


def statement_at(module: str, line: int) -> Statement:
    """Give the innermost statement on a line."""
    around = [one for one in _statements(module) if one.first <= line <= one.last]
    return max(around, key=lambda one: (one.first, one.last))


def users(made: Statement, imported: Lines) -> tuple[Lines, frozenset[str]] | None:
    """Give the lines and the files of tests that may notice a statement run by importing.

    None stands for all.
    """
    lines: dict[str, int] = defaultdict(int)
    known = set[tuple[str, str]]()
    waiting = {(name, made.module) for name in made.makes}
    if not waiting:
        return None
    while waiting:
        name, module = waiting.pop()
        known.add((name, module))
        for one in _naming(name, module):
            lines[one.module] |= one.lines
            if one.lines & imported.get(one.module, 0):
                if not one.makes:
                    return None
                waiting |= {(name, one.module) for name in one.makes} - known
    every = {name for name, _ in known}
    files = frozenset(file for file, names in _named_in_tests().items() if names & every)
    return None if _SHARED in files else (lines, files)


def _naming(name: str, module: str) -> Iterator[Statement]:
    for one in _by_name().get(name, ()):
        if not name.startswith("_") or one.module == module:
            yield one


@cache
def _by_name() -> Mapping[str, list[Statement]]:
    naming: dict[str, list[Statement]] = defaultdict(list)
    for path in sorted(PACKAGE.rglob("*.py")):
        for statement in _statements(path.relative_to(PACKAGE).as_posix()):
            for name in statement.names:
                naming[name].append(statement)
    return naming


@cache
def _named_in_tests() -> Mapping[str, frozenset[str]]:
    files = sorted((ROOT / "tests").rglob("test_*.py"))
    shared = set[str]()
    for path in (ROOT / "tests").rglob("*.py"):
        if path not in files and "mutants" not in path.parts:
            shared |= _words(path)
    named = {path.relative_to(ROOT).as_posix(): frozenset(_words(path)) for path in files}
    return {**named, _SHARED: frozenset(shared)}


def _words(path: Path) -> set[str]:
    return set(_NAME.findall(path.read_text("utf-8")))


@cache
def _statements(module: str) -> tuple[Statement, ...]:
    tree = ast.parse((PACKAGE / module).read_text("utf-8"))
    return tuple(_inside(tree, module, frozenset()))


def _inside(node: ast.AST, module: str, within: frozenset[str]) -> Iterator[Statement]:
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.stmt):
            yield from _inside(child, module, within)
            continue
        makes = within | _made(child)
        yield Statement(
            module=module,
            first=child.lineno,
            last=_end(child),
            makes=makes,
            names=frozenset(_names(child)),
        )
        yield from _inside(child, module, makes)


def _made(node: ast.stmt) -> frozenset[str]:
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return frozenset([name])
        case ast.Assign() | ast.AnnAssign() | ast.AugAssign() | ast.For() | ast.With():
            parts = (one for one in ast.walk(node) if isinstance(one, ast.Name | ast.Attribute))
            stored = (one for one in parts if isinstance(one.ctx, ast.Store))
            return frozenset(one.id if isinstance(one, ast.Name) else one.attr for one in stored)
        case ast.Import() | ast.ImportFrom():
            return frozenset(one.asname or one.name for one in node.names)
    return frozenset()


def _names(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.keyword(arg=str(name)):
            yield name
        case ast.alias(name=name):
            yield from _NAME.findall(name)
        case ast.Constant(value=str(text)) if text.isidentifier():
            yield text
        case ast.MatchClass(kwd_attrs=names):
            yield from names
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.stmt):
            yield from _names(child)


def _end(node: ast.stmt) -> int:
    match node:
        # Whoever comes to what is asked inside of these has come to their own line.
        case ast.Try() | ast.TryStar() | ast.Match():
            return node.end_lineno or node.lineno
        case (
            ast.FunctionDef(body=[first, *_])
            | ast.ClassDef(body=[first, *_])
            | ast.If(body=[first, *_])
            | ast.For(body=[first, *_])
            | ast.While(body=[first, *_])
            | ast.With(body=[first, *_])
        ):
            return max(node.lineno, first.lineno - 1)
    return node.end_lineno or node.lineno
