"""The file with the table of a page, and the link to it."""

from journeybook.pages.parts.addresses import CATALOGUE, COVERAGE, MATRIX
from journeybook.pages.parts.links import Link
from journeybook.pages.parts.site import Site

TYPES = "coverage/types-by-phase.csv"
LANGUAGES = "coverage/languages-by-phase.csv"
_NAMES = {
    MATRIX: "matrix/channel-matrix.csv",
    CATALOGUE: "assets/content.csv",
    COVERAGE: "coverage/coverage-by-phase.csv",
}


def table_beside(page: str) -> str:
    """Give the file with the table of a page, by path inside the site."""
    return _NAMES.get(page) or f"{page.removesuffix('.md')}.csv"


def supply_beside(page: str) -> str:
    """Give the file with use against supply of a matrix, by path inside the site."""
    return f"{table_beside(page).removesuffix('.csv')}-use-and-supply.csv"


def download(site: Site, page: str) -> tuple[Link, ...]:
    """Link to the table of a page."""
    words = site.wording.text("As a table (CSV)")
    return (Link(text=words, href=site.file_href(page, table_beside(page))),)
