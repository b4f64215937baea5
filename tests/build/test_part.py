"""A handbook that is a part of the pages of a larger site."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from journeybook.adapters.cli import main
from tests.build.test_engines import HANDBOOK, html, run, write
from tests.build.test_navigation import navigation
from tests.sites import build_site

SITE = """\
site_name: Everything
docs_dir: docs
edit_uri: https://git.example.com/docs/edit/main/docs/
theme: {name: material, font: false, features: [content.action.edit]}
exclude_docs: /team/book/assets/hidden.md
plugins:
  - search
  - journeybook: {content: team/book, today: 2026-11-21}
"""

PARTS = {
    path.replace("content/", "docs/team/book/"): text
    for path, text in HANDBOOK.items()
    if path != "content/index.md"
}
WHOLE = {
    **PARTS,
    "mkdocs.yml": SITE,
    "docs/index.md": "# Everything\n\n[A step](team/book/journeys/buyer/awareness.md)\n",
    "docs/personas/nobody.md": "---\nrole: king\n---\n# No persona of the handbook\n",
    "docs/team/people.md": "# People\n",
    "docs/team/book/assets/hidden.md": "---\nstatus: nonsense\n---\n# Hidden\n",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the larger site, built strictly with every link followed."""
    folder = tmp_path_factory.mktemp("whole")
    build_site(write(folder, WHOLE), folder / "site")
    return folder


def test_all_of_it_stands_below_its_folder(folder: Path) -> None:
    site = folder / "site"
    assert "jb-map" in html(site, "team/book/journeys/buyer")
    assert "What does it cost?" in html(site, "team/book/gaps/awareness")
    assert (site / "team/book/journeybook.json").is_file()
    assert not (site / "journeys").exists()
    assert not (site / "journeybook.json").exists()
    assert "No persona of the handbook" in html(site, "personas/nobody")
    assert 'href="team/book/journeys/buyer/#awareness"' in html(site, ".")


def test_links_to_sources_name_the_whole_path(folder: Path) -> None:
    page = html(folder / "site", "team/book/journeys/buyer")
    edit = "https://git.example.com/docs/edit/main/docs/team/book/journeys/buyer"
    assert f"{edit}/index.md" in page
    assert f"{edit}/awareness.md#L3" in page


def test_it_is_one_entry_of_the_navigation(folder: Path) -> None:
    titles = navigation(folder / "site")
    order = ("Personas", "Team", "People", "Book", "Journeys", "What to write", "The buyer")
    assert [title for title in dict.fromkeys(titles) if title in order] == list(order)


def test_the_command_reads_the_same(folder: Path) -> None:
    done = CliRunner().invoke(main, ["check", str(folder), "--format", "json"])
    told = done.stdout
    assert "docs/team/book/assets/price-page.md" in told
    assert "king" not in told
    assert "nonsense" not in told
    published = json.loads((folder / "site/team/book/journeybook.json").read_text("utf-8"))
    assert len(json.loads(told)["findings"]) == len(published["findings"])


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    files = {**WHOLE, "mkdocs.yml": SITE.replace("team/book,", "nowhere,")}
    done = run(write(tmp_path, files), "mkdocs")
    assert done.returncode == 1
    assert "content: there is no folder nowhere/ in" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    outside = {**WHOLE, "mkdocs.yml": SITE.replace("team/book,", "../other,")}
    done = run(write(tmp_path / "b", outside), "mkdocs")
    assert done.returncode == 1
