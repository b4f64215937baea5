"""Sheets as teams draw them: other words, titles, legends, several maps, things told twice."""

import pytest

from journeybook.importing.plan import Plan
from tests.unit.importing.reading import EMPTY, Rows, book_of, brought, text_of

DRAWN: Rows = [
    ["Customer journey map - CFO"],
    ["", "Before", "", "During"],
    ["Stage", "Awareness", "Consideration", "Purchase"],
    ["Doing", "Googles", "Compares three", "Signs"],
    ["Thinking", "What does it cost?", "Safe is best", "Is it safe?"],
    ["Front stage", "Blog", "Call", "Desk"],
    ["Feeling (1-10)", 10, 1, 6],
]
TWO: Rows = [
    ["CFO"],
    ["", "Awareness", "Purchase"],
    ["Questions", "What?", "How much?"],
    [],
    ["Buyer"],
    ["", "Awareness", "Purchase"],
    ["Questions", "Tasty?", "When?"],
    ["Needs", "coffee", "speed"],
]


def _again(plan: Plan, data: bytes) -> Plan:
    files = {path.removeprefix("content/"): text for path, text in plan.new.items()}
    return brought(data, files={**EMPTY, **files})


def test_rows_with_words_of_their_own_stand_below_the_phases() -> None:
    plan = brought(book_of({"CFO": DRAWN}))
    awareness = text_of(plan, "journeys/cfo/awareness.md")
    assert "touchpoints:\n  - Googles\n" in awareness
    assert "questions:\n  - What does it cost?\n" in awareness
    assert "score: 2" in awareness
    assert "## Front stage\n\nBlog" in awareness
    assert "needs:\n  - Safe is best" in text_of(plan, "journeys/cfo/consideration.md")
    assert [path for path in plan.new if "/phases/" in path] == [
        "content/phases/awareness.md",
        "content/phases/consideration.md",
        "content/phases/purchase.md",
    ]


def test_an_unknown_lane_first_is_no_phase() -> None:
    rows: Rows = [
        ["", "A", "B"],
        ["Weather", "sun", "rain"],
        ["", "hot", "wet"],
        ["Needs", "x", "y"],
        ["Questions", "v?", "w?"],
    ]
    plan = brought(book_of({"CFO": rows}))
    assert "## Weather\n\nsun" in text_of(plan, "journeys/cfo/a.md")
    assert "## Weather\n\nhot" in text_of(plan, "journeys/cfo/a.md")


def test_the_question_of_a_dutch_workshop_is_a_lane() -> None:
    rows: Rows = [
        ["Fase", "Bewustwording", "Aankoop"],
        ["Wat wil de klant?", "Rust", "Snelheid"],
        ["Wat vraagt de klant?", "Wat kost het?", "Waar teken ik?"],
    ]
    step = text_of(brought(book_of({"Koper": rows})), "journeys/koper/bewustwording.md")
    assert "needs:\n  - Rust\nquestions:\n  - Wat kost het?\n" in step


@pytest.mark.parametrize("names", [("CFO", "Buyer"), ("Persona: CFO", "Persona: Buyer")])
def test_each_of_two_maps_below_each_other_has_its_own_persona(names: tuple[str, str]) -> None:
    rows = [[names[0]], *TWO[1:4], [names[1]], *TWO[5:]]
    data = book_of({"Maps": rows})
    plan = brought(data)
    assert "Tasty?" in text_of(plan, "journeys/buyer/awareness.md")
    assert "Tasty?" not in text_of(plan, "journeys/cfo/awareness.md")
    assert plan.remarks == 0
    assert _again(plan, data).offers == ()


def test_rows_below_each_other_may_call_their_phase_a_stage() -> None:
    rows: Rows = [
        ["Persona", "Stage", "Questions", "Emotions"],
        ["CFO", "Awareness", "What?", "curious"],
        ["", "Purchase", "How?", "tense"],
        ["Buyer", "Awareness", "Tasty?", "happy"],
    ]
    plan = brought(book_of({"Journeys": rows}))
    assert "How?" in text_of(plan, "journeys/cfo/purchase.md")
    assert plan.remarks == 0


def test_a_legend_beside_the_map_is_no_phase_and_notes_are_silent_again() -> None:
    rows: Rows = [["Phase", "A", "B", "", "Legend"], ["Needs", "x", "y", "", "red = bad"]]
    data = book_of({"CFO": rows, "Colours": [["red", "bad"]]})
    plan = brought(data)
    assert not [path for path in plan.new if "legend" in path]
    assert "Legend" in text_of(plan, "journeys/cfo/index.md")
    assert _again(plan, data).offers == ()


def test_rows_of_one_title_are_several_by_their_address_and_keep_what_differs() -> None:
    rows: Rows = [
        ["Title", "URL", "Status", "Channel", "Persona"],
        ["Prices", "https://x.example/1", "Published", "Website", "CFO"],
        ["Prices", "https://x.example/2", "Draft", "Website", "CFO"],
        ["Guide", "", "Draft", "", ""],
        ["Guide", "", "Published", "", ""],
    ]
    data = book_of({"Content": rows})
    plan = brought(data)
    assert "url: https://x.example/2" in text_of(plan, "assets/prices-2.md")
    guide = text_of(plan, "assets/guide.md")
    assert "status: Draft\n" in guide
    assert "## status\n\nPublished" in guide
    assert plan.remarks == 1
    # The handbook has no persona and no channel yet, so the list names its first.
    assert {"content/personas/cfo.md", "content/channels/website.md"} <= plan.new.keys()


