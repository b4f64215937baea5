"""The grid of improvements: every action once, in its cell, the ones under way first."""

from journeybook.pages.actions.draw import ActionsGrid, make_actions_grid
from tests.unit.handbooks import judged

FILES = {
    "actions/later.md": (
        "---\nimpact: high\nterm: short\nstatus: idea\nowner: Web team\n---\n# Later\n"
    ),
    "actions/now.md": (
        "---\nimpact: high\nterm: short\nstatus: doing\nowner: Web team\ndue: 2026-11-01\n"
        "kpi: {name: Calls, unit: a week, target: 5, actual: 2}\n---\n# Now\n"
    ),
    "actions/small.md": "---\nimpact: low\nterm: long\nstatus: done\n---\n# Small\n",
    "actions/loose.md": "---\nimpact: low\nstatus: planned\n---\n# Loose\n",
}


def grid() -> ActionsGrid:
    """The grid of four actions."""
    return make_actions_grid(judged(FILES).site)


def test_every_action_stands_once_in_its_cell() -> None:
    made = grid()
    assert made.columns == ("short term", "long term")
    cells = [[[line.link.text for line in cell.lines] for cell in row.cells] for row in made.rows]
    assert [row.head for row in made.rows] == ["high impact", "low impact"]
    assert cells == [[["Now", "Later"], []], [[], ["Small"]]]
    assert [line.link.text for line in made.unplaced.lines] == ["Loose"]


def test_a_line_tells_when_who_and_what_for() -> None:
    now, later = grid().rows[0].cells[0].lines
    assert (
        now.note == "was due 1 November 2026 · Web team · Calls: now 2 a week, should be 5 a week"
    )
    assert later.note == "Web team"


def test_what_is_done_is_not_late() -> None:
    (small,) = grid().rows[1].cells[1].lines
    assert (small.word, small.note) == ("done", "nobody owns it")
