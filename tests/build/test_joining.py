"""A site that a team has already, with settings of its own: the handbook is whole in it."""

from pathlib import Path

from tests.build.test_engines import HANDBOOK, SITE, html, write
from tests.build.test_navigation import navigation
from tests.sites import build_site


def joined(folder: Path, settings: str, **files: str) -> Path:
    """Build the small handbook in a site with these settings and files."""
    written = write(folder, {**HANDBOOK, **files, "mkdocs.yml": SITE + settings})
    return build_site(written, folder / "site")


def test_blocks_stay_where_an_extension_takes_comments_away(tmp_path: Path) -> None:
    site = joined(tmp_path, "markdown_extensions: [pymdownx.striphtml]\n")
    assert "jb-map" in html(site, "journeys/buyer")
    assert "What does it cost?" in html(site, "gaps/awareness")


def test_a_page_that_the_navigation_names_by_itself_stands_there_alone(tmp_path: Path) -> None:
    nav = "nav:\n  - index.md\n  - Who pays: personas/buyer.md\n  - journeybook\n"
    titles = navigation(joined(tmp_path, nav))
    assert titles.count("Who pays") == 1
    assert "Personas" in titles


LOOK = "{{ page.content }} {{ page.meta.icon }}: {{ page.meta.command }}"


def test_what_pages_say_to_templates_of_a_site_arrives_as_it_was_written(tmp_path: Path) -> None:
    files = {
        **HANDBOOK,
        "mkdocs.yml": SITE.replace("name: material, font: false", "name: null, custom_dir: look"),
        "look/main.html": LOOK,
        "content/about.md": "---\nicon: fa-home\ncommand: a && b <i>\n---\n# Us\n",
    }
    site = build_site(write(tmp_path, files), tmp_path / "site")
    assert "fa-home: a && b <i>" in html(site, "about")
