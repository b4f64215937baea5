"""Drawings: escaped, measured, and broken into lines that fit."""

import re

import pytest

from journeybook.pages.journeys.map.journey_items import Group, Item
from journeybook.pages.journeys.map.journey_paper import paper_scale
from journeybook.pages.parts.drawing.charts import (
    Bar,
    BarChart,
    Bubble,
    BubbleChart,
    BubbleRow,
    draw_bars,
    draw_bubbles,
)
from journeybook.pages.parts.drawing.svg import Heights, bent, element, number, runs, wrapped
from journeybook.wording import signed

HEIGHTS = Heights(middle=100, step=10)


def test_text_and_attributes_are_escaped() -> None:
    made = element("text", "a < b & c", title='"x"', stroke_width=1.5, href=None)
    assert made == '<text title="&#34;x&#34;" stroke-width="1.5">a &lt; b &amp; c</text>'


def test_numbers_are_cut_to_what_can_be_seen() -> None:
    assert [number(one) for one in (1, 1.04, 1.26, -0.5)] == ["1", "1", "1.3", "-0.5"]


def test_a_feeling_nobody_knows_interrupts_the_line() -> None:
    found = runs([1, None, -1, 0], HEIGHTS)
    assert found == [[(50, 90)], [(250, 110), (350, 100)]]
    assert bent(found[1]) == "M250 110C295 110 305 100 350 100"


@pytest.mark.parametrize(
    ("text", "most", "lines"),
    [
        ("Calls us", 3, ("Calls us",)),
        ("", 3, ("",)),
        ("one two three four five six", 2, ("one two", "three fou…")),
        ("Kapitänsmützenhersteller", 4, ("Kapitäns-", "mützenher-", "steller")),
        ("日本語の長い文章です", 3, ("日本語の-", "長い文章-", "です")),
    ],
)
def test_text_is_broken_into_lines(text: str, most: int, lines: tuple[str, ...]) -> None:
    assert wrapped(text, 77, most) == lines


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("n" * 12 + "i m", ("n" * 12 + "i m",)),
        ("ni mmmmmmmm", ("ni", "mmmmmmmm")),
        ("ni mmmmmmmm ni mmmmmmmm", ("ni", "mmmmmmmm…")),
    ],
)
def test_a_label_is_broken_where_its_bar_begins(label: str, shown: tuple[str, ...]) -> None:
    # One is 117.9 pixels wide and the others 118.3, of 118.
    bars = (Bar(label=label, stretches=()),)
    made = draw_bars(BarChart(name="a", title="", description="", bars=bars, keys=()))
    assert tuple(re.findall(r">([^<>]+)(?=</text>|<title>)", made)) == shown
    assert (f"<title>{label}</title></text>" in made) == shown[-1].endswith("…")


def test_heads_of_a_chart_keep_to_their_columns() -> None:
    row = BubbleRow(label="Blog", bubbles=(Bubble(published=1, coming=0),) * 3)
    for heads, lines, top in (
        (("A", "B", "C"), 1, "M130 24"),
        (("A " * 20, "B", "C"), 2, "M130 38"),
    ):
        chart = BubbleChart(name="a", title="", description="", columns=heads, rows=(row,), keys=())
        made = draw_bubbles(chart)
        assert made.count("jb-chart-head") == lines + 2
        assert top in made


def test_scores_carry_their_sign() -> None:
    assert [signed(one) for one in (-2, 0, 2)] == ["−2", "0", "+2"]


def test_more_text_is_printed_smaller_until_it_cannot_be_read() -> None:
    def scale(items: int) -> float:
        group = Group(
            items=tuple(Item(text="What does it cost over five years?") for _ in range(items))
        )
        return paper_scale([[((group,), 1)]], 6)

    scales = [scale(items) for items in (1, 60, 90, 900)]
    assert scales == sorted(scales, reverse=True)
    assert scales[0] == 0.8
    assert scales[-1] == 0.4
