"""One page that is made alone is what it is among all pages of its book."""

from itertools import groupby

from journeybook.pages.book import draw_pages, render_book
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import Page
from tests.unit.handbooks import SETTINGS
from tests.unit.journeys.examples import full_site


def test_a_page_that_is_made_alone_is_the_same() -> None:
    site, templates = full_site(), SETTINGS.resources.templates
    made = list(render_book(site, templates, {}))
    last = [[*pages][-1] for _, pages in groupby(made, key=lambda page: page.area)]
    assert {page.area for page in last} >= {"home", "gaps", "journeys", "entities", "matrix"}
    renderer = Renderer(templates, site.wording)
    for page in last:
        assert [*draw_pages(site, renderer, [page])] == [page]
    assert {one.uri: one for one in draw_pages(site, renderer, last)} == {
        one.uri: one for one in last
    }


def test_a_page_that_is_made_no_more_is_left_out() -> None:
    gone = Page(uri="personas/gone.md", title="Gone", markdown="", area="entities")
    site = full_site()
    renderer = Renderer(SETTINGS.resources.templates, site.wording)
    assert not [*draw_pages(site, renderer, [gone])]
