"""The page of what cannot be read or is misunderstood, file by file."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from journeybook.findings import Finding
from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Link
from journeybook.wording import marked

TITLE = marked("What cannot be read")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong, the way out, and the line where it stands."""

    line: Link
    severity: str
    message: str
    hint: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file with all that is wrong in it."""

    path: str
    problems: tuple[Problem, ...]


def problem_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the page where something is wrong, and none where nothing is."""
    if not site.problems:
        return
    page = PageBuilder(site, renderer, site.addresses.problems)
    page.prose(
        page.say(
            "Journeybook does not understand these lines. What stands there may be missing from "
            "the pages, and what depends on it too."
        )
    )
    for at, file in enumerate(_files(site)):
        page.chapter(file.path, f"file-{at}", "problems/list.html", file)
    yield page.done(page.say(TITLE))


def _files(site: Site) -> Iterator[File]:
    ordered = sorted(site.problems, key=lambda one: one.span)
    for path, problems in groupby(ordered, key=lambda one: one.span.path):
        yield File(path=path, problems=tuple(_problem(one, site) for one in problems))


def _problem(finding: Finding, site: Site) -> Problem:
    say = site.wording.text
    return Problem(
        line=Link(text=say("line {n}", n=finding.span.line), href=site.source(finding.span)),
        severity=say(finding.severity.word),
        message=_sentence(finding.message),
        hint=_sentence(finding.hint),
        code=finding.code,
    )


def _sentence(text: str) -> str:
    end = "" if not text or text.endswith(("?", ".", "…")) else "."
    return f"{text[:1].upper()}{text[1:]}{end}"
