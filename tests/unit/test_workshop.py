"""What a workshop needs on paper: cards to talk about, and a sheet for the votes."""

from journeybook.exports.tables import csv_of
from journeybook.pages.parts.site import Site
from journeybook.pages.workshop.kit import kit_of, vote_table
from tests.reading_back import read_table
from tests.unit.handbooks import judged

FILES = {
    "personas/cfo.md": "# CFO",
    "phases/seek.md": "# Seek",
    "phases/buy.md": "# Buy",
    "channels/site.md": "# Site",
    "journeys/cfo/index.md": "---\npersona: cfo\n---\n# The way of the CFO\n",
    "journeys/cfo/buy.md": """
        ---
        title: Reads the offer
        needs: [A price]
        questions: [How much?, {text: How soon?, evidence: talks}]
        emotion: {score: -1, label: worried}
        touchpoints: [{title: Calls, channel: site, evidence: talks}]
        ---
        """,
    "research/talks.md": "---\nmethod: interview\ndate: 2026-01-31\n---\n# Talks\n",
}


def site() -> Site:
    return judged(FILES).site


def test_there_is_a_card_for_every_touchpoint_and_every_assumption() -> None:
    made = site()
    kit = kit_of(made.handbook.journeys["cfo"], made)
    assert [(one.number, one.kind, one.text, one.is_assumed) for one in kit.cards] == [
        (1, "Feeling", "worried −1", True),
        (2, "Need", "A price", True),
        (3, "Question", "How much?", True),
        (4, "Touchpoint", "Calls", False),
    ]
    assert kit.cards[0].place == "Buy · Reads the offer"
    assert kit.cards[3].asked[0][1] == "yes or no"


def test_the_map_has_the_phases_of_the_team_and_the_five_questions() -> None:
    made = site()
    kit = kit_of(made.handbook.journeys["cfo"], made)
    assert kit.phases == ("Buy", "Seek")
    assert [name for name, _ in kit.questions] == [
        "Needs and questions",
        "Feelings",
        "Touchpoints",
        "Expectations",
        "Drop-offs",
    ]


def test_the_sheet_for_votes_has_a_row_per_card() -> None:
    made = site()
    journey = made.handbook.journeys["cfo"]
    head, *rows = read_table(csv_of(vote_table(journey, made), made.wording))
    assert [row[0] for row in rows] == [str(one.number) for one in kit_of(journey, made).cards]
    assert dict(zip(head, rows[3], strict=True))["Id"] == "cfo/buy#touchpoints.calls"
