"""The pages of the gap reports."""

from collections.abc import Iterator

from journeybook.render.page import Page, escaped
from journeybook.render.parts import Parts
from journeybook.render.renderer import Renderer
from journeybook.views.addresses import GAPS
from journeybook.views.gap_addresses import LIST, RANKING
from journeybook.views.gap_ledger import Ledger
from journeybook.views.gap_list import GapGroup
from journeybook.views.gap_overview import GapOverview, make_overview
from journeybook.views.gap_owner import Agenda, owner_agenda, owner_report
from journeybook.views.gap_report import (
    GapReport,
    channel_report,
    persona_report,
    phase_report,
    whole_report,
)
from journeybook.views.site import Site


def gaps_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the overview, the report of every phase, and the reports cut in other ways."""
    ledger = Ledger(site=site)
    yield _overview_page(make_overview(ledger), Parts(site, renderer, GAPS))
    for report in _reports(ledger):
        yield _report_page(report, Parts(site, renderer, report.uri))
    for owner in ledger.owner_slugs:
        report = owner_report(owner, ledger)
        yield _report_page(report, Parts(site, renderer, report.uri), owner_agenda(owner, ledger))


def _reports(ledger: Ledger) -> Iterator[GapReport]:
    book = ledger.site.handbook
    yield from (phase_report(phase, ledger) for phase in book.phases.values())
    yield from (persona_report(persona, ledger) for persona in book.personas)
    yield from (channel_report(channel, ledger) for channel in book.channels)
    yield whole_report(ledger)


def _report_page(report: GapReport, parts: Parts, agenda: Agenda | None = None) -> Page:
    parts.block("head", "gaps/head.html", report)
    if agenda:
        parts.heading(2, parts.say("Dates, soonest first"), "dates")
        parts.block("agenda", "gaps/agenda.html", agenda)
    if not report.rows and not report.is_complete:
        parts.heading(2, parts.say("Write next"), "next")
        parts.block("next", "gaps/next.html", report)
    if report.standings:
        parts.heading(2, parts.say("How each persona stands"), "standing")
        parts.block("standing", "gaps/standing.html", report)
    if not report.is_complete:
        _list(report, parts)
        _ranking(report.ranking, parts)
    return Page(
        uri=report.uri,
        title=report.title,
        markdown=parts.markdown,
        blocks=parts.blocks,
        source=report.source,
        description=report.description,
        wide=True,
        listed=report.is_listed,
    )


def _overview_page(view: GapOverview, parts: Parts) -> Page:
    parts.block("head", "gaps/overview.html", view)
    if not view.is_complete:
        parts.heading(2, parts.say("Close these first"), "next")
        parts.block("next", "gaps/next.html", view)
    parts.heading(2, parts.say("Personas and phases"), "matrix")
    parts.block("matrix", "gaps/matrix.html", view)
    parts.heading(2, parts.say("By persona, channel and owner"), "cuts")
    parts.block("cuts", "gaps/cuts.html", view)
    if view.filling:
        parts.heading(2, parts.say("Being filled"), "being-filled")
        parts.block("coming", "gaps/coming.html", view.filling)
    if view.changes:
        parts.heading(2, parts.say("Published lately"), "changes")
        parts.block("changes", "gaps/changes.html", view)
    if view.waived:
        parts.heading(2, parts.say("Accepted for now"), "accepted")
        parts.block("waived", "gaps/plain.html", view.waived)
    if view.loose:
        _groups(view.loose.groups, parts, parts.say("In no phase"))
    if not view.is_complete:
        _ranking(view.ranking, parts)
    return Page(
        uri=GAPS,
        title=view.title,
        markdown=parts.markdown,
        blocks=parts.blocks,
        description=view.summary,
        wide=True,
    )


def _list(report: GapReport, parts: Parts) -> None:
    # Search finds a gap on the report of its phase, not once more on every other cut.
    parts.heading(2, parts.say("Every gap, ranked"), LIST)
    parts.block("filters", "gaps/filters.html", report.filters)
    if report.rows:
        parts.block("table", "gaps/table.html", report.rows)
    for at, group in enumerate(report.gaps.groups):
        parts.heading(3, group.title, group.anchor)
        parts.block(f"group-{at}", "gaps/group.html", group, searchable=report.is_listed)
    if report.gaps.filling:
        parts.heading(2, parts.say("Being filled"), "being-filled")
        parts.block("coming", "gaps/coming.html", report.gaps.filling, searchable=report.is_listed)
    if report.gaps.waived:
        parts.heading(2, parts.say("Accepted for now"), "accepted")
        parts.block("waived", "gaps/plain.html", report.gaps.waived, searchable=report.is_listed)


def _groups(groups: tuple[GapGroup, ...], parts: Parts, title: str) -> None:
    parts.heading(2, title, "elsewhere")
    for at, group in enumerate(groups):
        parts.heading(3, group.title, group.anchor)
        parts.block(f"group-{at}", "gaps/group.html", group, searchable=True)


def _ranking(sentences: tuple[str, ...], parts: Parts) -> None:
    parts.heading(2, parts.say("How the order is made"), RANKING)
    parts.lines(*(f"- {escaped(sentence)}" for sentence in sentences))
