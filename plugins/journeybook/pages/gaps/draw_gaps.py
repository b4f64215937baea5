"""The pages of the gap reports."""

from collections.abc import Iterator

from journeybook.pages.gaps.draw_gap_cuts import gap_cuts, ranking
from journeybook.pages.gaps.list import GapGroup, GapList
from journeybook.pages.gaps.overview import GapOverview, make_overview
from journeybook.pages.gaps.report import GapReport, phase_report
from journeybook.pages.parts.addresses import GAPS
from journeybook.pages.parts.drawing import Parts
from journeybook.pages.parts.gap_addresses import LIST
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.renderer import Renderer
from journeybook.pages.parts.site import Site


def gaps_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the overview, the report of every phase, and the reports cut in other ways."""
    yield _overview_page(make_overview(site), Parts(site, renderer, GAPS))
    for phase in site.handbook.phases.values():
        report = phase_report(phase, site)
        yield _phase_page(report, Parts(site, renderer, report.uri))
    yield from gap_cuts(site, renderer)


def _phase_page(report: GapReport, parts: Parts) -> Page:
    parts.block("head", "gaps/head.html", report)
    if report.first:
        parts.heading(2, parts.say("Write next"), "next")
        parts.block("next", "gaps/next.html", report)
    if report.standings:
        parts.heading(2, parts.say("How each persona stands"), "standing")
        parts.block("standing", "gaps/standing.html", report)
    if report.gaps and not report.is_complete:
        parts.heading(2, parts.say("Every gap, ranked"), LIST)
        parts.block("filters", "gaps/filters.html", report.filters)
        _list(report.gaps, parts)
        ranking(report.ranking, parts)
    return Page(
        uri=report.uri,
        title=report.title,
        markdown=parts.markdown,
        blocks=parts.blocks,
        source=report.source,
        description=report.description,
        wide=True,
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
        parts.heading(2, parts.say("In no phase"), "elsewhere")
        _groups(view.loose.groups, parts)
    if not view.is_complete:
        ranking(view.ranking, parts)
    return Page(
        uri=GAPS,
        title=view.title,
        markdown=parts.markdown,
        blocks=parts.blocks,
        description=view.summary,
        wide=True,
    )


def _list(gaps: GapList, parts: Parts) -> None:
    _groups(gaps.groups, parts)
    if gaps.filling:
        parts.heading(2, parts.say("Being filled"), "being-filled")
        parts.block("coming", "gaps/coming.html", gaps.filling, searchable=True)
    if gaps.waived:
        parts.heading(2, parts.say("Accepted for now"), "accepted")
        parts.block("waived", "gaps/plain.html", gaps.waived, searchable=True)


def _groups(groups: tuple[GapGroup, ...], parts: Parts) -> None:
    for at, group in enumerate(groups):
        parts.heading(3, group.title, group.anchor)
        parts.block(f"group-{at}", "gaps/group.html", group, searchable=True)
