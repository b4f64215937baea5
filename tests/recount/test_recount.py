"""What the handbook counts is what a recount from its files counts, on pages and in all files."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from journeybook.adapters.disk.folder import read_folder
from journeybook.adapters.disk.resources import shipped
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.exports.json_export import handbook_json
from journeybook.exports.office.workbook import write_workbook
from journeybook.exports.tables import table_files
from journeybook.pipeline import CompileSettings, Judged, read_handbook
from journeybook.rendering import Compilation, render_handbook
from tests.reading_back import read_rows
from tests.recount.counting import Counted, Recount, recount
from tests.recount.figures import figures, five_of, gap_figures
from tests.recount.random_handbooks import write_random
from tests.sites import DUTCH, EXAMPLE
from tests.unit.messages import PACKAGE

TODAY = date(2026, 11, 21)
WORDS = tuple(sorted((PACKAGE / "locale").glob("*/vocabulary.yml")))
HANDBOOKS = {"example": EXAMPLE.parent, "dutch": DUTCH.parent}
STATES = ("answered", "lacking", "filling", "open")
LACKS = frozenset({
    "other-persona", "other-phase", "unreachable", "other-language", "gated-off", "stale",
    "overdue-review",
})  # fmt: skip
EVERY = LACKS.union(STATES, ("served", "thin", "missing"))
Made = Compilation | Judged
MANY = 200
"""So many handbooks are made by chance."""


SETTINGS = CompileSettings(resources=shipped())


def judged(root: Path) -> Judged:
    files = read_folder(Folders(root=root, content="content", config="site_config"))
    return read_handbook(files, SETTINGS, TODAY)


@cache
def made(root: Path) -> Compilation:
    return render_handbook(judged(root))


def exported(book: Made) -> dict[str, Any]:
    return dict(json.loads(handbook_json(book.site)))


def counted(root: Path) -> Counted:
    return recount(root, WORDS, TODAY)


def agrees_with_json(book: Made, own: Counted, root: Path) -> None:
    export = exported(book)
    told = {(one["counts"], scope_of(one)): one["number"] for one in export["figures"]}
    plain = {**figures(Recount(root, WORDS, TODAY), own), **gap_figures(export["findings"])}
    assert {key: told[key] for key in plain} == plain
    answers = {one["question"]: one for one in export["answers"]}
    states_told = {}
    for journey in export["journeys"]:
        for step in journey["steps"]:
            for at, question in enumerate(step["questions"]):
                states_told[step["id"], at] = {
                    one["persona"]: (one["state"], frozenset(one["lacks"]))
                    for one in answers[question["id"]]["personas"]
                }
    assert states_told == own.answers
    keys = ("asset", "persona", "phase", "channel")
    placements = {tuple(one[key] for key in keys) for one in export["placements"]}
    assert placements == own.placements
    places = {
        (one["persona"], one["channel"], one["phase"]): one["state"] for one in export["places"]
    }
    assert places == own.places
    left = {(one["persona"], one["phase"]): set(one["not_asked"]) for one in export["asked"]}
    assert left == own.asked


@pytest.mark.parametrize("number", range(MANY))
def test_handbooks_made_by_chance(number: int, tmp_path: Path) -> None:
    write_random(tmp_path, number)
    own = counted(tmp_path)
    book = judged(tmp_path)
    agrees_with_json(book, own, tmp_path)
    assert question_states(question_rows(book), book) == states(own)


def scope_of(figure: dict[str, Any]) -> str:
    names = ("journey", "persona", "phase", "channel", "owner")
    return "&".join(f"{name}={figure[name]}" for name in names if figure[name] is not None)


def states(own: Counted) -> Counter[str]:
    """How many questions of today stand how, with the persona they serve worst."""
    return Counter(
        max((state for state, _ in people.values()), key=STATES.index)
        for (step, _), people in own.answers.items()
        if step in own.current
    )


def question_rows(book: Made) -> list[dict[str, str]]:
    """The questions of today's journeys, as each journey's file lists them."""
    files = table_files(book.site)
    current = (one for one in book.handbook.journeys.values() if one.is_current)
    return [row for one in current for row in read_rows(files[f"coverage/{one.id}.csv"])]


def question_states(rows: list[dict[str, str]], book: Made) -> Counter[str]:
    words = {word: state for state, word in zip(STATES, state_words(book), strict=True)}
    column = book.site.wording.text("State")
    return Counter(words[row[column]] for row in rows)


def state_words(book: Made) -> Iterator[str]:
    for word in ("answered", "answered with a lack", "being filled", "open"):
        yield book.site.wording.text(word)


@pytest.mark.parametrize("name", HANDBOOKS)
def test_json(name: str) -> None:
    agrees_with_json(made(HANDBOOKS[name]), counted(HANDBOOKS[name]), HANDBOOKS[name])


@pytest.mark.parametrize("name", HANDBOOKS)
def test_tables_and_workbook(name: str, tmp_path: Path) -> None:
    book, own = made(HANDBOOKS[name]), counted(HANDBOOKS[name])
    say = book.site.wording.text
    assert question_states(question_rows(book), book) == states(own)
    target = tmp_path / "book.xlsx"
    target.write_bytes(write_workbook(book.site))
    sheet = CalamineWorkbook.from_path(str(target)).get_sheet_by_name(say("Questions"))
    head, *rows = sheet.to_python()
    sheets = [dict(zip(map(str, head), map(str, row), strict=True)) for row in rows]
    assert question_states(sheets, book) == states(own)
    file = table_files(book.site)["matrix/channel-matrix.csv"]
    for matrix in (read_rows(file), matrix_sheet(target, book)):
        served = Counter(row[say("Served")].count(", ") + 1 for row in matrix if row[say("Served")])
        assert sum(n * times for n, times in served.items()) == list(own.places.values()).count(
            "served"
        )


def matrix_sheet(target: Path, book: Compilation) -> list[dict[str, str]]:
    name = book.site.wording.text("Channel matrix")
    head, *rows = CalamineWorkbook.from_path(str(target)).get_sheet_by_name(name).to_python()
    return [dict(zip(map(str, head), map(str, row), strict=True)) for row in rows]


@pytest.mark.parametrize("name", HANDBOOKS)
def test_pages(name: str) -> None:
    book, own = made(HANDBOOKS[name]), counted(HANDBOOKS[name])
    today, places = states(own), Counter(own.places.values())
    asked = sum(five_of(left) for left in own.asked.values())
    figures = figures_of(book, "coverage/index.md")
    found = [today[state] for state in STATES]
    assert figures[:5] == [*found, asked]
    figures = figures_of(book, "matrix/index.md")
    assert figures[:3] == [places["served"], places["missing"], places["thin"]]


def figures_of(book: Compilation, uri: str) -> list[int]:
    page = next(page for page in book.pages if page.uri == uri)
    html = "".join(block.html for block in page.blocks)
    found = re.findall(r'<span class="jb-score-figure[^"]*">(.*?)</span>', html, re.DOTALL)
    return [int(re.sub(r"<[^>]*>|\D", "", figure)) for figure in found]


def test_the_example_shows_every_lack() -> None:
    own = counted(HANDBOOKS["example"])
    lacks = {lack for people in own.answers.values() for _, lack in people.values()}
    shown = frozenset().union(*lacks)
    assert shown == LACKS
    assert any(asset.is_early for asset in made(HANDBOOKS["example"]).handbook.assets.values())


def test_chance_makes_every_state_and_lack(tmp_path: Path) -> None:
    seen: set[str] = set()
    for number in range(MANY):
        if seen >= EVERY:
            break
        write_random(tmp_path / str(number), number)
        own = counted(tmp_path / str(number))
        for people in own.answers.values():
            for state, lacks in people.values():
                seen |= {state, *lacks}
        seen |= set(own.places.values())
    assert seen == EVERY
