"""Findings as GitHub annotates them on the lines of a change, and the summary of the rest."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from posixpath import normpath

from journeybook.codes import Family, Severity
from journeybook.findings import Finding
from journeybook.pages.parts.page import in_markdown
from journeybook.wording import Wording

_BREAK = "\u200b"
_CALLING = re.compile(r"([@#!~%$&]|\bGH-)(?=[\w\"])")
_ADDRESS = re.compile(r"(?i)(://|\bwww\.|\bmailto:)")
_COMMAND = re.compile(r"##(?=\[)|::")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_LONGEST = 300
_PAIRS = {"(": ")", "[": "]", "“": "”", "„": "”"}


def line(text: str, longest: int = _LONGEST) -> str:
    """Write a text as one short line without anything unseen, such as marks that turn it round."""
    seen = (" " if letter in "\n\t\r" else letter for letter in text)
    kept = "".join(letter for letter in seen if unicodedata.category(letter) not in _UNSEEN)
    plain = " ".join(kept.split())
    return plain if len(plain) <= longest else _closed(f"{plain[: longest - 1]}…")


def _closed(text: str) -> str:
    # What is cut within brackets or quotation marks ends with those that are open.
    is_open: list[str] = []
    for letter in text:
        if letter in _PAIRS:
            is_open.append(_PAIRS[letter])
        elif is_open and letter == is_open[-1]:
            is_open.pop()
    return text + "".join(reversed(is_open))


def printed(text: str) -> str:
    """Write a text for a terminal or a log, where no runner takes it for a command."""
    return _COMMAND.sub(lambda found: _BREAK.join(found.group()), line(text))


def markdown(text: str) -> str:
    """Write a text as Markdown that shows it, whatever it holds, on a code host."""
    # References are looked for in the text as shown, so that escaping alone does not stop them.
    calm = _CALLING.sub(rf"\1{_BREAK}", line(text))
    calm = _COMMAND.sub(lambda found: _BREAK.join(found.group()), calm)
    calm = _ADDRESS.sub(lambda found: f"{found.group()[0]}{_BREAK}{found.group()[1:]}", calm)
    return in_markdown(calm).replace("$", "&#36;").replace("@", "&#64;").replace(":", "&#58;")


MOST_OF_A_LEVEL = 10
"""As many errors, warnings and notices GitHub shows of one step."""

MOST_OF_A_SUMMARY = 500_000
"""As many bytes, of a page that GitHub shows up to a million of."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HIGH: "warning"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Where the handbook lies in its repository, and which of its files a change touches, if known.

    Where that is known, lines of other files are not annotated. `old` is what is told, and was
    there before the change.
    """

    inside: str = ""
    changed: Collection[str] | None = None
    old: Sequence[Finding] = ()

    def path(self, finding: Finding) -> str:
        """Give the path of a finding from the repository's root."""
        return normpath(f"{self.inside}{finding.span.path}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """What is annotated, as commands to print, and what is left for the summary."""

    commands: tuple[str, ...]
    rest: tuple[Finding, ...]


def told(findings: Iterable[Finding], around: Surroundings) -> tuple[Finding, ...]:
    """Give what somebody should act on: changed files first, then the heaviest."""
    acted_on = (one for one in findings if one.family is Family.PROBLEM or one.is_open)
    return tuple(sorted(acted_on, key=lambda one: _rank(one, around)))


def level(severity: Severity) -> str:
    """Give the level of a severity on a code host: error, warning or notice."""
    return _LEVELS.get(severity, "notice")


def annotate(findings: Iterable[Finding], around: Surroundings) -> Annotations:
    """Write the commands that annotate lines, as many as GitHub shows."""
    counts = {"error": 0, "warning": 0, "notice": 0}
    commands: list[str] = []
    rest: list[Finding] = []
    for one in told(findings, around):
        is_elsewhere = around.changed is not None and one.span.path not in around.changed
        if is_elsewhere or counts[level(one.severity)] == MOST_OF_A_LEVEL:
            rest.append(one)
        else:
            counts[level(one.severity)] += 1
            commands.append(_command(one, around))
    return Annotations(commands=tuple(commands), rest=(*rest, *told(around.old, around)))


def notice(sentence: str) -> str:
    """Write the command that shows a warning about the whole run."""
    return f"::warning title=Journeybook::{_data(line(sentence))}"


def summary(rest: Sequence[Finding], around: Surroundings, wording: Wording) -> str:
    """Write what was not annotated as a table for the page of the run."""
    say = wording.text
    if not rest:
        return ""
    head = [say("Severity"), say("Finding"), say("Place")]
    title = wording.count("{n} more finding", "{n} more findings", len(rest))
    lines = [f"## {title}", "", f"| {' | '.join(head)} |", "|---|---|---|"]
    room = MOST_OF_A_SUMMARY - len("".join(lines).encode())
    for at, one in enumerate(rest):
        place = f"{around.path(one)}:{one.span.line}"
        row = f"| {one.severity.word} | {markdown(one.message)} | {markdown(place)} |"
        room -= len(row.encode()) + 1
        if room < 0:
            lines += ["", wording.count("{n} more", "{n} more", len(rest) - at)]
            break
        lines.append(row)
    return "\n".join(lines) + "\n"


def _rank(finding: Finding, around: Surroundings) -> tuple[bool, int, str, int, int, str]:
    span = finding.span
    elsewhere = span.path not in (around.changed or ())
    return elsewhere, -finding.severity, span.path, span.line, span.column, finding.fingerprint


def _command(finding: Finding, around: Surroundings) -> str:
    values = {
        "file": around.path(finding),
        "line": str(finding.span.line),
        "col": str(finding.span.column),
        "title": finding.code,
    }
    properties = ",".join(f"{key}={_property(value)}" for key, value in values.items())
    hint = f"; {finding.hint}" if finding.hint else ""
    return f"::{level(finding.severity)} {properties}::{_data(line(finding.message) + line(hint))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
