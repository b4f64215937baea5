"""What another program keeps is read where it lies, and whoever brings it in is told so."""

import pytest

from journeybook.adapters.disk.language import wording_in
from journeybook.importing.bringing import Asked, bring
from journeybook.sources.document import SourceFile
from journeybook.sources.tables.tables import Unread
from tests.unit.handbooks import judged
from tests.unit.importing.reading import EMPTY, Rows, brought, csv_of
from tests.unit.records.exports import zipped

_URLS = b"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>%b</urlset>"
_PAGES = b"Top pages,Clicks,Impressions,CTR,Position\nhttps://x.example/a,1,2,50%,3\n"


def _why(name: str, data: bytes) -> str:
    plan = bring(SourceFile(path=name, data=data), judged(EMPTY), Asked(), wording_in)
    assert isinstance(plan, Unread)
    return plan.what


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("sitemap.xml", _URLS % b"<url><loc>https://x.example/a</loc></url>", "elsewhere"),
        ("posts.json", b'[{"title": "A", "link": "https://x.example/a"}]', "elsewhere"),
        ("search.zip", zipped({"Pages.csv": _PAGES}), "elsewhere"),
        ("handbook.json", b'{\n "schema_version": 1, "assets": [{"id": "a"}]}', "told"),
        ("brochure.pdf", b"%PDF-1.4", "format"),
    ],
)
def test_a_file_that_is_no_sheet_leads_to_where_it_is_read(
    name: str, data: bytes, why: str
) -> None:
    assert _why(name, data) == why


def test_a_crawl_is_told_of() -> None:
    row = ["https://x.example/a", "A", "blog"]
    crawl: Rows = [["Address", "Title 1", "Type", "Status Code"], [*row, "404"]]
    assert "crawler" in brought(csv_of(crawl), "crawl.csv").troubles[0].message
    audit: Rows = [["Address", "Title", "Type"], row]
    assert not brought(csv_of(audit), "audit.csv").troubles
