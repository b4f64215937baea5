"""Words of the vocabulary tell what they mean, wherever an author writes them."""

import re
from pathlib import Path
from textwrap import dedent

import pytest

from tests.sites import build_site
from tests.unit.tables.warehouse import FILES

TEXT = """\
# Plans

## Webinar first

A Webinar beats two Webinars, and `Webinar` is a word. The webinar is small.

    Webinar in code

Our Tasting and our Brochure.

*[Brochure]: Ours is thick.
"""
SETTINGS = """\
vocabulary:
  asset_types:
    tasting: {label: Tasting, definition: "Coffee \\"to try\\"."}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("definitions")
    for path, text in {**FILES, "plans.md": TEXT}.items():
        file = folder / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
    (folder / "site_config").mkdir()
    (folder / "site_config" / "journeybook.yml").write_text(SETTINGS, encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(
        "site_name: Small\ndocs_dir: content\ntheme: {name: material, font: false}\n"
        "plugins: [search, journeybook]\n",
        encoding="utf-8",
    )
    return build_site(config, folder / "site")


@pytest.mark.slow
def test_whole_words_in_text_are_explained(site: Path) -> None:
    html = (site / "plans" / "index.html").read_text("utf-8")
    meaning = "A talk on the web at a set time, with room for questions."
    assert f'A <abbr title="{meaning}">Webinar</abbr> beats two Webinars' in html
    assert "<code>Webinar</code> is a word. The webinar is small." in html
    assert "Webinar in code" in re.sub(r"<[^>]+>", "", html)
    assert re.search(r"<code>Webinar in code\s*</code>", html)
    assert 'id="webinar-first"' in html


@pytest.mark.slow
def test_a_team_and_an_author_define_words_themselves(site: Path) -> None:
    html = (site / "plans" / "index.html").read_text("utf-8")
    assert '<abbr title="Coffee &quot;to try&quot;.">Tasting</abbr>' in html
    assert '<abbr title="Ours is thick.">Brochure</abbr>' in html
    assert "*[" not in html


@pytest.mark.slow
def test_the_head_of_an_asset_explains_its_type_and_status(site: Path) -> None:
    html = (site / "assets" / "lease" / "index.html").read_text("utf-8")
    assert '<abbr title="It is being made.">Draft</abbr>' in html
    assert "<abbr title=" in html.partition("Draft</abbr>")[2].partition("</p>")[0]
