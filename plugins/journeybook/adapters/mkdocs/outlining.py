"""From a compiled handbook to what its site needs of it."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from journeybook.adapters.disk.bar import reaching
from journeybook.adapters.disk.keeping.shelf import digest
from journeybook.adapters.disk.shown import frame_styles
from journeybook.adapters.mkdocs.outcome import Described, Outcome, Told
from journeybook.adapters.mkdocs.site_sources import SiteSources
from journeybook.codes import Severity
from journeybook.counts.gap_counts import gap_words
from journeybook.exports.formats import site_files
from journeybook.exports.frames import STYLES
from journeybook.findings import Finding
from journeybook.pages.parts.site import Site
from journeybook.rendering import Compilation
from journeybook.schema import Entity, Kind
from journeybook.sources.document import Document
from journeybook.sources.texts import REFUSED
from journeybook.wording import Wording, marked_count

_STOPPED = marked_count(
    "journeybook: {n} finding at or above '{bar}', listed above",
    "journeybook: {n} findings at or above '{bar}', listed above",
)


def outline(compilation: Compilation, sources: SiteSources, bar: str) -> Outcome:
    """Give what a site needs of a handbook; its findings are told by how near the bar they are."""
    part = sources.part
    files = {**site_files(compilation), STYLES: frame_styles()}
    told_steps = compilation.site.told_steps
    return Outcome(
        part=part,
        title=sources.folders.title,
        language=compilation.site.wording.language,
        # What a page is drawn from is in the files by now.
        pages=tuple(replace(page, frame=None, drawings=()) for page in compilation.pages),
        sections=compilation.sections,
        documents=described(compilation.documents, part),
        taken=frozenset(_taken(compilation, part)),
        places=places_of(compilation.site),
        definitions=compilation.handbook.vocabulary.definitions(),
        steps={f"{part}{uri}": (f"{part}{page}", at) for uri, (page, at) in told_steps.items()},
        files=below(files, part),
        findings=tuple(_lines(compilation.findings, bar)),
    )


def told(findings: Sequence[Finding], bar: str, wording: Wording) -> tuple[str, str]:
    """Say how many gaps there are, and why the build must not go on, if it must not."""
    failing = reaching(findings, bar)
    stop = wording.count(*_STOPPED, len(failing), bar=bar) if failing else ""
    return gap_words(findings, wording), stop


def places_of(site: Site) -> bytes:
    """Sum up where everything of a handbook has its pages."""
    return digest(word for place in site.addresses.places for word in place)


def below(files: Mapping[str, bytes], part: str) -> Mapping[str, bytes]:
    """Put files of a handbook below its folder in the site."""
    return {f"{part}{name}": data for name, data in files.items()}


def described(documents: Mapping[str, Document[Entity]], part: str) -> Mapping[str, Described]:
    """Give the files of a handbook that describe something, by their path in the site.

    The row of an inventory is no file of the site.
    """
    files = ((uri, one) for uri, one in documents.items() if one.origin is None)
    return {f"{part}{uri}": _description(one) for uri, one in files}


def _description(document: Document[Entity]) -> Described:
    return Described(
        theme=document.theme,
        body=document.body,
        listed=document.kind is not Kind.ASSET,
        covers=bool(document.covers),
    )


def _taken(compilation: Compilation, part: str) -> Iterator[str]:
    # A step is told on the page of its journey. What is refused, the engine must not publish
    # either, nor stumble over.
    uri_of = compilation.site.uri_of
    mistakes = compilation.handbook.mistakes
    documents = compilation.documents
    yield from (f"{part}{uri_of(one.span.path)}" for one in mistakes if one.code in REFUSED)
    yield from (f"{part}{uri_of(path)}" for one in documents.values() for path in one.covers)
    yield from (f"{part}{uri}" for uri, one in documents.items() if one.kind is Kind.STEP)
    yield from (f"{part}{uri_of(path)}" for path in compilation.handbook.withheld)


def _lines(findings: Sequence[Finding], bar: str) -> Iterator[Told]:
    failing = set(map(id, reaching(findings, bar)))
    for finding in findings:
        is_loud = finding.is_open and finding.severity is Severity.ERROR
        level = logging.NOTSET
        if is_loud or id(finding) in failing:
            level = logging.ERROR
        if finding.is_open and finding.severity is Severity.WARNING:
            level = logging.WARNING
        yield Told(level=level, line=str(finding))
