"""One page that is made alone is what it is among all pages of its book."""

from itertools import groupby

from journeybook.pages.book import draw_page, render_book
from journeybook.pages.parts.page import Page
from tests.unit.handbooks import SETTINGS
from tests.unit.journeys.examples import full_site


def test_a_page_that_is_made_alone_is_the_same() -> None:
    site, templates = full_site(), SETTINGS.resources.templates
    made = list(render_book(site, templates, {}))
    last = [[*pages][-1] for _, pages in groupby(made, key=lambda page: page.area)]
    assert {page.area for page in last} >= {"home", "gaps", "journeys", "entities", "matrix"}
    for page in last:
        assert draw_page(site, templates, page) == page


def test_a_page_that_is_made_no_more_is_none() -> None:
    gone = Page(uri="personas/gone.md", title="Gone", markdown="", area="entities")
    assert draw_page(full_site(), SETTINGS.resources.templates, gone) is None
