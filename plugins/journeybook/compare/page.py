"""A comparison as HTML: one page that needs nothing beside it, or a page of the site."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from journeybook.compare.comparison import Comparison
from journeybook.compare.map import review
from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.renderer import Renderer
from journeybook.pages.parts.site import Site

CHANGES = "changes/index.md"
"""The page of the site that compares it with an earlier state."""

_SUMMARY, _JOURNEY, _PAGE = "review/summary.html", "review/journey.html", "review/page.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnJourney:
    """A journey with its finished map."""

    title: str
    html: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnReview:
    """A page that needs nothing beside it: its finished parts and its style sheet."""

    language: str
    styles: Markup
    summary: Markup
    journeys: tuple[DrawnJourney, ...]


def comparison_page(comparison: Comparison, templates: Mapping[str, str], styles: str) -> bytes:
    """Draw the changed cells of every journey's map, with what was before."""
    renderer = Renderer(templates, comparison.wording)
    view = review(comparison)

    def drawn(template: str, part: object) -> Markup:
        # A template escapes all that authors wrote, so that its result is finished.
        return Markup(renderer.block("review", template, part).html)  # noqa: S704

    page = DrawnReview(
        language=view.language,
        styles=Markup(styles),  # noqa: S704 - our own style sheet
        summary=drawn(_SUMMARY, view),
        journeys=tuple(
            DrawnJourney(title=one.title, html=drawn(_JOURNEY, one)) for one in view.journeys
        ),
    )
    return renderer.block("page", _PAGE, page).html.encode("utf-8", "replace") + b"\n"


def changes_page(comparison: Comparison, site: Site, renderer: Renderer, since: str) -> Page:
    """Make the page of the site that tells what changed since an earlier state, named `since`."""
    view = review(comparison)
    page = PageBuilder(site, renderer, CHANGES)
    page.prose()
    page.block("summary", _SUMMARY, view, searchable=True)
    for at, journey in enumerate(view.journeys, start=1):
        page.heading(2, journey.title, f"journey-{at}")
        page.block(f"journey-{at}", _JOURNEY, journey)
    return page.done(
        site.wording.text("What changed since {since}", since=since),
        wide=True,
    )
