"""Figures with readings: read from the file or a CSV, named by actions, told before and after."""

from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.handbook.book import Handbook
from journeybook.pages.actions.kpis import figure_groups
from journeybook.pages.parts.drawing.readings import Point, ReadingsChart, draw_readings
from journeybook.pages.parts.drawing.svg import shortened
from journeybook.pages.parts.figures import Progress
from journeybook.schema.kpi import Kpi
from tests.unit.actions.bakery import bakery
from tests.unit.handbooks import handbook, told


@pytest.fixture(scope="module")
def figures() -> dict[str, Progress]:
    """The figures of the bakery by their names."""
    return {one.name: one for group in figure_groups(bakery()) for one in group.figures}


def first_kpi(keys: str, **files: str) -> Kpi:
    """Read a figure of a journey from its keys."""
    index = f"---\ntitle: J\npersona: p\nkpis: [{{name: F, {keys}}}]\n---\n"
    book: Handbook = handbook({"personas/p.md": "# P", "journeys/j/index.md": index, **files})
    return book.journeys["j"].kpis[0]


def test_the_last_reading_is_what_the_figure_is_now() -> None:
    keys = "actual: 9, readings: [{date: 2026-10-01, value: 4}, {date: 2026-09-01, value: 3}]"
    kpi = first_kpi(keys)
    assert kpi.actual == 4
    assert [one.value for one in kpi.readings] == [3, 4]


@pytest.mark.parametrize(
    "readings",
    [
        "{2026-09-01: 3, 1 october 2026: 4}",
        "[2026-09-01: 3, 2026-10-01: 4]",
        "[{date: 2026-09-01, value: 3}, {date: 2026-10-01, value: 4}]",
    ],
)
def test_a_reading_may_be_a_day_with_its_value(readings: str) -> None:
    assert [one.value for one in first_kpi(f"readings: {readings}").readings] == [3, 4]


def test_what_is_no_day_is_told_as_a_key() -> None:
    index = "---\npersona: p\nkpis: [{name: F, readings: {dat: 2026-09-01, value: 3}}]\n---\n# J\n"
    book = {"personas/p.md": "# P", "journeys/j/index.md": index}
    assert "unknown key 'dat'" in told(book, "unknown-key")[0]


def test_what_is_said_of_days_to_come_does_not_count_yet() -> None:
    kpi = first_kpi("readings: [{date: 2026-10-01, value: 4}, {date: 2027-01-01, value: 9}]")
    assert (kpi.actual, len(kpi.readings)) == (4, 1)


@pytest.mark.parametrize(
    "text",
    [
        "2026-10-01,4.5\n2026-09-01,3\n",
        "date,value\r\n2026-09-01,3\r\n2026-10-01,4.5\r\n",
        "Datum;Waarde\n2026-09-01;3\n\n2026-10-01;4,5\n",
        "\ufeffdate\tvalue\n2026-09-01\t3\n2026-10-01\t4.5\tfirst month\n",
        '"date","value"\n"2026-09-01","3"\n"2026-10-01","4,5"\n',
    ],
)
def test_a_csv_is_read_as_spreadsheets_write_it(text: str) -> None:
    kpi = first_kpi("readings: r.csv", **{"journeys/j/r.csv": text})
    assert [one.value for one in kpi.readings] == [3, 4.5]


@pytest.mark.parametrize("name", ["data/r.csv", "data\\r.csv"])
def test_a_csv_may_lie_in_a_folder_and_stand_beside_readings(name: str) -> None:
    keys = f"csv: {name}, readings: {{date: 2026-10-01, value: 5}}"
    kpi = first_kpi(keys, **{"journeys/j/data/r.csv": "2026-10-01,4\n2026-10-02,6\n"})
    assert [one.value for one in kpi.readings] == [4, 6]


def test_direction_is_understood_in_any_words() -> None:
    assert all(first_kpi(f"direction: {word}").wants_less for word in ("lower", "down", "omlaag"))
    assert not first_kpi("direction: up, target: 0").wants_less


def test_an_action_names_a_figure_of_its_journey() -> None:
    van = bakery().handbook.actions["van"]
    assert [(one.name, one.actual, one.target) for one in van.kpis] == [
        ("Loaves sold", 80.5, 100),
        ("Complaints", 1, 2),
    ]
    assert van.misses_target


def test_a_figure_tells_before_and_after_each_action(figures: dict[str, Progress]) -> None:
    (effect,) = figures["Loaves sold"].effects
    assert effect.words == "done on 1 August 2026: 60 a day before, 80.5 a day after"
    (effect,) = figures["Complaints"].effects
    assert effect.words == "done on 1 August 2026: not measured before, 1 after"
    assert [one.words for one in figures["Smiles"].effects] == ["not done yet", "not done yet"]


