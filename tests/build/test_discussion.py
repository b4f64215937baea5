"""The site with `discuss`: links that open an issue about a place."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.repositories import HANDBOOK, write
from tests.sites import BuildError, build_site

SITE = """\
site_name: A book
docs_dir: content
theme: {name: material, font: false}
repo_url: https://git.example.com/team/book
plugins:
  - journeybook: {today: 2026-11-21, discuss: %s}
"""


def build(folder: Path, discuss: str) -> Path:
    """Build the site of a handbook with this option."""
    write(folder, {**HANDBOOK, "content/index.md": "# A book\n", "mkdocs.yml": SITE % discuss})
    return build_site(folder / "mkdocs.yml", folder / "site")


def issues(page: Path) -> list[dict[str, list[str]]]:
    """What the links of a page fill in."""
    links = re.findall(r'href="(https://git[^"]+/issues/new[^"]+)"', page.read_text("utf-8"))
    return [parse_qs(urlsplit(unescape(link)).query) for link in links]


def test_statements_and_gaps_can_be_talked_about(tmp_path: Path) -> None:
    site = build(tmp_path, "gitea")
    statements = issues(site / "journeys" / "buyer" / "index.html")
    whose = "For whom: The buyer\nIn which phase: Purchase\n"
    place = f"{whose}About content/journeys/buyer/purchase.md:"
    cost = [one["body"] for one in statements if one["title"] == ["What does it cost?"]]
    assert cost
    assert all(body.startswith(place) for (body,) in cost)
    step = [one["body"] for one in statements if one["title"] == ["Purchase"]]
    assert step == [[f"{place}1"]]
    gaps = issues(site / "gaps" / "purchase" / "index.html")
    assert gaps
    assert all(re.search(r":\d+, gap [0-9a-f]{12}$", one["body"][0]) for one in gaps)


def test_the_links_can_be_left_out(tmp_path: Path) -> None:
    site = build(tmp_path, "false")
    pages = list(site.rglob("*.html"))
    assert pages
    assert [page for page in pages if "issues/new" in page.read_text("utf-8")] == []


def test_a_host_that_nobody_knows_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="'trac' is no address and none of github"):
        build(tmp_path, "trac")
