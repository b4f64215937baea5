"""Findings as the reports that code hosts and reviewers' tools read."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import quote

from journeybook.codes import Severity
from journeybook.findings import Finding, Span
from journeybook.hosts.annotations import Surroundings, level, line, told
from journeybook.rules.engine.rule import Rule

MOST_RESULTS = 5_000
"""As many results GitHub shows of one SARIF file."""

_GITLAB = {
    Severity.ERROR: "critical",
    Severity.WARNING: "major",
    Severity.HIGH: "major",
    Severity.MEDIUM: "minor",
}
_SARIF_LEVELS = {"error": "error", "warning": "warning", "notice": "note"}
_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_RDJSON = {"error": "ERROR", "warning": "WARNING", "notice": "INFO"}

_Json = Mapping[str, object]


def gitlab_report(findings: Iterable[Finding], around: Surroundings) -> bytes:
    """Write a code quality report of GitLab."""
    shown = told(findings, around)
    often = Counter(one.fingerprint for one in shown)
    return _written(
        [
            {
                "type": "issue",
                "check_name": one.code,
                "description": _message(one),
                "fingerprint": _unlike(one, around, often),
                "severity": _GITLAB.get(one.severity, "info"),
                "categories": ["Style"],
                "location": {"path": around.path(one), "lines": {"begin": one.span.line}},
            }
            for one in shown
        ]
    )


def _unlike(finding: Finding, around: Surroundings, often: Counter[str]) -> str:
    # Handbooks beside each other may have the same gap; no two issues may have one fingerprint.
    if often[finding.fingerprint] == 1:
        return finding.fingerprint
    named = f"{around.path(finding)} {finding.fingerprint}"
    return sha256(named.encode("utf-8", "surrogateescape")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """What was most likely meant: a text in place of that between two columns, counted in bytes."""

    line: int
    start: int
    end: int
    text: str


Replacements = Mapping[tuple[Span, str], Replacement]
"""By the place and the code of the finding that they mend."""


def rdjson_report(
    findings: Iterable[Finding], around: Surroundings, meant: Replacements | None = None
) -> bytes:
    """Write a diagnostic result of reviewdog, with what was most likely `meant`."""
    return _written(
        {
            "source": {"name": "journeybook"},
            "diagnostics": [
                {
                    "message": _message(one),
                    # A column here counts bytes, so that a line says it better.
                    "location": {
                        "path": around.path(one),
                        "range": {"start": {"line": one.span.line}},
                    },
                    "severity": _RDJSON[level(one.severity)],
                    "code": {"value": one.code},
                    "original_output": line(str(one), 1_000),
                    **_suggested((meant or {}).get((one.span, one.code))),
                }
                for one in told(findings, around)
            ],
        }
    )


def _suggested(replacement: Replacement | None) -> _Json:
    if replacement is None:
        return {}
    start, end = (
        {"line": replacement.line, "column": column}
        for column in (replacement.start, replacement.end)
    )
    return {"suggestions": [{"range": {"start": start, "end": end}, "text": replacement.text}]}


def sarif_report(
    findings: Iterable[Finding], around: Surroundings, rules: Sequence[Rule], version: str
) -> bytes:
    """Write a SARIF log; what is waived stands in it as suppressed."""
    every = tuple(findings)
    aside = sorted((one for one in every if not one.is_open), key=lambda one: one.span)
    shown = list(dict.fromkeys((*told(every, around), *aside)))[:MOST_RESULTS]
    index = {rule.code: at for at, rule in enumerate(rules)}
    driver = {
        "name": "Journeybook",
        "semanticVersion": version,
        "rules": [_rule(rule) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, around, index[one.code]) for one in shown],
    }
    return _written({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule) -> _Json:
    told_as = rule.explanation
    return {
        "id": rule.code,
        "name": rule.code,
        "shortDescription": {"text": told_as.title},
        "fullDescription": {"text": told_as.found},
        "help": {"text": f"{told_as.why}\n\n{told_as.close}"},
        "defaultConfiguration": {"level": _SARIF_LEVELS[level(rule.severity)]},
    }


def _result(finding: Finding, around: Surroundings, rule: int) -> _Json:
    place = {
        "artifactLocation": {"uri": quote(around.path(finding)), "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": finding.span.line, "startColumn": finding.span.column},
    }
    result: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _SARIF_LEVELS[level(finding.severity)],
        "message": {"text": _message(finding)},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"journeybook/v1": finding.fingerprint},
    }
    reason = _aside(finding)
    if reason:
        kind = {"kind": "external", "status": "accepted", "justification": reason}
        result["suppressions"] = [kind]
    return result


def _aside(finding: Finding) -> str:
    if finding.waived:
        return line(finding.waived.reason)
    return line(f"being filled by {finding.being_filled.asset}") if finding.being_filled else ""


def _message(finding: Finding) -> str:
    hint = f"; {line(finding.hint)}" if finding.hint else ""
    return f"{line(finding.message, 1_000)}{hint}"


def _written(data: object) -> bytes:
    return json.dumps(data, indent=1, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
