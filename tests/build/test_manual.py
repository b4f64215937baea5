"""The handbooks that the manual shows build as it says."""

from pathlib import Path

import pytest

from tests.sites import build_site
from tests.unit.manual import TUTORIAL, examples, write, write_together


@pytest.fixture(scope="module")
def tutorial(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the tutorial, before its asset is published."""
    root = tmp_path_factory.mktemp("tutorial")
    files = [one for one in examples(TUTORIAL) if one.path]
    for file in files[:-1]:
        write(file, root)
    return build_site(root / "mkdocs.yml", root / "site")


@pytest.fixture(scope="module")
def manual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of what all other pages show together."""
    root = tmp_path_factory.mktemp("manual")
    write_together(root)
    return build_site(root / "mkdocs.yml", root / "site")


def test_the_tutorial_ends_with_a_journey_page(tutorial: Path) -> None:
    page = (tutorial / "journeys" / "office-manager" / "index.html").read_text("utf-8")
    assert "What does a good cup of coffee cost?" in page
    assert "What a cup costs" in page


def test_a_template_of_your_own_takes_the_place_of_ours(manual: Path) -> None:
    page = (manual / "journeys" / "office-manager" / "index.html").read_text("utf-8")
    assert "Please do not send it on." in page


def test_a_style_sheet_of_your_own_comes_after_ours(manual: Path) -> None:
    page = (manual / "index.html").read_text("utf-8")
    assert page.index("journeybook/tokens.css") < page.index("brand/journeys.css")
