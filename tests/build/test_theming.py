"""A site that says little of its theme finds its way, speaks our language and asks nobody else."""

import re
from pathlib import Path

import pytest

from tests.build.test_engines import HANDBOOK, write
from tests.sites import build_site

FIVE_LINES = """\
site_name: Our journeys
docs_dir: content
theme: {name: material}
plugins:
  [search, journeybook]
"""
DUTCH = {**HANDBOOK, "site_config/journeybook.yml": "language: nl\n"}


def home_of(folder: Path, theme: str) -> str:
    """Give the home page of a Dutch handbook whose configuration names a theme in this way."""
    configuration = FIVE_LINES.replace("theme: {name: material}\n", theme)
    site = build_site(write(folder, {**DUTCH, "mkdocs.yml": configuration}), folder / "site")
    return (site / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "theme",
    ["theme: {name: material}\n", "theme: material\n", "theme: readthedocs\n", ""],
    ids=["material", "by-name", "readthedocs", "none"],
)
def test_an_open_theme_speaks_our_language_and_loads_nothing_from_elsewhere(
    tmp_path: Path, theme: str
) -> None:
    html = home_of(tmp_path, theme)
    assert re.search(r'<html[^>]* lang="nl"', html)
    assert re.findall(r'<(?:link|script)[^>]*(?:href|src)="https?://[^"]*"', html) == []


@pytest.mark.parametrize("colours", ["color_mode: auto", "user_color_mode_toggle: true"])
def test_dark_colours_have_what_their_script_asks_for(tmp_path: Path, colours: str) -> None:
    html = home_of(tmp_path, f"theme: {{name: mkdocs, {colours}}}\n")
    assert "js/darkmode.js" in html
    assert 'id="hljs-light"' in html
    assert 'id="hljs-dark"' in html


def test_what_a_site_says_of_its_theme_stays(tmp_path: Path) -> None:
    said = "language: en, font: {text: Lato}, features: [navigation.sections]"
    html = home_of(tmp_path, f"theme: {{name: material, {said}}}\n")
    assert re.search(r'<html[^>]* lang="en"', html)
    assert "fonts.googleapis.com/css?family=Lato" in html
    assert 'class="md-tabs"' not in html
    assert not is_bare(tmp_path / "site" / "matrix")


def test_features_without_navigation_get_tabs(tmp_path: Path) -> None:
    html = home_of(tmp_path, "theme: {name: material, features: [search.suggest]}\n")
    assert 'class="md-tabs"' in html
    assert '"search.suggest"' in html


@pytest.mark.parametrize("arranger", ["", "awesome-nav"])
def test_a_wide_page_among_some_of_the_sites_choice_has_the_list_of_them(
    tmp_path: Path, arranger: str
) -> None:
    reports = "[index.md, Reports: [gaps/index.md, coverage/index.md], {}]"
    site = FIVE_LINES if arranger else f"{FIVE_LINES}nav: {reports.format('journeybook')}\n"
    files = {
        **HANDBOOK,
        "mkdocs.yml": site.replace("journeybook]", f"journeybook, {arranger}]"),
        "content/.nav.yml": f"nav: {reports.format('channels, matrix')}\n",
    }
    build_site(write(tmp_path, files), tmp_path / "site")
    assert not is_bare(tmp_path / "site" / "gaps")
    assert not is_bare(tmp_path / "site" / "coverage")
    assert is_bare(tmp_path / "site" / "matrix")


def is_bare(page: Path) -> bool:
    """Tell whether no navigation stands beside a page."""
    html = (page / "index.html").read_text(encoding="utf-8")
    beside = re.search(r'<div class="md-sidebar md-sidebar--primary"[^>]*>', html)
    assert beside
    return "hidden" in beside[0]


@pytest.mark.parametrize(
    ("theme", "spoken"),
    [
        ("theme: {name: material, language: de}\n", ["nl"]),
        ("theme: {name: mkdocs, locale: de}\n", ["nl"]),
        ("theme: {name: readthedocs, locale: pt_BR}\n", ["nl"]),
        ("theme: {name: mkdocs, locale: nl_BE}\n", []),
    ],
)
def test_in_a_theme_of_another_language_our_pages_name_theirs(
    tmp_path: Path, theme: str, spoken: list[str]
) -> None:
    home_of(tmp_path, theme)
    for page in ("matrix", "phases/awareness"):
        html = (tmp_path / "site" / page / "index.html").read_text(encoding="utf-8")
        content = html.partition("<body")[2].partition("<h1")[0]
        assert re.findall(r'<(?:article|div)[^>]* lang="(\w+)"', content) == spoken


def test_in_a_theme_of_another_language_blocks_on_an_authors_page_name_theirs(
    tmp_path: Path,
) -> None:
    own = {"content/own.md": "# Own\n\n<!-- journeybook/map journey=buyer -->\n"}
    for language, count in (("de", 1), ("nl", 0)):
        site = FIVE_LINES.replace("material", f"material, language: {language}")
        place = tmp_path / language
        folder = build_site(write(place, {**DUTCH, **own, "mkdocs.yml": site}), place / "site")
        html = (folder / "own" / "index.html").read_text("utf-8")
        assert html.partition("<article")[2].count('<div lang="nl">') == count
