"""A reader sees on the site that something is wrong, and where."""

from journeybook.adapters.disk.resources import shipped
from journeybook.pages.parts.page import Page
from journeybook.pipeline import CompileSettings
from journeybook.sources.document import SourceFile
from tests.compiling import compile_handbook
from tests.unit.handbooks import TODAY

SETTINGS = CompileSettings(resources=shipped())


def pages(files: dict[str, str]) -> dict[str, Page]:
    """The pages of a handbook, by their path."""
    sources = [SourceFile(path=path, data=text.encode()) for path, text in files.items()]
    return {page.uri: page for page in compile_handbook(sources, SETTINGS, TODAY).pages}


def test_what_cannot_be_read_is_told_by_file_and_line() -> None:
    made = pages(
        {
            "content/personas/buyer.md": "---\ntitle: Buyer\nrole: king\n---\n",
            "content/personas/user.md": "---\ntitle:User\n---\n",
            "site_config/rules.yml": "no-such-rule: off\n",
        }
    )
    page = made["gaps/cannot-be-read.md"]
    assert page.listed
    places = [line.partition(" {")[0] for line in page.markdown.splitlines() if line[:3] == "## "]
    assert places == [
        "## content/personas/buyer.md",
        "## content/personas/user.md",
        "## site&#95;config/rules.yml",
    ]
    told = [block.html for block in page.blocks]
    assert "line 3" in told[0]
    assert "line 2" in told[1]
    assert "unknown-rule" in told[2]
    home = {block.name: block.html for block in made["index.md"].blocks}
    assert 'href="gaps/cannot-be-read/"' in home["problems"]


def test_where_nothing_is_wrong_there_is_no_such_page() -> None:
    made = pages({"content/personas/buyer.md": "# Buyer\n"})
    assert "gaps/cannot-be-read.md" not in made
    assert "problems" not in {block.name for block in made["index.md"].blocks}
