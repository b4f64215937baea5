"""The pages of the gap reports: the overview, one per phase, and one table for every other cut."""

from collections.abc import Iterator

from journeybook.handbook.addressing.anchors import GAP_LIST
from journeybook.pages.gaps.fix_rows import FixTables
from journeybook.pages.gaps.list import GapGroup, GapList
from journeybook.pages.gaps.overview import GapOverview, make_overview
from journeybook.pages.gaps.owner import owner_agenda, owner_report
from journeybook.pages.gaps.report import (
    GapReport,
    channel_report,
    persona_report,
    phase_report,
    whole_report,
)
from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.site import Site


def gaps_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the overview, the report of every phase, and the reports cut in other ways."""
    yield _overview_page(make_overview(site), _begun(site.addresses.gaps, site, renderer))
    for phase in site.handbook.phases.values():
        report = phase_report(phase, site)
        yield _phase_page(report, _begun(report.uri, site, renderer))
    yield from _cut_pages(site, renderer)


def _begun(uri: str, site: Site, renderer: Renderer) -> PageBuilder:
    page = PageBuilder(site, renderer, uri)
    page.prose()
    return page


def _phase_page(report: GapReport, page: PageBuilder) -> Page:
    page.block("head", "gaps/head.html", report)
    _first(report, page)
    if report.standings:
        page.chapter(page.say("How each persona stands"), "standing", "gaps/standing.html", report)
    if report.gaps and not report.is_complete:
        _filters(report, page)
        _list(report.gaps, page)
        _ranking(report.ranking, page)
    return _done(report, page)


def _first(report: GapReport, page: PageBuilder) -> None:
    if report.first:
        page.chapter(page.say("Do these first"), "next", "gaps/next.html", report)


def _filters(report: GapReport, page: PageBuilder) -> None:
    page.heading(2, page.say("Every fix, with the gaps it closes"), GAP_LIST)
    page.block("filters", "gaps/filters.html", report.filters)


def _done(report: GapReport, page: PageBuilder, *, listed: bool = True) -> Page:
    return page.done(
        report.title, source=report.source, description=report.description, wide=True, listed=listed
    )


def _overview_page(view: GapOverview, page: PageBuilder) -> Page:
    page.block("head", "gaps/overview.html", view)
    if not view.is_complete:
        page.chapter(page.say("Close these first"), "next", "gaps/next.html", view)
    if view.effort:
        page.chapter(page.say("Value against effort"), "effort", "gaps/effort.html", view)
    page.chapter(page.say("Personas and phases"), "matrix", "gaps/matrix.html", view)
    page.chapter(page.say("By persona, channel and owner"), "cuts", "gaps/cuts.html", view)
    if view.filling:
        page.heading(2, page.say("Being filled"), "being-filled")
        page.block("coming", "gaps/coming.html", view.filling)
    if view.changes:
        page.chapter(page.say("Published lately"), "changes", "gaps/changes.html", view)
    if view.waived:
        page.heading(2, page.say("Accepted for now"), "accepted")
        page.block("waived", "gaps/plain.html", view.waived)
    if view.loose:
        page.heading(2, page.say("In no phase"), "elsewhere")
        _groups(view.loose.groups, page)
    if not view.is_complete:
        _ranking(view.ranking, page)
    return page.done(view.title, description=view.description, wide=True, framed="next")


def _list(gaps: GapList, page: PageBuilder) -> None:
    _groups(gaps.groups, page)
    if gaps.filling:
        page.heading(2, page.say("Being filled"), "being-filled")
        page.block("coming", "gaps/coming.html", gaps.filling, searchable=True)
    if gaps.waived:
        page.heading(2, page.say("Accepted for now"), "accepted")
        page.block("waived", "gaps/plain.html", gaps.waived, searchable=True)


def _groups(groups: tuple[GapGroup, ...], page: PageBuilder) -> None:
    for at, group in enumerate(groups):
        page.heading(3, group.title, group.anchor)
        page.block(f"group-{at}", "gaps/group.html", group, searchable=True)


def _cut_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the page of every persona, channel and owner, and that of every gap."""
    book = site.handbook
    tables = FixTables(site, renderer.marks)
    reports = (
        *(persona_report(persona, site) for persona in book.personas),
        *(channel_report(channel, site) for channel in book.channels),
        whole_report(site),
    )
    for report in reports:
        page = _begun(report.uri, site, renderer)
        page.block("head", "gaps/head.html", report)
        yield _table_page(report, page, tables)
    for owner, tasks in site.agendas.items():
        report = owner_report(owner, site)
        page = _begun(report.uri, site, renderer)
        page.block("head", "gaps/head.html", report)
        page.heading(2, page.say("Dates, soonest first"), "dates")
        page.block("agenda", "gaps/agenda.html", owner_agenda(owner, tasks, site))
        yield _table_page(report, page, tables)


def _ranking(sentences: tuple[str, ...], page: PageBuilder) -> None:
    """Explain the order at the end of a page."""
    page.heading(2, page.say("How the order is made"), "ranking")
    page.lines(*(f"- {sentence}" for sentence in sentences))


def _table_page(report: GapReport, page: PageBuilder, tables: FixTables) -> Page:
    _first(report, page)
    if not report.is_complete:
        _filters(report, page)
        page.block(
            "table", "gaps/table.html", tables.drawn(report.entries, report.fixes, report.uri)
        )
        _ranking(report.ranking, page)
    return _done(report, page, listed=False)
