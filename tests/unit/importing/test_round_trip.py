"""What is exported, edited and brought back is a change of the author's files and no more."""

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from journeybook.adapters.disk.workspace import read_at
from journeybook.exports.mermaid import write_mermaid
from journeybook.exports.office.editable import STATEMENTS
from journeybook.exports.office.map_template import write_template
from journeybook.exports.office.workbook import write_workbook
from journeybook.exports.plain.wiki import wiki_files
from journeybook.handbook.journeys import DropOff, Journey, Touchpoint
from journeybook.handbook.statements import Statement
from journeybook.importing.plan import Plan, taken
from journeybook.pipeline import Judged
from journeybook.sources.document import SourceFile
from tests.recount.test_recount import HANDBOOKS, TODAY
from tests.unit.handbooks import judged
from tests.unit.importing.reading import EMPTY, book_of, brought

Sheets = dict[str, list[list[Any]]]
SAME = "the sheets to edit say what the files say; the other sheets only tell, and are not read"
ASSET, STEP = "assets/price-list.md", "journeys/cfo/buy.md"
FILES = {
    "personas/cfo.md": "---\ntitle: CFO\n---\n",
    "phases/buy.md": "---\ntitle: Buy\n---\n",
    "journeys/cfo/index.md": "---\ntitle: Money\npersona: cfo\n---\n",
    STEP: (
        "---\nneeds:\n  - A price  # they say\n  - Another\nquestions: What does it cost?\n"
        "emotion: {score: -1, label: worried}\n---\n"
    ),
    ASSET: (
        "---\ntitle: Price list\ntype: price-page\nstatus: draft\npersonas: cfo\nowner: Ann\n---\n"
    ),
}


@cache
def read(name: str) -> Judged:
    return read_at(HANDBOOKS[name], TODAY)


def edited(
    change: Callable[[Sheets], None],
    files: dict[str, str] | None = None,
    notes: Mapping[str, Mapping[str, str]] = {},
) -> Plan:
    """What comes back when somebody changes the sheets of an export, and notes things there."""
    book = judged(FILES)
    data = write_workbook(book.site, book.documents)
    opened = CalamineWorkbook.from_filelike(BytesIO(data))
    sheets: Sheets = {
        name: [list(row) for row in opened.get_sheet_by_name(name).iter_rows()]
        for name in opened.sheet_names
    }
    change(sheets)
    return brought(book_of(sheets, notes), "export.xlsx", files or FILES)


def put(sheet: str, row: str, column: str, value: object) -> Callable[[Sheets], None]:
    """Set a cell, in the row in which a text stands."""

    def change(sheets: Sheets) -> None:
        at = sheets[sheet][0].index(column)
        found = next(one for one in sheets[sheet] if row in one)
        found[at] = value

    return change


def after(plan: Plan, path: str) -> str:
    sources = [SourceFile(path=f"content/{one}", data=FILES[one].encode()) for one in FILES]
    edits, undone = taken(sources, plan.offers)
    assert undone == []
    return next(new.data.decode() for _, new in edits if new.path == f"content/{path}")


@pytest.mark.parametrize("name", HANDBOOKS)
def test_an_export_that_nobody_edited_changes_nothing(name: str) -> None:
    book = read(name)
    data = write_workbook(book.site, book.documents)
    plan = brought(data, "export.xlsx", book)
    assert (dict(plan.new), plan.offers) == ({}, ())
    assert [one.message for one in plan.troubles] == [SAME]
    # Everything said stands in it to be compared, each statement as often as it is said.
    sheet = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_name(
        book.site.wording.text(STATEMENTS)
    )
    cells = Counter(words(f"{cell}") for row in sheet.iter_rows() for cell in row)
    steps = [step for _, step in book.handbook.all_steps]
    said = Counter(words(one.text) for step in steps for one in step.statements)
    said += Counter(words(one.label) for step in steps for one in step.emotions if one.label)
    assert {text: number for text, number in said.items() if cells[text] < number} == {}


