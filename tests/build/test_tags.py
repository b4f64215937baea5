"""Pages carry the tags of the vocabulary where a site uses Material's tags, and only there."""

from pathlib import Path
from textwrap import dedent

import pytest

from tests.sites import build_site
from tests.unit.tables.warehouse import FILES


def built(folder: Path, plugins: str) -> Path:
    for path, text in {**FILES, "tags.md": "# Tags\n\n<!-- material/tags -->"}.items():
        file = folder / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(
        f"site_name: Small\ndocs_dir: content\ntheme: {{name: material, font: false}}\n"
        f"plugins: {plugins}\n",
        encoding="utf-8",
    )
    return build_site(config, folder / "site")


@pytest.mark.slow
def test_tags_lead_from_the_index_to_the_pages(tmp_path: Path) -> None:
    site = built(tmp_path, "[search, journeybook, tags]")
    index = (site / "tags" / "index.html").read_text("utf-8")
    for tag in ("type/datasheet", "status/draft", "persona/cfo", "phase/buy", "channel/email"):
        assert tag in index
    assert "persona/cfo" in (site / "assets" / "lease" / "index.html").read_text("utf-8")


@pytest.mark.slow
def test_a_site_without_tags_shows_none(tmp_path: Path) -> None:
    site = built(tmp_path, "[search, journeybook]")
    assert "md-tag" not in (site / "assets" / "lease" / "index.html").read_text("utf-8")
