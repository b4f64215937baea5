"""All rules by their code: those of Journeybook, and those that a team adds."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module

from journeybook.findings import Code
from journeybook.rules.engine.rule import Rule, gap_rule
from journeybook.rules.problems import decisions, files, references, steps, views, writing

_PROBLEMS = (files, writing, references, steps, decisions, views)


@cache
def own_rules() -> Mapping[str, Rule]:
    """Give the rule of every code in the catalogue, in its order."""
    members = (value for module in _PROBLEMS for value in vars(module).values())
    problems = {rule.code: rule for rule in members if isinstance(rule, Rule)}
    return {code: problems.get(code) or _gap(code) for code in Code}


def rules_with(added: Iterable[Rule]) -> Mapping[str, Rule]:
    """Give all rules; one that is added takes the place of the rule with its code."""
    return {**own_rules(), **{rule.code: rule for rule in added}}


def _gap(code: Code) -> Rule:
    return gap_rule(import_module(f"journeybook.rules.gaps.{code.replace('-', '_')}"))
