"""The format of a golden case: one text file with the sources that go in and what comes out.

    A sentence on what the case shows.

    -- content/personas/cfo.md --
    # CFO

    -- findings --
    content/personas/cfo.md:1:1: message; hint [code]
      severity: high; persona: cfo; fingerprint: 0123456789ab

A path may be followed by how the file was found: `(latin-1)` for bytes that are not UTF-8,
`(large)`, `(outside)`, `(linked)` and `(unreadable)` for what is named but not read. The day is
21 November 2026. Beside findings a case may show a `page` or a `block`, what stands under a key of
the `data` that is exported (`-- data assets --`), and the `work` that its gaps come to.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import cast, get_args

from journeybook.adapters.disk.resources import shipped
from journeybook.codes import Family
from journeybook.findings import Finding
from journeybook.pages.parts.site import Site
from journeybook.pipeline import CompileSettings, read_handbook
from journeybook.sources.document import Refusal, SourceFile
from tests.compiling import compile_handbook
from tests.golden.inside import data_lines, work_lines

TODAY = date(2026, 11, 21)
SETTINGS = CompileSettings(resources=shipped())
CASES = Path(__file__).parent
_HEAD = re.compile(r"^-- (?P<name>\S+)(?: (?P<more>[^()\s]+))?(?: \((?P<mark>[\w-]+)\))? --$")
_OUT = ("findings", "page", "block", "data", "work")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a case: its heading line, and the text under it."""

    head: str
    text: str

    @property
    def name(self) -> str:
        return self._match["name"]

    @property
    def more(self) -> str:
        return self._match["more"] or ""

    @property
    def mark(self) -> str:
        return self._match["mark"] or ""

    @property
    def is_output(self) -> bool:
        return self.name in _OUT

    @property
    def _match(self) -> re.Match[str]:
        found = _HEAD.match(self.head)
        if found is None:
            raise ValueError(f"not a heading: {self.head}")
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A golden case as it stands in its file."""

    path: Path
    opening: str
    sections: tuple[Section, ...]

    @property
    def code(self) -> str | None:
        """The code whose findings it shows beside all problems; none for other cases."""
        folder = self.path.parent
        return folder.name if folder.parent.name == "rules" else None

    @property
    def sources(self) -> tuple[SourceFile, ...]:
        return tuple(_source(one) for one in self.sections if not one.is_output)


def all_cases() -> tuple[Path, ...]:
    """The files of all cases."""
    return tuple(sorted(CASES.rglob("*.txt")))


def read_case(path: Path) -> Case:
    """Read a case from its file."""
    opening: list[str] = []
    sections: list[tuple[str, list[str]]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if _HEAD.match(line):
            sections.append((line, []))
        else:
            (sections[-1][1] if sections else opening).append(line)
    return Case(
        path=path,
        opening="\n".join(opening),
        sections=tuple(Section(head=head, text=_text(lines)) for head, lines in sections),
    )


def findings(case: Case) -> tuple[Finding, ...]:
    """Judge the sources of a case."""
    return read_handbook(case.sources, SETTINGS, TODAY).findings


def outcome(case: Case) -> str:
    """Write the case again, with what really comes out."""
    parts = [case.opening.rstrip("\n") + "\n"]
    for one in case.sections:
        text = _output(one, case) if one.is_output else one.text
        parts.append(f"{one.head}\n{text}")
    return "\n".join(parts)


@lru_cache(1)
def _site(case: Case) -> Site:
    # A case may show several keys of what is exported.
    return read_handbook(case.sources, SETTINGS, TODAY).site


def _output(section: Section, case: Case) -> str:
    if section.name == "findings":
        return "".join(_told(one) for one in findings(case) if _is_shown(one, case))
    if section.name in ("data", "work"):
        site = _site(case)
        lines = data_lines(site, section.more) if section.name == "data" else work_lines(site)
        return "".join(f"{line}\n" for line in lines)
    uri, _, name = section.more.partition("#")
    pages = compile_handbook(case.sources, SETTINGS, TODAY).pages
    page = next(one for one in pages if one.uri == uri)
    if section.name == "page":
        return _text(page.markdown.splitlines())
    block = next(one for one in page.blocks if one.name == name)
    return _text(block.html.splitlines())


def _is_shown(finding: Finding, case: Case) -> bool:
    return case.code is None or finding.family is Family.PROBLEM or finding.code == case.code


def _told(finding: Finding) -> str:
    filled, waived = finding.being_filled, finding.waived
    details = {
        "severity": finding.severity.word,
        "persona": finding.persona,
        "personas": ", ".join(finding.personas) if not finding.persona else "",
        "journey": finding.journey,
        "phase": finding.phase,
        "phases": ", ".join(finding.phases) if not finding.phase else "",
        "subject": finding.subject_id,
        "owner": finding.owner,
        "being filled by": filled and f"{filled.asset}, {filled.status}, {filled.due}",
        "waived": waived and f"{waived.reason} ({waived.by}, {waived.until})",
        "fingerprint": finding.fingerprint,
    }
    told = "; ".join(f"{name}: {value}" for name, value in details.items() if value)
    return f"{finding}\n  {told}\n"


def _source(section: Section) -> SourceFile:
    if section.mark in get_args(Refusal):
        refusal = cast(Refusal, section.mark)
        return SourceFile(path=section.name, refused=refusal)
    return SourceFile(path=section.name, data=section.text.encode(section.mark or "utf-8"))


def _text(lines: list[str]) -> str:
    # The blank line before the next heading belongs to the case, not to the file.
    text = "\n".join(lines).rstrip("\n")
    return f"{text}\n" if text else ""
