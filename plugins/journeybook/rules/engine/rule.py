"""A rule: a module named for its code, with its documentation, severity, parameters and check."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from inspect import getdoc
from pkgutil import iter_modules

from journeybook.findings import Code, Explanation, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules import gaps, problems
from journeybook.rules.engine.settings import Settings
from journeybook.schema.fields import Written


class NoParameters(Written):
    """The parameters of a rule that has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of finding: its code, how it weighs by default, and how it is found."""

    code: Code
    family: Family
    severity: Severity
    parameters: type[Written]
    explanation: Explanation
    check: Callable[[Handbook, Settings], Iterator[Finding]]


@cache
def all_rules() -> Mapping[Code, Rule]:
    """Give the rule of every code in the catalogue."""
    places = {
        name: f"{package.__name__}.{name}"
        for package in (problems, gaps)
        for _, name, _ in iter_modules(package.__path__)
    }
    return {code: _rule(code, places[code.value.replace("-", "_")]) for code in Code}


def _rule(code: Code, place: str) -> Rule:
    module = import_module(place)
    return Rule(
        code=code,
        family=module.FAMILY,
        severity=module.SEVERITY,
        parameters=getattr(module, "Parameters", NoParameters),
        explanation=explain(getdoc(module) or ""),
        check=module.check,
    )


def explain(documentation: str) -> Explanation:
    """Read a rule's documentation: title, what it finds, why it matters and how to close it.

    The four parts are paragraphs, in this order; lines within a paragraph are joined.
    """
    title, found, why, close = (" ".join(part.split()) for part in documentation.split("\n\n"))
    return Explanation(title=title.rstrip("."), found=found, why=why, close=close)
