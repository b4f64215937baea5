"""What a journey of the future would change, held against those of today."""

import pytest

from journeybook.pages.journeys.journey_change import would_change
from journeybook.pages.journeys.map.journey_items import looked_at
from tests.unit.handbooks import judged

FILES = {
    "personas/cook.md": "# Cook",
    "phases/order.md": "# Order",
    "journeys/now/index.md": "---\npersona: cook\n---\n# Now",
    "journeys/now/order.md": "---\nquestions: [What does it cost?, When?]\nneeds: Rest\n---",
    "journeys/later/index.md": "---\npersona: cook\nstate: future\n---\n# Later",
    "journeys/later/order.md": """
        ---
        questions:
          - {text: What does it cost?, answered_by: price}
          - {text: "When?", answered_by: days}
        emotion: proud
        drop_offs: none
        ---
        """,
    "assets/price.md": "---\ntitle: Price\nstatus: published\n---",
    "assets/days.md": "---\ntitle: Days\nstatus: draft\n---",
}


def test_what_would_be_answered_and_asked_is_told() -> None:
    site = judged(FILES).site
    told = would_change(looked_at(site.handbook.journeys["later"], site))
    assert told
    items = [item for part in told.parts for group in part.groups for item in group.items]
    assert [(item.text, item.note) for item in items] == [
        ("What does it cost?", "today: open"),
        ("asked: emotion and drop-offs", ""),
    ]


def test_a_question_of_the_future_alone_would_be_answered() -> None:
    files = {**FILES, "journeys/now/order.md": "---\nneeds: Rest\n---"}
    site = judged(files).site
    told = would_change(looked_at(site.handbook.journeys["later"], site))
    assert told
    (part,) = told.parts
    texts = [(item.text, item.note) for item in part.groups[0].items]
    assert texts == [
        ("What does it cost?", "today: not asked yet"),
        ("asked: questions, emotion and drop-offs", ""),
    ]


@pytest.mark.parametrize(
    ("here", "there", "told"),
    [
        ("price", "", []),
        ("days", "", ["today: being filled"]),
        ("leased", "days", ["today: answered with a lack"]),
    ],
)
def test_several_maps_of_today_count_at_their_best(here: str, there: str, told: list[str]) -> None:
    asked = "---\nquestions: [{{text: What does it cost?, answered_by: [{}]}}]\n---\n"
    files = {
        **FILES,
        "assets/leased.md": "---\ntitle: Leased\nstatus: published\nphases: [eat]\n---\n",
        "phases/eat.md": "# Eat",
        "journeys/now/order.md": asked.format(there),
        "journeys/also/index.md": "---\npersona: cook\n---\n# Also",
        "journeys/also/order.md": asked.format(here),
    }
    site = judged(files).site
    change = would_change(looked_at(site.handbook.journeys["later"], site))
    assert change
    items = [item for part in change.parts for group in part.groups for item in group.items]
    assert [one.note for one in items if one.text == "What does it cost?"] == told


def test_a_journey_of_today_changes_nothing() -> None:
    site = judged(FILES).site
    assert would_change(looked_at(site.handbook.journeys["now"], site)) is None