def test_a_figure_tells_where_it_stands_and_whether_it_was_read(
    figures: dict[str, Progress],
) -> None:
    loaves, complaints, smiles = figures.values()
    assert (loaves.word, complaints.word) == ("not there yet", "on target")
    assert smiles.word == "nothing to compare yet"
    assert loaves.late == "should have been read by 1 October 2026"
    assert (complaints.late, smiles.late) == ("", "never read")
    assert loaves.read == "read on 1 September 2026 · to be read every 1 month"


def test_a_figure_that_was_read_twice_is_drawn(figures: dict[str, Progress]) -> None:
    assert not figures["Complaints"].chart
    words = [one.text for one in ET.fromstring(figures["Loaves sold"].chart).iter()]  # noqa: S314
    assert {"80.5", "100", "target 100", "1 July 2026: 60", "1 September 2026"} <= set(words)


def chart(*values: float, target: float | None = None) -> ReadingsChart:
    """A chart of a value a day."""
    points = tuple(Point(day=at, value=v, label=str(v)) for at, v in enumerate(values))
    return ReadingsChart(
        name="c",
        title="C",
        description="",
        points=points,
        first_day="a",
        last_day="b",
        scale=("low", "high"),
        target=target,
        target_label="aim",
    )


@pytest.mark.parametrize("values", [(1e308, -1e308), (5, 5), (0, 0), (1e-300, 2e-300)])
def test_no_value_leaves_the_drawing(values: tuple[float, ...]) -> None:
    drawn = draw_readings(chart(*values, target=values[0]))
    root = ET.fromstring(drawn)  # noqa: S314
    heights = [float(one.get("cy", "nan")) for one in root if one.tag == "circle"]
    assert all(16 <= height <= 90 for height in heights)
    assert len(heights) == 2


VALUES = st.floats(-1e9, 1e9, allow_nan=False)


@given(st.lists(VALUES, min_size=2, max_size=5), st.none() | VALUES | st.just(0.0))
def test_no_words_stand_on_others_or_on_the_line(values: list[float], target: float | None) -> None:
    low, high = min(values), max(values)
    goal = high if target == 0 else target
    drawn = replace(
        chart(*values, target=goal),
        first_day="30 September 2026",
        last_day="31 December 2026",
        scale=(f"{low:,}", f"{high:,}"),
        target_label=f"target {goal or 0:,}",
    )
    root = ET.fromstring(draw_readings(drawn))  # noqa: S314
    boxes = [box(one) for one in root if one.tag == "text"]
    assert all(apart(one, other) for one, other in combinations(boxes, 2))
    assert all(
        left >= 0 and right <= 300 and top >= 0 and low <= 118 for left, top, right, low in boxes
    )
    dots = [
        (float(one.get("cx", 0)), float(one.get("cy", 0))) for one in root if one.tag == "circle"
    ]
    around = [(x - 3, y - 3, x + 3, y + 3) for x, y in dots]
    assert all(apart(word, dot) for word in boxes for dot in around)


@pytest.mark.parametrize("letter", "1im")
def test_what_stands_below_the_line_is_cut_before_it_meets(letter: str) -> None:
    drawn = replace(chart(1, 2), first_day="31 December 2026", last_day="x" + letter * 99)
    points = tuple(replace(one, label=letter * 99) for one in drawn.points)
    root = ET.fromstring(draw_readings(replace(drawn, points=points)))  # noqa: S314
    below = [one.text or "" for one in root if "day" in (one.get("class") or "")]
    assert len(below) == 2
    for text in below:
        # As much as fits into half of the drawing, with a little room between the two.
        assert text.endswith("…")
        assert shortened(text, 144) == text
        assert shortened(text.replace("…", letter * 4), 144) != text.replace("…", letter * 4)


def box(text: ET.Element) -> tuple[float, float, float, float]:
    """Where a text stands: ten pixels high, and as wide as its letters."""
    x, y, width = (
        float(text.get("x", 0)),
        float(text.get("y", 0)),
        sum(6.2 if one.isdigit() else 4.8 for one in text.text or ""),
    )
    is_ending = any(one in (text.get("class") or "") for one in ("scale", "end"))
    return (x - width, y - 8, x, y + 2) if is_ending else (x, y - 8, x + width, y + 2)


def apart(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Whether two boxes share nothing."""
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_a_line_that_says_nothing_is_told_with_its_place() -> None:
    files = {
        "personas/p.md": "# P",
        "journeys/j/index.md": "---\npersona: p\nkpis: {name: F, readings: r.csv}\n---\n# J\n",
        "journeys/j/r.csv": "date,value\n2026-09-01\n2026-09-02,3\n",
    }
    (said,) = told(files, "unread-readings")
    assert said.startswith("content/journeys/j/r.csv:2:1: '2026-09-01' is no date and value")
