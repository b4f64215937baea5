"""The navigation: sections in a reader's order, or where the author asks for them."""

import re
from pathlib import Path

import pytest

from journeybook.pages.parts.ways.navigation import Chapter
from journeybook.pages.parts.ways.navigation import navigation as navigation_of
from tests.build.test_engines import HANDBOOK, SITE, run, write
from tests.crawling import faults_of
from tests.sites import build_site

MORE = {
    "content/phases/purchase.md": "---\norder: 2\n---\n# A purchase\n",
    "content/phases/advocacy.md": "---\norder: 3\n---\n# Advocacy\n",
    "content/guide/start.md": "# How we work\n",
}


def navigation(site: Path) -> list[str]:
    """Give the titles in the navigation of the home page, from top to bottom."""
    html = (site / "index.html").read_text(encoding="utf-8")
    primary = html.partition('<nav class="md-nav md-nav--primary')[2]
    titles = re.findall(r'<span class="md-ellipsis">\s*(.*?)\s*</span>', primary, re.DOTALL)
    return [re.sub(r"\s*<.*", "", title) for title in titles]


def test_sections_stand_in_a_readers_order_and_phases_in_theirs(tmp_path: Path) -> None:
    titles = navigation(build_site(write(tmp_path, {**HANDBOOK, **MORE}), tmp_path / "site"))
    order = (
        *("Journeys", "Their journey", "How far they get", "Phases", "What to write", "Coverage"),
        *("Content", "Channels", "Channel matrix", "Personas", "Guide"),
    )
    assert list(dict.fromkeys(one for one in titles if one in order)) == list(order)
    phases = titles[titles.index("Phases") :]
    wanted = ("Awareness", "A purchase", "Advocacy")
    assert [one for one in phases if one in wanted] == list(wanted)
    assert "Prices" not in titles


def test_the_first_page_stands_before_others_of_the_author() -> None:
    found = navigation_of(["about.md", "index.md", "zeta.md"], [Chapter(sections=())], None)
    assert found == ["index.md", "about.md", "zeta.md"]


def test_an_author_places_sections(tmp_path: Path) -> None:
    nav = (
        "nav:\n  - index.md\n  - Everybody: journeybook/personas\n"
        "  - More:\n    - journeybook/phases\n    - guide/start.md\n"
    )
    files = {**HANDBOOK, **MORE, "mkdocs.yml": SITE + nav}
    titles = navigation(build_site(write(tmp_path, files), tmp_path / "site"))
    own = ("The buyer", "More", "Phases", "Awareness", "A purchase")
    order = ("Everybody", *own, "How we work")
    assert [one for one in titles if one in order] == list(order)
    assert "Channel matrix" not in titles


def test_sections_are_named_in_the_language_of_the_handbook(dutch: Path) -> None:
    titles = navigation(dutch)
    assert [one for one in ("Klantreizen", "Kanalen", "Fasen") if one not in titles] == []


def test_what_is_named_by_itself_stands_inside_no_other(tmp_path: Path) -> None:
    nav = "nav:\n  - index.md\n  - journeybook/phases\n  - journeybook\n"
    files = {**HANDBOOK, **MORE, "mkdocs.yml": SITE + nav}
    titles = navigation(build_site(write(tmp_path, files), tmp_path / "site"))
    assert titles.count("A purchase") == 1
    assert titles.index("A purchase") < titles.index("Their journey")
    assert "Channel matrix" in titles


def test_a_navigation_that_knows_nothing_of_us_ends_with_our_sections(tmp_path: Path) -> None:
    nav = "nav:\n  - index.md\n  - Guide: guide/start.md\n"
    files = {**HANDBOOK, **MORE, "mkdocs.yml": SITE + nav}
    titles = navigation(build_site(write(tmp_path, files), tmp_path / "site"))
    order = ("Guide", "Their journey", "What to write", "Personas")
    assert [one for one in titles if one in order] == list(order)


@pytest.mark.parametrize("directories", [True, False])
def test_a_step_that_is_named_leads_to_its_place(tmp_path: Path, directories: bool) -> None:
    nav = (
        "nav:\n  - index.md\n  - First of all: journeys/buyer/awareness.md\n"
        "  - More:\n    - journeys/buyer/awareness.md\n  - journeybook\n"
        f"use_directory_urls: {str(directories).lower()}\n"
    )
    files = {**HANDBOOK, **MORE, "mkdocs.yml": SITE + nav}
    done = run(write(tmp_path, files), "mkdocs", "--strict")
    assert "not found in the documentation files" not in done.stderr
    assert done.returncode == 0, done.stderr
    assert faults_of(tmp_path / "site") == []
    titles = navigation(tmp_path / "site")
    assert [one for one in titles if one in ("First of all", "Awareness")][:1] == ["First of all"]
    home = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    at = "journeys/buyer/" if directories else "journeys/buyer/index.html"
    assert home.count(f'href="{at}#awareness"') >= 2