def test_a_cell_that_was_edited_is_a_change_of_one_line() -> None:
    plan = edited(put("Edit content", "Price list", "status", "published"))
    assert after(plan, ASSET) == FILES[ASSET].replace("draft", "published")
    plan = edited(put("Edit content", "Price list", "owner", ""))
    assert after(plan, ASSET) == FILES[ASSET].replace("owner: Ann\n", "")
    plan = edited(put("Edit content", "Price list", "phases", "buy; use"))
    assert after(plan, ASSET) == FILES[ASSET].replace("---\n", "phases: [buy, use]\n---\n").replace(
        "phases: [buy, use]\n---\n", "---\n", 1
    )
    plan = edited(put("Edit statements", "Another", "text", "A second one"))
    assert after(plan, STEP) == FILES[STEP].replace("Another", "A second one")
    plan = edited(put("Edit statements", "Another", "text", ""))
    assert after(plan, STEP) == FILES[STEP].replace("  - Another\n", "")
    assert not plan.offers[0].is_disputed


def test_a_day_may_come_back_as_the_number_that_a_spreadsheet_keeps() -> None:
    plan = edited(put("Edit content", "Price list", "due", 46419))
    assert [one.after for one in plan.offers] == ["2027-02-01"]
    # What the files say by now is no news.
    taken_over = {**FILES, STEP: FILES[STEP].replace("- Another", "- All of it, for everybody")}
    change = put("Edit statements", "Another", "text", "All of it, for everybody")
    plan = edited(change, taken_over)
    assert (plan.offers, [one.message for one in plan.troubles]) == ((), [SAME])


def test_columns_may_be_moved_and_rows_sorted() -> None:
    def change(sheets: Sheets) -> None:
        put("Edit content", "Price list", "status", "published")(sheets)
        for name in ("Edit content", "Edit statements"):
            head, *rows = sheets[name]
            moved = [row[::-1] for row in (head, *reversed(rows))]
            sheets[name] = [["Checked by Bob"], [], *moved]

    plan = edited(change)
    assert after(plan, ASSET) == FILES[ASSET].replace("draft", "published")
    assert len(plan.offers) == 1
    assert {one.place.shown for one in plan.troubles} == {"Edit content!A1", "Edit statements!A1"}


def test_what_both_sides_changed_is_said() -> None:
    files = {**FILES, ASSET: FILES[ASSET].replace("Ann", "Bob")}
    plan = edited(put("Edit content", "Price list", "owner", "Cid"), files)
    assert [(one.before, one.after, one.is_disputed) for one in plan.offers] == [
        ("Bob", "Cid", True)
    ]


def test_what_somebody_lays_beside_it_is_told() -> None:
    def change(sheets: Sheets) -> None:
        sheets["Mine"] = [["Ask Ann"]]
        sheets["Empty"] = []
        sheets["My gaps"] = sheets.pop("Gaps")

    notes = {"Edit content": {"B2": "Is this so?"}, "Gaps": {}, "Figures": {"A1": "Fine"}}
    troubles = [(one.place.shown, dict(one.values)) for one in edited(change, notes=notes).troubles]
    assert troubles == [
        ("", {}),
        ("Figures!A1", {"text": "Fine"}),
        ("Edit content!B2", {"text": "Is this so?"}),
        ("Mine", {}),
    ]


def test_rows_that_are_new_gone_or_of_nobody() -> None:
    def change(sheets: Sheets) -> None:
        content, said = sheets["Edit content"], sheets["Edit statements"]
        head = content[0]
        content.append(["New one" if one == "title" else "" for one in head])
        path, at = STEP, said[0].index("text")
        new = [path, "needs", "", *([""] * (len(said[0]) - 3))]
        new[at] = "One more"
        said.append(new)
        said.append(["nowhere.md", "needs", "", *new[3:]])
        # A feeling is a word or a score and no text, and the second makes a list of the first.
        feeling = [path, "emotion", "", *([""] * (len(said[0]) - 3))]
        feeling[said[0].index("text")] = "relieved"
        said.append(feeling)
        said.remove(next(one for one in said if "Another" in one))

    plan = edited(change)
    assert set(plan.new) == {"content/assets/new-one.md"}
    first = "{score: -1, label: worried}"
    assert after(plan, STEP) == FILES[STEP].replace(
        "  - Another\n", "  - Another\n  - One more\n"
    ).replace(first, f"[{first}, relieved]")
    assert [one.message.split(";")[0] for one in plan.troubles] == [
        "the handbook has no file {file}",
        "rows taken out: {number} ({rows})",
    ]


