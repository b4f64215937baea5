"""Finds every text that people see: in Python, in templates and in the rules' documentation.

Babel reads the templates. Its reader of Python knows a function by its name alone and takes
`text.count("a")` for a message, so the calls are looked up in the syntax tree instead.
"""

import ast
from collections.abc import Iterator, Mapping
from functools import cache

import click
from babel.messages.extract import extract

from journeybook.adapters.cli import main
from journeybook.adapters.cli.shared.spoken import paragraphs
from journeybook.manual.explaining import writable
from journeybook.rules.engine.scope import Where
from journeybook.rules.registry import own_rules
from journeybook.wording import Wording
from tests.sites import ROOT

PACKAGE = ROOT / "plugins" / "journeybook"
SAYING = frozenset({"CannotRunError", "GitError", "NoHandbookError", "marked", "say", "text"})
COUNTING = frozenset({"count", "say_count"})
MARKED_COUNT = "marked_count"

Message = str | tuple[str, ...]


@cache
def messages() -> Mapping[Message, str]:
    """Every message with the first place it comes from."""
    found: dict[Message, str] = {}
    for message, place in (
        *_in_code(),
        *_in_templates(),
        *_in_documentation(),
        *_in_models(),
        *_in_help(),
    ):
        found.setdefault(message, place)
    return found


def _in_code() -> Iterator[tuple[Message, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and (message := _said(node)):
                yield message, f"{path.relative_to(PACKAGE)}:{node.lineno}"


def unseen() -> Iterator[str]:
    """Find names of texts that are said: what only a variable holds is never translated."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for work in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(work, ast.FunctionDef):
                nodes = list(ast.walk(work))
                plain = {
                    name for one in nodes if isinstance(one, ast.Assign) for name in _plain(one)
                }
                calls = (one for one in nodes if isinstance(one, ast.Call) and _says(one))
                names = {arg.id for one in calls for arg in one.args if isinstance(arg, ast.Name)}
                yield from (f"{path.relative_to(PACKAGE)}: {one}" for one in sorted(plain & names))


def _plain(assigned: ast.Assign) -> Iterator[str]:
    for target in assigned.targets:
        pairs = [(target, assigned.value)]
        if isinstance(target, ast.Tuple) and isinstance(assigned.value, ast.Tuple):
            pairs = list(zip(target.elts, assigned.value.elts, strict=False))
        for name, value in pairs:
            is_text = isinstance(value, ast.Constant) and isinstance(value.value, str)
            if is_text and isinstance(name, ast.Name):
                yield name.id


def _says(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr in SAYING | COUNTING


def _said(call: ast.Call) -> Message | None:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            pass
        case _:
            return None
    match call.args:
        case [ast.Constant(value=str(message))] if name in SAYING and message:
            return message
        case [ast.Constant(value=str(one)), ast.Constant(value=str(many)), _] if name in COUNTING:
            return one, many
        case [ast.Constant(value=str(one)), ast.Constant(value=str(many))] if name == MARKED_COUNT:
            return one, many
        case _:
            return None


def _in_templates() -> Iterator[tuple[Message, str]]:
    for path in sorted(PACKAGE.rglob("*.html")):
        with path.open("rb") as file:
            for line, message, _, _ in extract("jinja2.ext:babel_extract", file):
                yield message, f"{path.relative_to(PACKAGE)}:{line}"


def _in_documentation() -> Iterator[tuple[Message, str]]:
    for code, rule in own_rules().items():
        told = rule.explanation
        for text in (told.title, told.found, told.why, told.close):
            yield text, f"rules/{code}"
        for field in rule.parameters.model_fields.values():
            yield field.description or "", f"rules/{code}"
    for field in Where.model_fields.values():
        yield field.description or "", "rules/engine/scope"


def _in_help() -> Iterator[tuple[Message, str]]:
    commands: dict[str, click.Command] = {"": main, **main.every}
    for name, command in commands.items():
        options = (one.help for one in command.params if isinstance(one, click.Option))
        for told in (command.help, *options):
            for paragraph in paragraphs(told):
                yield paragraph, f"adapters/cli: {name}"


def _in_models() -> Iterator[tuple[Message, str]]:
    for name, model in writable(Wording()):
        for key, field in model.model_fields.items():
            yield field.description or "", f"schema/{name}: {key}"
