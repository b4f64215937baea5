"""Runs every rule over a handbook, as the team has set them, and applies the waivers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from journeybook.findings import Code, Family, Finding, Mistake, Severity, in_order
from journeybook.handbook.book import Handbook
from journeybook.rules.rule import Rule, all_rules
from journeybook.rules.settings import Settings
from journeybook.rules.waiving import apply_waivers
from journeybook.schema.fields import Written
from journeybook.sources.configuration import WrittenRule, WrittenWaiver
from journeybook.sources.validation import validated
from journeybook.wording import Wording

_SEVERITIES = {severity.word: severity for severity in Severity}


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamRules:
    """The settings that rules.yml makes, and what is wrong with it."""

    settings: Settings
    mistakes: tuple[Mistake, ...]


def set_rules(written: Sequence[WrittenRule], wording: Wording) -> TeamRules:
    """Set every rule as rules.yml says, or by default."""
    rules = all_rules()
    severities = {code: rule.severity for code, rule in rules.items()}
    parameters: dict[type[Written], Written] = {}
    mistakes: list[Mistake] = []
    for entry in written:
        rule = rules.get(Code(entry.code)) if entry.code in set(Code) else None
        if rule is None:
            mistakes.append(_unknown_rule(entry))
            continue
        severity, rest, wrong = _severity(entry, rule)
        severities[rule.code] = severity
        mistakes.extend(wrong)
        model, ill = validated(rule.parameters, rest, entry.tree, (entry.code,))
        parameters[rule.parameters] = model
        mistakes.extend(ill)
    settings = Settings(wording=wording, severities=severities, parameters=parameters)
    return TeamRules(settings=settings, mistakes=tuple(mistakes))


def judge(
    handbook: Handbook, settings: Settings, waivers: Sequence[WrittenWaiver]
) -> tuple[Finding, ...]:
    """Give every finding of every rule that is not off, sorted by place."""
    found = _findings(handbook, settings, tuple(all_rules().values()))
    waived = apply_waivers(found, waivers, handbook.today)
    judged = replace(handbook, mistakes=waived.mistakes)
    about_waivers = _findings(
        judged, settings, [all_rules()[code] for code in {one.code for one in waived.mistakes}]
    )
    return in_order((*waived.findings, *about_waivers))


def _findings(handbook: Handbook, settings: Settings, rules: Sequence[Rule]) -> Iterator[Finding]:
    for rule in rules:
        if settings.severities[rule.code] is not Severity.OFF:
            yield from rule.check(handbook, settings)


def _severity(entry: WrittenRule, rule: Rule) -> tuple[Severity, dict[str, object], list[Mistake]]:
    value = entry.value
    rest: dict[str, object] = dict(value) if isinstance(value, dict) else {}
    word = rest.pop("severity", None) if isinstance(value, dict) else value
    if word is None:
        return rule.severity, rest, []
    fitting = _fitting(rule)
    severity = _SEVERITIES.get(word.strip().casefold()) if isinstance(word, str) else None
    if severity is not None and severity.word in fitting:
        return severity, rest, []
    near = get_close_matches(str(word), fitting, n=1)
    values = {
        "key": entry.code,
        "value": str(word),
        "known": ", ".join(fitting),
        "suggestion": near[0] if near else "",
    }
    path = (entry.code, "severity") if isinstance(value, dict) else (entry.code,)
    span = entry.tree.span(*path)
    return rule.severity, rest, [Mistake(code=Code.UNKNOWN_VALUE, span=span, values=values)]


def _fitting(rule: Rule) -> list[str]:
    # A file that is wrong is an error or a warning; missing content may weigh anything.
    problem = ("error", "warning", "off")
    return [word for word in _SEVERITIES if rule.family is Family.GAP or word in problem]


def _unknown_rule(entry: WrittenRule) -> Mistake:
    near = get_close_matches(entry.code, list(Code), n=1)
    values = {"reference": entry.code, "suggestion": near[0] if near else "", "known": ""}
    return Mistake(code=Code.UNKNOWN_RULE, span=entry.span, values=values)
