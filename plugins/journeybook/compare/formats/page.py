"""A comparison as HTML: one page that needs nothing beside it, or a page of the site."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from journeybook.compare.comparison import Comparison
from journeybook.compare.summary.context import Context
from journeybook.compare.summary.report import Report, make_report
from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import PROSE, Page
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here

CHANGES = "changes/index.md"
"""The page of the site that compares it with an earlier state."""

_SUMMARY, _SECTION, _PAGE = "review/summary.html", "review/section.html", "review/page.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnSection:
    """A group of acts with its finished list."""

    title: str
    html: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnReview:
    """A page that needs nothing beside it: its finished parts and its style sheet."""

    language: str
    styles: Markup
    summary: Markup
    sections: tuple[DrawnSection, ...]


def comparison_page(
    comparison: Comparison, context: Context, templates: Mapping[str, str], styles: str
) -> bytes:
    """Draw what somebody did, with what follows folded beneath it."""
    renderer = Renderer(templates, comparison.wording)
    report = make_report(comparison, context)

    def drawn(template: str, part: object) -> Markup:
        # A template escapes all that authors wrote, so that its result is finished.
        return Markup(renderer.block("review", template, part).html)  # noqa: S704

    page = DrawnReview(
        language=report.language,
        styles=Markup(styles),  # noqa: S704 - our own style sheet
        summary=drawn(_SUMMARY, report),
        sections=tuple(
            DrawnSection(title=one.title, html=drawn(_SECTION, one)) for one in report.sections
        ),
    )
    return renderer.block("page", _PAGE, page).html.encode("utf-8", "replace") + b"\n"


def with_way_to_changes(page: Page, site: Site, renderer: Renderer, since: str) -> Page:
    """Lead from the home page to what changed, whatever stands in the navigation."""
    if page.uri != site.addresses.home:
        return page
    words = site.wording.text("What changed since {since}", since=since)
    link = Here(site=site, uri=page.uri).page(CHANGES, words)
    block = renderer.block("changes", "review/way.html", link)
    # The author's text may begin with the title of the page, so that it stays first.
    first, prose, rest = page.markdown.rpartition(PROSE)
    markdown = f"{first}{prose}\n\n{block.marker}\n\n{rest.lstrip()}"
    return replace(page, markdown=markdown, blocks=(block, *page.blocks))


def changes_page(
    comparison: Comparison, site: Site, renderer: Renderer, since: str, left_out: tuple[str, ...]
) -> Page:
    """Make the page of the site that tells what changed since an earlier state, named `since`.

    What lies at paths that are `left_out` is not compared.
    """
    report: Report = make_report(comparison, Context(preview="..", left_out=left_out))
    page = PageBuilder(site, renderer, CHANGES)
    page.prose()
    page.block("summary", _SUMMARY, report, searchable=True)
    for at, section in enumerate(report.sections, start=1):
        page.heading(2, section.title, f"acts-{at}")
        page.block(f"acts-{at}", _SECTION, section)
    return page.done(site.wording.text("What changed since {since}", since=since), wide=True)
