"""All rules by their code, and how they are run over a handbook."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from journeybook.codes import Code, Severity
from journeybook.findings import Finding, told_apart
from journeybook.handbook.book import Handbook
from journeybook.handbook.index.judgement import Earlier, with_fit
from journeybook.rules import gaps
from journeybook.rules.engine.rule import Rule, gap_rule
from journeybook.rules.engine.settings import Settings
from journeybook.rules.engine.waiving import apply_waivers
from journeybook.rules.gaps.content.answer_with_a_lack import overlooked
from journeybook.rules.problems import (
    decisions,
    files,
    front_matter,
    ids,
    inventories,
    references,
    steps,
    surveys,
    unreadable,
    use,
    values,
    writing,
)
from journeybook.sources.settings.configuration import WrittenWaiver

_PROBLEMS = (
    files,
    unreadable,
    front_matter,
    writing,
    values,
    references,
    ids,
    steps,
    surveys,
    inventories,
    decisions,
    use,
)


@cache
def own_rules() -> Mapping[str, Rule]:
    """Give the rule of every code in the catalogue, in its order."""
    rules = {rule.code: rule for rule in (*_problems(), *_gaps())}
    return {code: rules[code] for code in Code}


def rules_with(added: Iterable[Rule]) -> Mapping[str, Rule]:
    """Give all rules; one that is added takes the place of the rule with its code."""
    return {**own_rules(), **{rule.code: rule for rule in added}}


def _problems() -> Iterator[Rule]:
    members = (value for module in _PROBLEMS for value in vars(module).values())
    yield from (rule for rule in members if isinstance(rule, Rule))


def _gaps() -> Iterator[Rule]:
    for module in walk_packages(gaps.__path__, f"{gaps.__name__}."):
        if not module.ispkg:
            yield gap_rule(import_module(module.name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Judging:
    """What a handbook is judged by: the rules, how a team set them, and what it accepts."""

    rules: Mapping[str, Rule]
    settings: Settings
    waivers: Sequence[WrittenWaiver] = ()

    def fitted(self, handbook: Handbook, earlier: Earlier | None = None) -> Handbook:
        """Judge what content fits whom, where and when, but for what is known from earlier."""
        return with_fit(handbook, overlooked(self.settings), earlier)

    def findings(self, handbook: Handbook) -> tuple[Finding, ...]:
        """Give every finding of every rule that is not off, sorted by place."""
        found = told_apart(_findings(handbook, self.settings, self.rules.values()))
        waived = apply_waivers(found, self.waivers, handbook.today)
        if not waived.mistakes:
            return waived.findings
        judged = replace(handbook, mistakes=waived.mistakes)
        about_waivers = {self.rules[one.code] for one in waived.mistakes}
        return told_apart((*waived.findings, *_findings(judged, self.settings, about_waivers)))


def _findings(handbook: Handbook, settings: Settings, rules: Iterable[Rule]) -> Iterator[Finding]:
    for rule in rules:
        if settings.reports(rule.code):
            findings = rule.check(handbook, settings)
            yield from (one for one in findings if one.severity is not Severity.OFF)
