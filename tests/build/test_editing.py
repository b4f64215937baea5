"""Statements lead to where their files are edited, or nowhere."""

import os
import re
from pathlib import Path

import pytest

from tests.build.test_engines import write
from tests.sites import run_engine

REPOSITORY = "https://github.com/acme/handbook"
HANDBOOK = {
    "content/index.md": "# Home\n",
    "content/personas/cfo.md": "---\ngoals: [One price]\n---\n# CFO\n",
}
SITE = """\
site_name: Journeys
docs_dir: {folder}
theme: {{name: material, font: false}}
repo_url: {repository}
{more}
plugins: [search, journeybook]
"""


@pytest.mark.parametrize(
    ("folder", "more", "edited"),
    [
        ("content", "edit_uri: edit/main/content/", "edit/main/content/"),
        ("content", "edit_uri_template: edit/main/content/{path}", "edit/main/content/"),
        ("content", "edit_uri_template: edit/main/{path}?raw=1", None),
        ("content", "", None),
        ("docs", "", "edit/master/docs/"),
    ],
)
def test_a_statement_leads_to_its_line(
    tmp_path: Path, folder: str, more: str, edited: str | None
) -> None:
    site = SITE.format(folder=folder, repository=REPOSITORY, more=more)
    files = {path.replace("content/", f"{folder}/"): text for path, text in HANDBOOK.items()}
    write(tmp_path, {"mkdocs.yml": site, **files})
    done = run_engine(["mkdocs", "build", "--strict"], tmp_path, os.environ)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "site/personas/cfo/index.html").read_text("utf-8")
    found = set(re.findall(rf'"{REPOSITORY}/((?:edit|new)/[^"]*)cfo\.md#L\d"', page))
    assert found == ({f"{edited}personas/"} if edited else set())
    is_told = "edit_uri says where they are, such as edit/main/content/" in done.stderr
    assert is_told == (not edited and not more)