def test_content_without_a_title_is_called_by_its_address() -> None:
    rows: Rows = [["URL", "Status", "Channel"], ["https://x.example/a", "Draft", "Website"]]
    plan = brought(book_of({"Content": rows}))
    assert "title: https://x.example/a\n" in text_of(plan, "assets/https-x-example-a.md")


@pytest.mark.parametrize("title", ["Index", "CON", "README", "lpt1"])
def test_no_file_is_called_what_folders_or_windows_keep_for_themselves(title: str) -> None:
    data = book_of({"Content": [["Title", "URL"], [title, "https://x.example/"]]})
    plan = brought(data)
    assert f"content/assets/{title.lower()}-2.md" in plan.new
    assert not _again(plan, data).new


def test_what_a_sheet_says_twice_is_offered_once() -> None:
    rows: Rows = [["Phase", "A"], ["Needs", "same\nsame"], ["Questions", "Why?"]]
    data = book_of({"CFO": rows})
    assert _again(brought(data), data).offers == ()


def test_bold_lines_of_a_text_processor_are_headings() -> None:
    text = "# CFO\n\n## Awareness\n\n**Questions**\n\n- What?\n\n**Emotions:** curious\n"
    step = text_of(brought(text.encode(), "journey.md"), "journeys/cfo/awareness.md")
    assert "questions:\n  - What?\n" in step
    assert "label: curious" in step


def test_signs_of_mermaid_are_read_and_a_line_that_is_no_task_begins_nobody() -> None:
    drawn = "journey\n  section Use\n    Reads #quot;blog#quot; #35;1: 2: CFO\n    No mark: : CFO\n"
    plan = brought(drawn.encode(), "day.mmd")
    assert 'Reads \\"blog\\" #1' in text_of(plan, "journeys/cfo/use.md")
    assert [path for path in plan.new if "/personas/" in path] == ["content/personas/cfo.md"]


def test_notes_stay_silent_when_the_file_they_went_to_is_another_by_now() -> None:
    data = book_of({"Sheet1": [["Made in May"], *DRAWN[2:]]})
    assert _again(brought(data), data).offers == ()


def test_a_name_with_nothing_behind_it_is_kept_where_the_names_are_not_the_first_column() -> None:
    rows: Rows = [["", "Phase", "A"], ["x", "Needs", "n"], ["y", "Loose"], ["", "Questions", "q?"]]
    assert "Loose" in text_of(brought(book_of({"CFO": rows})), "journeys/cfo/index.md")


BUYER: Rows = [
    ["Customer journey Lease"],
    ["Lane", "Awareness", "Purchase"],
    ["Goals", "Know the options", "Buy safely"],
    ["Actions", "Searches", "Signs"],
    ["Pain points", "Too much jargon", ""],
    ["Opportunities", "A guide", ""],
    ["Comments", "From the workshop", ""],
    [],
    ["Legend", "green = good"],
    ["", "red = bad"],
]


def test_what_is_said_of_a_phase_stays_there_and_what_people_do_is_no_improvement() -> None:
    plan = brought(book_of({"Buyer": BUYER}))
    awareness = text_of(plan, "journeys/buyer/awareness.md")
    assert "needs:\n  - Know the options\n" in awareness
    assert "touchpoints:\n  - Searches\n" in awareness
    assert "drop_offs:\n  - Too much jargon\n" in awareness
    assert [path for path in plan.new if "/actions/" in path] == ["content/actions/a-guide.md"]


def test_a_sheet_is_called_like_its_persona_and_its_title_is_kept() -> None:
    plan = brought(book_of({"Buyer": BUYER}))
    assert [path for path in plan.new if "/personas/" in path] == ["content/personas/buyer.md"]
    assert "Customer journey Lease" in text_of(plan, "journeys/buyer/index.md")


def test_a_legend_below_a_map_is_about_the_whole_of_it() -> None:
    plan = brought(book_of({"Buyer": BUYER}))
    assert not plan.troubles
    told = text_of(plan, "journeys/buyer/index.md")
    assert "green = good" in told
    assert "red = bad" in told
    assert "From the workshop" in text_of(plan, "journeys/buyer/awareness.md")


def test_where_a_map_tells_of_drop_offs_too_pains_are_those_of_the_persona() -> None:
    plan = brought(book_of({"Buyer": [*BUYER, ["Drop-offs", "", "No price"]]}))
    assert "pains:\n  - Too much jargon\n" in text_of(plan, "personas/buyer.md")
    assert "drop_offs:\n  - No price\n" in text_of(plan, "journeys/buyer/purchase.md")


def test_a_row_of_totals_is_no_content_and_is_kept_as_a_note() -> None:
    rows: Rows = [["Title", "Type", "Words"], ["Prices", "Blog", 900], ["Total", "", 900]]
    plan = brought(book_of({"Content": rows}))
    assert [path for path in plan.new if "/assets/" in path] == ["content/assets/prices.md"]
    assert "Total" in text_of(plan, "notes-from-map-xlsx.md")
