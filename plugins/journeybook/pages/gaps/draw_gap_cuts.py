"""The gap reports that are one table: of a persona, a channel, an owner, and of everything."""

from collections.abc import Iterator

from journeybook.pages.gaps.draw_gap_table import GapTables
from journeybook.pages.gaps.owner import owner_agenda, owner_report
from journeybook.pages.gaps.report import (
    GapReport,
    channel_report,
    persona_report,
    whole_report,
)
from journeybook.pages.gaps.rows import make_rows
from journeybook.pages.parts.drawing import Parts
from journeybook.pages.parts.gap_addresses import LIST, RANKING
from journeybook.pages.parts.page import Page, escaped
from journeybook.pages.parts.renderer import Renderer
from journeybook.pages.parts.site import Site


def gap_cuts(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the page of every persona, channel and owner, and that of every gap."""
    book = site.handbook
    moment = site.wording.text("moment of truth")
    tables = GapTables(make_rows(site.ledger.entries, site), renderer.marks, moment)
    reports = (
        *(persona_report(persona, site) for persona in book.personas),
        *(channel_report(channel, site) for channel in book.channels),
        whole_report(site),
    )
    for report in reports:
        parts = Parts(site, renderer, report.uri)
        parts.block("head", "gaps/head.html", report)
        yield _page(report, parts, tables)
    for owner in site.ledger.owner_slugs:
        report = owner_report(owner, site)
        parts = Parts(site, renderer, report.uri)
        parts.block("head", "gaps/head.html", report)
        parts.heading(2, parts.say("Dates, soonest first"), "dates")
        parts.block("agenda", "gaps/agenda.html", owner_agenda(owner, site))
        yield _page(report, parts, tables)


def ranking(sentences: tuple[str, ...], parts: Parts) -> None:
    """Explain the order at the end of a page."""
    parts.heading(2, parts.say("How the order is made"), RANKING)
    parts.lines(*(f"- {escaped(sentence)}" for sentence in sentences))


def _page(report: GapReport, parts: Parts, tables: GapTables) -> Page:
    if report.first:
        parts.heading(2, parts.say("Write next"), "next")
        parts.block("next", "gaps/next.html", report)
    if not report.is_complete:
        parts.heading(2, parts.say("Every gap, ranked"), LIST)
        parts.block("filters", "gaps/filters.html", report.filters)
        parts.block("table", "gaps/table.html", tables.drawn(report.rows))
        ranking(report.ranking, parts)
    return Page(
        uri=report.uri,
        title=report.title,
        markdown=parts.markdown,
        blocks=parts.blocks,
        description=report.description,
        wide=True,
        listed=False,
    )
