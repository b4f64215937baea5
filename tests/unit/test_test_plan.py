"""The test plan: the assumptions under the most valuable fixes, to ask in talks and in a survey."""

from journeybook.exports.tables import csv_of
from journeybook.pages.research.guide import plan_markdown
from journeybook.pages.research.overview import rounds
from journeybook.pages.research.test_plan import plan_items, plan_table
from tests.reading_back import read_table
from tests.unit.handbooks import judged

FILES = {
    "personas/cfo.md": "---\ntitle: CFO\ngoals: No *surprise*\n---\n",
    "phases/buy.md": "# Buy",
    "channels/site.md": "# Site",
    "journeys/cfo/index.md": "---\npersona: cfo\n---\n# CFO\n",
    "journeys/cfo/buy.md": """
        ---
        title: Reads the offer
        needs: [A price]
        questions: [How much?, {text: How soon?, evidence: talks}]
        emotion: worried
        touchpoints: [{title: Calls, channel: site, moment_of_truth: true, importance: 5}]
        drop_offs: [{text: Waits, evidence: talks}]
        ---
        """,
    "research/talks.md": """
        ---
        title: Talks
        method: interview
        date: 2024-01-31
        participants: 6
        personas: cfo
        contradicts: Calls
        ---
        """,
    "research/idea.md": "# Idea",
}


def test_what_decides_most_is_asked_first() -> None:
    items = plan_items(judged(FILES).site)
    told = [(one.text, one.fix) for one in items]
    # What research shows or contradicts needs no test.
    assert {text for text, _ in told} == {"How much?", "worried", "A price", "No *surprise*"}
    assert told[:2] == [
        ("worried", "Research says otherwise than “Calls”: Talks"),
        ("How much?", "Nothing published answers “How much?”"),
    ]
    assert [bool(fix) for _, fix in told] == sorted((bool(fix) for _, fix in told), reverse=True)


def test_the_plan_is_a_guide_and_a_survey() -> None:
    told = plan_markdown(judged(FILES).site)
    guide, survey = told.split("## Draft of a survey")
    assert "### CFO · Reads the offer" in guide
    assert "**What did you want to know then, and where did you look for it?**\n\n- Listen" in guide
    assert "No &#42;surprise&#42;" in guide
    assert "2. Did you want to know this: “How much?”? (CFO)  \n    yes or no" in survey
    assert "How did you feel in “Reads the offer”? (CFO)  \n    -2 (very bad) to 2" in survey


def test_every_question_is_a_row() -> None:
    site = judged(FILES).site
    head, *rows = read_table(csv_of(plan_table(site), site.wording))
    assert head[:2] == ("Number", "Personas")
    assert rows[0][0] == "1"
    assert rows[1][-3:] == (
        "Did you want to know this: “How much?”?",
        "yes or no",
        "cfo/buy#how-much",
    )
    assert len(rows) == sum(len(one.closed) for one in plan_items(site))


def test_the_overview_tells_what_rests_on_each_round() -> None:
    talks, idea = rounds(judged(FILES).site)
    assert (talks.link.text, talks.method, talks.day) == ("Talks", "Interviews", "31 January 2024")
    assert (talks.shows, talks.contradicts) == ("2", "1")
    assert (talks.until, talks.is_old) == ("31 January 2026", True)
    assert [one.text for one in talks.phases] == ["Buy"]
    assert (idea.shows, idea.until, idea.is_old) == ("0", "nobody knows", False)


def test_the_plan_speaks_the_language_of_the_handbook() -> None:
    site = judged({**FILES, "site_config/journeybook.yml": "language: nl\n"}).site
    assert "Wilde u dit weten: “How much?”?" in plan_markdown(site)


def test_what_two_maps_say_in_the_same_words_is_asked_once() -> None:
    second = {path.replace("/cfo/", "/other/"): text for path, text in FILES.items()}
    items = plan_items(judged({**FILES, **second}).site)
    assert [one.text for one in items] == [one.text for one in plan_items(judged(FILES).site)]
