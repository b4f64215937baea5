"""How use and supply of a channel in a phase make a state."""

import pytest

from journeybook.handbook.index.matrix_facts import CellState, Scope, cells_of
from journeybook.handbook.index.matrix_scopes import everybody, of_journey, of_persona
from journeybook.pages.matrix.matrix import make_matrix
from journeybook.pages.parts.ways.links import Here
from tests.unit.handbooks import judged
from tests.unit.tables.warehouse import FILES, site

BOOK = site().handbook


@pytest.mark.parametrize(
    ("channel", "phase", "state"),
    [
        ("website", "buy", CellState.THIN),
        ("website", "use", CellState.MISSING),
        ("email", "buy", CellState.MISSING),
        ("peers", "buy", CellState.MISSING),
        ("radio", "buy", CellState.WASTED),
        ("fair", "use", CellState.UNUSED),
    ],
)
def test_states(channel: str, phase: str, state: CellState) -> None:
    assert cells_of(BOOK, everybody(BOOK))[channel, phase].state is state


def test_a_place_is_served_by_two_assets_that_lack_nothing() -> None:
    fresh = FILES["assets/prices.md"].replace("review_every: 6 months", "reviewed: 2026-11-01")
    book = judged({**FILES, "assets/prices.md": fresh}).handbook
    cell = cells_of(book, everybody(book))["website", "buy"]
    assert cell.states == {"cfo": CellState.SERVED, "clerk": CellState.THIN}
    assert cell.served == ("cfo",)
    assert cell.state is CellState.THIN


def test_the_state_is_that_of_the_user_who_is_served_worst() -> None:
    cell = cells_of(BOOK, everybody(BOOK))["website", "use"]
    assert cell.states == {"cfo": CellState.THIN, "clerk": CellState.MISSING}


def test_content_on_its_way_is_thin_for_those_who_come_and_nothing_for_others() -> None:
    cells = cells_of(BOOK, everybody(BOOK))
    assert [one.id for one in cells["email", "buy"].coming] == ["lease"]
    assert cells_of(BOOK, of_persona(BOOK, "cfo"))["email", "buy"].state is CellState.UNUSED


def test_a_ranked_channel_with_content_is_looked_at_and_not_wasted() -> None:
    ranked = {**FILES, "personas/cfo.md": "---\ntitle: CFO\nchannels: {primary: [radio]}\n---"}
    book = judged(ranked).handbook
    cell = cells_of(book, everybody(book))["radio", "buy"]
    assert cell.lookers == ("cfo",)
    assert cell.state is CellState.THIN


def test_a_cell_knows_who_finds_nothing_in_it() -> None:
    cell = cells_of(BOOK, everybody(BOOK))["website", "use"]
    assert cell.users == ("cfo", "clerk")
    assert cell.unserved == ("clerk",)


def test_a_cell_knows_whether_it_works() -> None:
    cell = cells_of(BOOK, everybody(BOOK))["website", "buy"]
    assert (cell.importance, cell.satisfaction, cell.emotion) == (4, 2, -1)
    assert cells_of(BOOK, everybody(BOOK))["peers", "buy"].is_moment_of_truth


def test_a_journey_counts_only_its_own_touchpoints() -> None:
    files = {
        **FILES,
        "journeys/other/index.md": "---\ntitle: Other\npersona: cfo\nscope: [use]\n---",
        "journeys/other/use.md": "# Use",
    }
    book = judged(files).handbook
    scope = of_journey(book, book.journeys["other"])
    assert scope == Scope(personas=("cfo",), phases=("use",), journey="other")
    assert cells_of(book, scope)["website", "use"].users == ()


def test_channels_stand_in_groups_with_totals() -> None:
    matrix, _ = make_matrix(Here(site=site(), uri="matrix/index.md"), everybody(BOOK), "Matrix")
    found = {group.title: [row.channel.text for row in group.rows] for group in matrix.groups}
    assert found == {
        "Owned": ["Email", "Website"],
        "Earned": ["Peers"],
        "Paid": ["Fair"],
        "Of no type": ["Radio"],
    }
    website = matrix.groups[0].rows[1]
    assert [one.words for one in website.supply] == ["2 assets published", "1 coming"]
    assert [one.words for one in website.use] == ["used by 2"]
    assert [one.words for one in matrix.total] == ["2 assets published", "1 coming"]
    assert [(one.word, one.count.figure) for one in matrix.states] == [
        ("Served", "0"),
        ("Thin", "3"),
        ("Missing", "4"),
        ("Wasted", "2"),
    ]
    assert [(band.title, band.span) for band in matrix.bands] == [
        ("Buyer journey", 1),
        ("Customer journey", 1),
    ]
