"""Each audience sees what the team chose for it, in the pages and in the script that shows them."""

import json
from typing import Any

from journeybook.exports.audiences import audience_script
from journeybook.rendering import render_handbook
from tests.unit.handbooks import judged

FILES = {
    "personas/ann.md": "# Ann\n",
    "phases/buy.md": "---\norder: 1\n---\n# Buy\n",
    "journeys/ann.md": "---\npersonas: ann\n---\n# Ann buys\n",
    "site_config/journeybook.yml": """\
        audiences:
          board:
            label: The board
            lanes: [emotion, kpis]
            sections: [journeys]
            first: journeys/ann.md
          everyone: Everyone
        """,
}


def audiences() -> dict[str, dict[str, Any]]:
    """What the script of the pages is told."""
    written = audience_script({"": render_handbook(judged(FILES))}).decode()
    (book,) = json.loads(written.removeprefix("window.jbAudiences = ").removesuffix(";\n"))
    assert book["part"] == ""
    found: dict[str, dict[str, Any]] = book["audiences"]
    return found


def test_what_is_not_named_is_left_out_under_every_name_it_has() -> None:
    board = audiences()["board"]
    assert board["first"] == "journeys/ann/"
    assert {"questions", "drop-offs", "drop_offs"} <= set(board["lanes"])
    assert {"emotion", "feelings", "kpis"}.isdisjoint(board["lanes"])
    assert {"gaps/", "gaps/buy/", "personas/ann/"} <= set(board["pages"])
    assert {"journeys/", "phases/", "journeys/ann/"}.isdisjoint(board["pages"])
    assert board["says"] == "Seen as: The board"


def test_who_names_nothing_sees_everything() -> None:
    everyone = audiences()["everyone"]
    assert [everyone[key] for key in ("lanes", "sections", "pages", "first")] == [[], [], [], ""]


def test_the_first_page_offers_each_view() -> None:
    (home,) = (page for page in render_handbook(judged(FILES)).pages if page.uri == "index.md")
    (block,) = (one for one in home.blocks if one.name == "audiences")
    assert 'href="journeys/ann/?for=board">The board</a>' in block.html
    assert '?for=everyone">Everyone</a>' in block.html
