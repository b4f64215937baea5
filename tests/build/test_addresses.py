"""Whatever files are called, every link of the built site leads somewhere, and no page is lost."""

from pathlib import Path

import pytest

from tests.build.test_engines import write
from tests.crawling import faults_of, pages_of
from tests.sites import build_site

SITE = """\
site_name: Odd names
docs_dir: content
use_directory_urls: {directories}
edit_uri: https://git.example.com/handbook/edit/main/content/
repo_url: https://git.example.com/handbook
theme: {{name: material, font: false, features: [content.action.edit]}}
markdown_extensions: [attr_list]
plugins:
  - search
  - journeybook: {{today: 2026-11-21, fail_on: never}}
"""
LONG = "x" * 230

HANDBOOK = {
    "content/index.md": "# Odd names\n",
    "content/views.md": (
        "# Views\n\n"
        '<!-- journeybook/map journey="buy" -->\n\n<!-- journeybook/map journey="compare" -->\n\n'
        '<!-- journeybook/map journey="buy" -->\n\n<!-- journeybook/curve journey="compare" -->\n\n'
        '<!-- journeybook/matrix journey="buy" -->\n\n<!-- journeybook/matrix -->\n'
    ),
    "content/matrix.md": "# The matrix\n\nOur own words about the matrix.\n",
    "content/gaps.md": "# The gaps\n\nOur own words about the gaps.\n",
    "content/personas/C# dev.md": "---\nowner: A\nrole: user\ngoals: [One]\n---\n# The developer\n",
    "content/personas/who?.md": "---\nowner: A\nrole: buyer\nextends: C# dev\n---\n# Who\n",
    'content/personas/50% "off" & <b>.md': "---\nowner: A\nrole: buyer\n---\n# Half\n",
    "content/personas/shared.md": "---\nowner: A\nrole: buyer\n---\n# Shared\n",
    "content/personas/journeys.md": "---\nowner: A\nrole: decider\n---\n# Journeys\n",
    "content/personas/cafe\u0301.md": "---\nowner: A\nrole: decider\n---\n# Caf\u00e9\n",
    f"content/personas/{LONG}.md": "---\nowner: A\nrole: initiator\n---\n# Long\n",
    "content/phases/what? now.md": "---\norder: 1\nstage: buyer\nowner: A\n---\n# What now\n",
    "content/phases/all.md": "---\norder: 2\nstage: buyer\nowner: A\n---\n# All\n",
    "content/phases/x.md": "---\norder: 3\nstage: buyer\nowner: A\n---\n# X\n",
    "content/phases/mail-x.md": "---\norder: 4\nstage: customer\nowner: A\n---\n# Mail X\n",
    "content/channels/e.md": "---\ntype: owned\nowner: A\n---\n# E\n",
    "content/channels/e-mail.md": "---\ntype: owned\nowner: A\n---\n# E-mail\n",
    "content/channels/R&D: 'talks'.md": "---\ntype: owned\nowner: A\n---\n# Talks\n",
    "content/assets/Webinar: heat pumps.md": (
        "---\ntype: webinar\nstatus: published\nowner: A\nchannels: [e, e-mail]\n"
        "answers: [buy/buy-price#price]\n---\n# Webinar\n"
    ),
    "content/assets/%41.md": "---\ntype: blog\nstatus: draft\ndue: 2026-12-01\n---\n# Draft\n",
    "content/journeys/compare/index.md": "---\npersona: who?\n---\n# The one who compares\n",
    "content/journeys/compare/what? now.md": (
        "---\nquestions: [Which?]\nemotion: 1\n"
        "touchpoints: [{title: Reads, channel: \"R&D: 'talks'\"}]\n---\n"
    ),
    "content/journeys/buy/index.md": (
        "---\npersonas: [C# dev, caf\u00e9, shared, journeys, '50% \"off\" & <b>']\n---\n# Buying\n"
    ),
    "content/journeys/buy/buy.md": (
        "---\nphase: x\nquestions:\n  - {text: Price now?, id: price-now}\n"
        "  - {text: Needs?, id: needs}\nneeds: [One]\n"
        "emotion: [{persona: C# dev, score: 1}, {persona: caf\u00e9, score: -1}]\n"
        "touchpoints: [{title: Mails, channel: e}, {title: Calls, channel: e-mail}]\n---\n"
    ),
    "content/journeys/buy/buy-price.md": (
        "---\nphase: mail-x\nquestions: [{text: Now?, id: now}, {text: What?, id: price}]\n"
        "touchpoints: [{title: Mails, channel: e-mail}]\n---\n"
    ),
    "content/journeys/buy/map.md": "---\nphase: all\nquestions: [Where?]\n---\n",
}  # fmt: skip

WAIVERS = "site_config/waivers.yml"


@pytest.fixture(scope="module", params=[True, False], ids=["folders", "files"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook, built strictly; what it says of its own names is waived."""
    folder = tmp_path_factory.mktemp("odd")
    settings = SITE.format(directories=str(request.param).lower())
    waiver = "- {code: duplicate-address, reason: The names are what is tried here.}\n"
    configuration = write(folder, {**HANDBOOK, WAIVERS: waiver, "mkdocs.yml": settings})
    return build_site(configuration, folder / "site", crawled=False)


def test_every_link_leads_somewhere(site: Path) -> None:
    assert faults_of(site) == []


def page(site: Path, uri: str) -> str:
    """The text of a page that is published as a folder or as a file."""
    file = next(one for one in (site / uri / "index.html", site / f"{uri}.html") if one.is_file())
    return file.read_text("utf-8")


def test_no_page_takes_the_place_of_another(site: Path) -> None:
    assert "Our own words about the matrix" in page(site, "matrix")
    assert "data-jb-matrix" in page(site, "matrix") or "jb-matrix" in page(site, "matrix")
    assert "Our own words about the gaps" in page(site, "gaps")
    assert "The one who compares" in page(site, "journeys/compare")
    assert "data-jb-side" in page(site, "journeys/compare-2")
    assert "<h1" in page(site, "gaps/all-2")
    assert page(site, "gaps/all") != page(site, "gaps/all-2")


def test_edit_links_name_the_whole_file(site: Path) -> None:
    links = [link for page in pages_of(site).values() for link in page.links]
    edits = [link for link in links if "/edit/" in link and "dev" in link]
    assert edits
    assert all("content/personas/C%23%20dev.md" in link for link in edits)
