"""The gap reports that are one table: of a persona, a channel, an owner, and of everything."""

from collections.abc import Iterator

from journeybook.render.gap_table import GapTables
from journeybook.render.page import Page, escaped
from journeybook.render.parts import Parts
from journeybook.render.renderer import Renderer
from journeybook.views.gap_addresses import LIST, RANKING
from journeybook.views.gap_ledger import Ledger
from journeybook.views.gap_owner import owner_agenda, owner_report
from journeybook.views.gap_report import (
    GapReport,
    channel_report,
    persona_report,
    whole_report,
)
from journeybook.views.gap_rows import make_rows


def gap_cuts(ledger: Ledger, renderer: Renderer) -> Iterator[Page]:
    """Give the page of every persona, channel and owner, and that of every gap."""
    site, book = ledger.site, ledger.site.handbook
    moment = site.wording.text("moment of truth")
    tables = GapTables(make_rows(ledger.entries, site), renderer.marks, moment)
    reports = (
        *(persona_report(persona, ledger) for persona in book.personas),
        *(channel_report(channel, ledger) for channel in book.channels),
        whole_report(ledger),
    )
    for report in reports:
        parts = Parts(site, renderer, report.uri)
        parts.block("head", "gaps/head.html", report)
        yield _page(report, parts, tables)
    for owner in ledger.owner_slugs:
        report = owner_report(owner, ledger)
        parts = Parts(site, renderer, report.uri)
        parts.block("head", "gaps/head.html", report)
        parts.heading(2, parts.say("Dates, soonest first"), "dates")
        parts.block("agenda", "gaps/agenda.html", owner_agenda(owner, ledger))
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
