"""Drawings, documents and votes are read as what they are."""

import pytest

from journeybook.adapters.disk.resources import shipped
from journeybook.exports.tables import csv_of
from journeybook.importing.bringing import language_in
from journeybook.pages.workshop.kit import vote_table
from journeybook.resources import languages_of
from journeybook.schema.settings.vocabulary import LanguageWords
from journeybook.sources.document import SourceFile
from journeybook.sources.records.headings import letters_of
from tests.unit.handbooks import judged
from tests.unit.importing.reading import Rows, brought, text_of
from tests.unit.importing.reading import csv_of as rows_as_csv

MERMAID = """\
# Notes

```mermaid
journey
    title Customer journey of the CFO
    section Buying
      Looks at prices: 2: CFO
      Calls: 4: CFO, Buyer
      %% a remark
    section Using
      Waits: 9: CFO
      Nothing
```
"""
PERSONA = """\
# Finance director

Signs for everything above ten thousand.

## Goals

- A price that holds
- No surprises

## Frustrations
1. Offers without a total

## Quote
Show me the invoice.

## Hobbies
Sailing.
"""
JOURNEY = """\
# Customer journey of the buyer
## Orientation
### Needs
- To see it work
### Questions
- What does it cost?
## Choice
### Drop-offs
- Leaves because it takes long
"""


def test_a_drawing_of_mermaid() -> None:
    plan = brought(MERMAID.encode(), "journey.md")
    step = text_of(plan, "journeys/cfo/buying.md")
    assert "- title: Looks at prices\n    satisfaction: 2\n  - title: Calls" in step
    assert "title: Calls" in text_of(plan, "journeys/buyer/buying.md")
    using = text_of(plan, "journeys/cfo/using.md")
    assert "touchpoints:\n  - Waits\n" in using
    assert "Nothing" in using
    assert [one.values["text"] for one in plan.troubles] == ["9", "Nothing"]


def test_a_persona_in_a_document() -> None:
    plan = brought(PERSONA.encode(), "persona.md")
    assert text_of(plan, "personas/finance-director.md") == (
        "---\ntitle: Finance director\nquote: Show me the invoice.\ngoals:\n"
        "  - A price that holds\n  - No surprises\npains:\n  - Offers without a total\n---\n\n"
        "Signs for everything above ten thousand.\n\n## Hobbies\n\nSailing.\n"
    )


def test_a_journey_in_a_document() -> None:
    plan = brought(JOURNEY.encode(), "journey.md")
    assert "needs:\n  - To see it work" in text_of(plan, "journeys/buyer/orientation.md")
    assert "why: it takes long" in text_of(plan, "journeys/buyer/choice.md")


def test_votes_become_research_and_marks() -> None:
    files = {
        "personas/cfo.md": "---\ntitle: CFO\n---\n",
        "phases/buy.md": "---\ntitle: Buy\n---\n",
        "journeys/cfo/index.md": "---\npersona: cfo\n---\n",
        "journeys/cfo/buy.md": "---\nneeds: [A price]\ntouchpoints:\n  - title: Calls\n---\n",
    }
    book = judged(files)
    table = vote_table(book.handbook.journeys["cfo"], book.site)
    head = [column.title for column in table.columns]
    card = {str(row[-1]): row for row in table.rows}
    need, call = card["cfo/buy#needs.a-price"], card["cfo/buy#touchpoints.calls"]
    votes: Rows = [
        head,
        [*need[:4], "Ann", "yes", 4, "", "so true", need[-1]],
        [*need[:4], "Bob", "yes", 2, "", "", need[-1]],
        [*call[:4], "Ann", "no", 5, "", "", call[-1]],
        [*call[:4], "Bob", "perhaps", 9, "", "", call[-1]],
    ]
    plan = brought(rows_as_csv(votes), "votes.csv", book)
    research = text_of(plan, "research/workshop-of-2026-11-21.md")
    assert "participants: 2" in research
    assert 'supports: ["cfo/buy#needs.a-price"]' in research
    assert 'contradicts: ["cfo/buy#touchpoints.calls"]' in research
    assert "A price: so true" in research
    assert {(one.key, one.after) for one in plan.offers} == {
        ("needs.1.importance", "3"),
        ("touchpoints.1.importance", "5"),
    }
    assert [one.values["text"] for one in plan.troubles] == ["perhaps", "9"]


def test_an_empty_voting_sheet_says_nothing() -> None:
    files = {
        "personas/cfo.md": "---\ntitle: CFO\n---\n",
        "phases/buy.md": "---\ntitle: Buy\n---\n",
        "journeys/cfo/index.md": "---\npersona: cfo\n---\n",
        "journeys/cfo/buy.md": "---\nneeds: [A price]\n---\n",
    }
    book = judged(files)
    empty = csv_of(vote_table(book.handbook.journeys["cfo"], book.site), book.site.wording)
    plan = brought(empty, "votes.csv", book)
    assert (dict(plan.new), plan.offers, plan.troubles) == ({}, (), ())


def test_a_paragraph_below_bullets_is_none_of_them() -> None:
    text = "# Linda\n\n## Goals\n- Cut costs\n\nShe hates surprises.\n\n## Channels\nSearch, mail\n"
    plan = brought(text.encode(), "linda.md")
    persona = text_of(plan, "personas/linda.md")
    assert "goals:\n  - Cut costs\nchannels" in persona or "goals:\n  - Cut costs\n---" in persona
    assert "## Goals\n\nShe hates surprises." in persona
    assert "channels: [search, mail]" in persona


def test_a_task_above_all_sections_is_told_to_need_one() -> None:
    drawn = "journey\n  Before work: 3: Me\n  section Work\n    Sit: 4: Me\n"
    plan = brought(drawn.encode(), "day.mmd")
    assert [one.message for one in plan.troubles] == [
        "no section stands above '{text}': write one with the name of its phase"
    ]


def test_columns_are_called_as_a_spreadsheet_calls_them() -> None:
    called = [letters_of(at) for at in (0, 25, 26, 51, 701, 702)]
    assert called == ["A", "Z", "AA", "AZ", "ZZ", "AAA"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Behoeften;a\nVragen;b\nNeeds;c\n", "nl"),
        ("Needs;a\nQuestions;b\nVragen;c\n", "en"),
        ("Persona;Goals;Pains\n", "en"),
        ("Persona;Doelen;Pijnpunten\n", "nl"),
        ("a;b\n", "en"),
        ("", "en"),
    ],
)
def test_the_language_of_a_file_is_that_of_most_of_its_lanes(text: str, language: str) -> None:
    file = SourceFile(path="map.csv", data=text.encode())
    # One that has no word in common is never meant, wherever it stands.
    known = {**languages_of(shipped()), "zz": LanguageWords()}
    assert language_in(file, known) == language