@pytest.mark.parametrize(
    ("lane", "text", "said"),
    [("goals", "Save", "has no place for 'goals'"), ("needs", "", "this row says nothing")],
)
def test_a_new_row_that_fits_nowhere_is_told_why(lane: str, text: str, said: str) -> None:
    def change(sheets: Sheets) -> None:
        rows = sheets["Edit statements"]
        row: list[object] = [""] * len(rows[0])
        row[:2] = [STEP, lane]
        row[rows[0].index("text")] = text
        rows.append(row)

    (trouble,) = edited(change).troubles
    assert said in trouble.message.format(**trouble.values)


def test_what_looks_like_html_stays_text_in_a_wiki_and_comes_back() -> None:
    files = {**FILES, STEP: "---\nquestions: What does <b>it</b> cost & is &lt; fine?\n---\n"}
    wiki = wiki_files(judged(files))
    name = "journeys/cfo.md"
    assert b"is &amp;lt; fine" in wiki[name]
    assert b"<b>" not in wiki[name]
    plan = brought(wiki[name], "cfo.md", files)
    assert not plan.offers


def test_what_markdown_would_read_comes_back_as_it_was_typed() -> None:
    words = [
        "*a* **b** _c_ d_e",
        "`f` [g](h) ~~i~~",
        "back\\\\slash \\* 2 * 3 | 4",
        "&amp; &copy; &#42;",
    ]
    files = {**FILES, STEP: f"---\nphase: buy\nneeds: {json.dumps(words)}\n---\n"}
    book = judged({**files, "phases/buy.md": "---\ntitle: Buy | *now*\n---\n"})
    plan = brought(wiki_files(book)["journeys/cfo.md"], "cfo.md", EMPTY)
    made = judged({path.removeprefix("content/"): text for path, text in plan.new.items()})
    (copy,), (own,) = made.handbook.journeys.values(), book.handbook.journeys.values()
    assert [facts(one) for one in statements(copy)] == [facts(one) for one in statements(own)]
    assert [one.title for one in made.handbook.phases.values()] == ["Buy | *now*"]


@pytest.mark.parametrize("name", HANDBOOKS)
def test_a_wiki_page_brought_in_says_the_same(name: str) -> None:
    book = read(name)
    pages = wiki_files(book)
    for journey in book.handbook.journeys.values():
        page = pages[f"journeys/{journey.id}.md"]
        plan = brought(page, "page.md", {**EMPTY, **language_of(book)})
        made = judged({path.removeprefix("content/"): text for path, text in plan.new.items()})
        copies = list(made.handbook.journeys.values())
        told = [one for copy in copies for one in placed(copy, made)]
        assert sorted(told) == sorted(placed(journey, book))
        assert plan.troubles == ()


@pytest.mark.parametrize("name", HANDBOOKS)
def test_a_drawing_brought_in_has_the_same_touchpoints_and_marks(name: str) -> None:
    book = read(name)
    plan = brought(write_mermaid(book.site).encode(), "all.md")
    made = judged({path.removeprefix("content/"): text for path, text in plan.new.items()})
    assert marks(made) == marks(book)


