"""Finds what a module does beyond turning values into values.

Import contracts see modules; this sees calls: a clock, a disk or a terminal reached through a
builtin or through a class that is fine for other uses.
"""

import ast
from collections.abc import Iterator

BUILTINS = frozenset({"breakpoint", "eval", "exec", "input", "open", "print"})

METHODS = frozenset(
    {
        "cwd",
        "iterdir",
        "mkdir",
        "read_bytes",
        "read_text",
        "rglob",
        "touch",
        "unlink",
        "write_bytes",
        "write_text",
    }
)

# Read from the clock when called on a date class, and fine as names of anything else.
CLOCKS = frozenset({"fromtimestamp", "now", "today", "utcnow"})
CLOCK_OWNERS = frozenset({"date", "datetime"})

# Pure paths are text with slashes; these can reach the disk, the network or the environment.
IMPORTS = frozenset(
    {
        "http.client",
        "http.server",
        "importlib.metadata",
        "importlib.resources",
        "io.open",
        "pathlib.Path",
        "pathlib.PosixPath",
        "pathlib.WindowsPath",
        "urllib.request",
    }
)


def impurities(source: str) -> Iterator[str]:
    """One `line: what` for each call or import that does not belong in the core."""
    for node in ast.walk(ast.parse(source)):
        for name in _forbidden(node):
            yield f"{getattr(node, 'lineno', 0)}: {name}"


def _forbidden(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Call(func=ast.Name(id=name)) if name in BUILTINS:
            yield f"{name}()"
        case ast.Call(func=ast.Attribute(attr=name)) if name in METHODS:
            yield f".{name}()"
        case ast.Call(
            func=ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner), attr=name)
        ) if name in CLOCKS and owner in CLOCK_OWNERS:
            yield f".{name}()"
        case ast.Attribute(value=ast.Name(id=owner), attr=name) if f"{owner}.{name}" in IMPORTS:
            yield f"{owner}.{name}"
        case ast.Import(names=names):
            yield from (alias.name for alias in names if alias.name in IMPORTS)
        case ast.ImportFrom(module=str(module), names=names):
            paths = (module, *(f"{module}.{alias.name}" for alias in names))
            yield from (path for path in paths if path in IMPORTS)
        case _:
            return
