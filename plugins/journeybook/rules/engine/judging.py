"""Runs every rule over a handbook, as the team has set them, and applies the waivers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from journeybook.findings import Finding, Severity, told_apart
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.rule import Rule
from journeybook.rules.engine.settings import Settings
from journeybook.rules.engine.waiving import apply_waivers
from journeybook.sources.configuration import WrittenWaiver


def judge(
    handbook: Handbook,
    settings: Settings,
    waivers: Sequence[WrittenWaiver],
    rules: Mapping[str, Rule],
) -> tuple[Finding, ...]:
    """Give every finding of every rule that is not off, sorted by place."""
    found = told_apart(_findings(handbook, settings, rules.values()))
    waived = apply_waivers(found, waivers, handbook.today)
    judged = replace(handbook, mistakes=waived.mistakes)
    about_waivers = _findings(judged, settings, {rules[one.code] for one in waived.mistakes})
    return told_apart((*waived.findings, *about_waivers))


def _findings(handbook: Handbook, settings: Settings, rules: Iterable[Rule]) -> Iterator[Finding]:
    for rule in rules:
        if settings.reports(rule.code):
            findings = rule.check(handbook, settings)
            yield from (one for one in findings if one.severity is not Severity.OFF)