def test_what_means_something_to_mermaid_comes_back_as_it_was() -> None:
    words = ["Asks: why; #2", "%% x", "Title of it", "journey", "50%% off"]
    rated = [{"title": f"{word} y", "satisfaction": 3} for word in words]
    step = f"---\nphase: buy\ntouchpoints: {json.dumps([*words, *rated])}\n---\n"
    book = judged({**FILES, STEP: step, "phases/buy.md": '---\ntitle: "B: #1 %% c"\n---\n'})
    drawn = write_mermaid(book.site)
    # A word of Mermaid's own is a text behind a sign that nobody sees.
    assert re.findall("\u200b(.*?)(?: y| \\(|:)", drawn) == 2 * [
        "%\uff05 x",
        "Title of it",
        "journey",
    ]
    plan = brought(drawn.encode(), "all.mmd", {**EMPTY})
    made = judged({path.removeprefix("content/"): text for path, text in plan.new.items()})
    assert plan.troubles == ()
    assert marks(made) == marks(book)
    assert [one.title for one in made.handbook.phases.values()] == ["B: #1 %% c"]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_an_empty_template_says_nothing_and_its_headings_are_known(language: str) -> None:
    book = judged({**EMPTY, "site_config/journeybook.yml": f"language: {language}"})
    data = write_template(book.site, [book.site.wording.text("Awareness")])
    plan = brought(data, "map.xlsx", book)
    assert (dict(plan.new), plan.offers, plan.troubles) == ({}, (), ())
    opened = CalamineWorkbook.from_filelike(BytesIO(data))
    sheets = {
        name: [list(row) for row in opened.get_sheet_by_name(name).iter_rows()]
        for name in opened.sheet_names
    }
    persona, told, content, words = list(sheets)
    # Words that no menu shows are kept by a spreadsheet as they are.
    del sheets[words]
    for row in sheets[persona][1:]:
        row[1] = f"Something of {row[0]}"
    sheets[content].append(["A page", *("" for _ in sheets[content][0][1:])])
    needs = sheets[persona][1][0]
    sheets[told].append([persona, sheets[persona][0][1], needs, "A need", *[""] * 5])
    plan = brought(book_of(sheets), "map.xlsx", book)
    assert plan.remarks == 0
    assert plan.troubles == ()


def test_a_sheet_of_a_template_is_that_of_whoever_has_the_longer_name() -> None:
    names = {
        "own": "The owner of a greenhouse and its land",
        "two": "A" * 40,
        "too": f"{'A' * 40}B",
    }
    files = {f"personas/{name}.md": f"---\ntitle: {title}\n---\n" for name, title in names.items()}
    steps = {
        "phases/buy.md": "---\ntitle: Buy\n---\n",
        "journeys/own/index.md": "---\npersona: own\n---\n",
        "journeys/own/buy.md": "---\nneeds: [A price]\n---\n",
    }
    book = judged({**files, **steps})
    opened = CalamineWorkbook.from_filelike(BytesIO(write_template(book.site, [])))
    first, *others = opened.sheet_names
    assert len(first) == len(others[0]) == 31
    sheets = {first: [["Phase", "Buy"], ["Needs", "An offer"]]}
    plan = brought(book_of(sheets), "map.xlsx", book)
    assert not plan.new
    assert [(one.path, one.after) for one in plan.offers] == [
        ("content/journeys/own/buy.md", "An offer")
    ]
    # Where two begin alike, nobody knows who is meant.
    alike = {others[0]: [["Phase", "Buy"], ["Needs", "An offer"]]}
    assert "content/personas/" in " ".join(brought(book_of(alike), "map.xlsx", book).new)


def statements(journey: Journey) -> list[Statement]:
    return [one for step in journey.steps for one in step.statements]


def placed(journey: Journey, book: Judged) -> list[str]:
    """Each statement of a journey with its phase and all that a table tells of it."""
    phases, found = book.handbook.phases, []
    for step in journey.steps:
        phase = phases[step.phase].title if step.phase else ""
        for one in step.statements:
            moment = one.moment_of_truth if isinstance(one, Touchpoint) else None
            found.append(repr((phase, facts(one), moment)))
        found += [repr((phase, feeling.label, feeling.score)) for feeling in step.emotions]
    return found


def words(text: str) -> str:
    return " ".join(text.split())


def facts(one: Statement) -> tuple[object, ...]:
    own = (one.channel is None, one.satisfaction) if isinstance(one, Touchpoint) else ()
    why = one.why if isinstance(one, DropOff) else None
    return one.lane, " ".join(one.text.split()), one.importance, why, *own


def marks(book: Judged) -> set[tuple[str, str, int | None]]:
    personas = book.handbook.personas
    return {
        (personas[whose].title, one.text, one.satisfaction)
        for journey, step in book.handbook.all_steps
        for one in step.touchpoints
        for whose in one.personas or journey.personas
    }


def language_of(book: Judged) -> dict[str, str]:
    return {"site_config/journeybook.yml": f"language: {book.site.wording.language}"}
