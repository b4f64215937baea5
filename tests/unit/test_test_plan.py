"""The test plan: the assumptions under the most valuable fixes, to ask in talks and in a survey."""

import pytest

from journeybook.exports.tables import csv_of
from journeybook.pages.parts.site import Site
from journeybook.pages.research.guide import plan_markdown
from journeybook.pages.research.overview import rounds
from journeybook.pages.research.test_plan import MOST, make_plan, plan_table
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
    items = make_plan(judged(FILES).site).items
    told = [(one.text, one.fix) for one in items]
    # What research shows or contradicts needs no test.
    assert {text for text, _ in told} == {"How much?", "worried", "A price", "No *surprise*"}
    assert told[:2] == [
        ("worried", "Research says otherwise than “Calls”: Talks"),
        ("How much?", "Nothing published answers “How much?”"),
    ]
    assert [bool(fix) for _, fix in told] == sorted((bool(fix) for _, fix in told), reverse=True)


def test_the_plan_is_a_guide_and_a_survey() -> None:
    told = _markdown(judged(FILES).site)
    guide, survey = told.split("## A survey to begin with")
    assert "### CFO · Reads the offer" in guide
    assert "**What did you want to know then, and where did you look for it?**\n\n- Listen" in guide
    assert "No &#42;surprise&#42;" in guide
    assert "2. Did you want to know this: “How much?”? (CFO)  \n    yes or no" in survey
    assert "How did you feel in “Reads the offer”? (CFO)  \n    -2 (very bad) to 2" in survey


def test_every_question_is_a_row() -> None:
    site = judged(FILES).site
    head, *rows = read_table(csv_of(plan_table(make_plan(site), site), site.wording))
    assert head[:2] == ("Order", "Personas")
    assert rows[0][0] == "1"
    assert rows[1][-3:] == (
        "Did you want to know this: “How much?”?",
        "yes or no",
        "cfo/buy#how-much",
    )
    assert len(rows) == sum(len(one.closed) for one in make_plan(site).items)


def test_it_is_said_how_many_assumptions_are_left_for_later() -> None:
    needs = ", ".join(f"Need {number}" for number in range(MOST))
    buy = FILES["journeys/cfo/buy.md"].replace("[A price]", f"[{needs}]")
    told = _markdown(judged({**FILES, "journeys/cfo/buy.md": buy}).site)
    assert told.count("Listen for:") == MOST
    assert "\n\n3 more assumptions are not in this plan; they come when these are tested." in told
    assert "more assumption" not in _markdown(judged(FILES).site)


def test_a_plan_without_anything_to_test_says_so() -> None:
    told = _markdown(judged({"personas/cfo.md": "# CFO"}).site)
    assert told.endswith(
        "There is nothing to test now: no statement under a fix is an assumption.\n"
    )
    assert "survey" not in told.partition("\n\n")[2].partition("contradicts.")[2]


def test_the_overview_tells_what_rests_on_each_round() -> None:
    talks, idea = rounds(judged(FILES).site)
    assert (talks.link.text, talks.method, talks.day) == ("Talks", "Interviews", "31 January 2024")
    assert (talks.shows, talks.contradicts) == ("2", "1")
    assert (talks.until, talks.is_old) == ("31 January 2026", True)
    assert [one.text for one in talks.phases] == ["Buy"]
    assert (idea.shows, idea.until, idea.is_old) == ("0", "nobody knows", False)


def test_the_plan_speaks_the_language_of_the_handbook() -> None:
    site = judged({**FILES, "site_config/journeybook.yml": "language: nl\n"}).site
    assert "Wilde u dit weten: “How much?”?" in _markdown(site)


def test_what_two_maps_say_in_the_same_words_is_asked_once() -> None:
    second = {path.replace("/cfo/", "/other/"): text for path, text in FILES.items()}
    items = make_plan(judged({**FILES, **second}).site).items
    assert [one.text for one in items] == [one.text for one in make_plan(judged(FILES).site).items]


@pytest.mark.parametrize(
    ("here", "there", "again"),
    [
        ("emotion: worried", "emotion: glad", ("CFO", "glad")),
        ("title: Reads the offer", "title: Reads the contract", ("CFO", "worried")),
        ("persona: cfo", "persona: cto", ("CTO", "worried")),
    ],
)
def test_other_people_moments_and_feelings_are_asked_about_too(
    here: str, there: str, again: tuple[str, str]
) -> None:
    second = {
        path.replace("/cfo/", "/other/"): text.replace(here, there) for path, text in FILES.items()
    }
    files = {**FILES, "personas/cto.md": "---\ntitle: CTO\n---\n", **second}
    items = make_plan(judged(files).site).items
    feelings = [(one.personas, one.text) for one in items if one.closed[0][1].startswith("-2")]
    assert sorted(feelings) == sorted([("CFO", "worried"), again])


def _markdown(site: Site) -> str:
    return plan_markdown(make_plan(site), site)
