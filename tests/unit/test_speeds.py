"""The speed of pages, from what tools write, in their own shapes."""

import json
from collections.abc import Iterator

import pytest

from journeybook.sources.document import SourceFile
from journeybook.sources.tables.speeds import page_key, read_speeds
from tests.unit.handbooks import judged
from tests.unit.held import hold_each
from tests.words import WORDS

LIGHTHOUSE = {
    "finalUrl": "https://example.com/prices",
    "fetchTime": "2026-10-05T08:00:00.000Z",
    "categories": {"performance": {"score": 0.41}},
    "audits": {"largest-contentful-paint": {"numericValue": 3412.7}},
}
CRUX = {
    "record": {
        "key": {"url": "https://www.example.com/prices/"},
        "metrics": {"largest_contentful_paint": {"percentiles": {"p75": 3400}}},
    }
}
TABS = "Page\tLargest Contentful Paint (s)\nhttp://example.com/prices\t3,4 s"


@pytest.mark.parametrize(
    ("name", "text", "seconds", "score"),
    [
        ("a.csv", "url,lcp,score\nhttps://example.com/prices,3.4,41\n", 3.4, 41),
        ("a.csv", "\ufeffURL;LCP (ms);Performance\nexample.com/prices/;3400;0,41\n", 3.4, 41),
        ("a.csv", TABS, 3.4, None),
        ("a.csv", "url,lcp_ms,score\nexample.com/prices,3400ms,1%\n", 3.4, 1),
        ("a.csv", "url,lcp,score\nexample.com/prices,100,1\n", 0.1, 100),
        ("a.csv", "url,lcp,score\nexample.com/prices,99.9,1.5\n", 99.9, 1.5),
        ("a.csv", "url,lcp (sec),score\nexample.com/prices,0.5 sec,100 %\n", 0.5, 100),
        ("a.json", json.dumps(LIGHTHOUSE), 3.41, 41),
        ("a.json", json.dumps({"id": "x", "lighthouseResult": LIGHTHOUSE}), 3.41, 41),
        ("a.json", json.dumps([CRUX]), 3.4, None),
        ("a.json", json.dumps([{"url": "https://example.com/prices", "score": 41}]), None, 41),
    ],
)
def test_an_export_is_read(
    name: str, text: str, seconds: float | None, score: float | None
) -> None:
    found, wrong = read_speeds(SourceFile(path=name, data=text.encode()), WORDS.exports)
    assert wrong == ()
    speed = found[page_key("https://example.com/prices")]
    assert (speed.seconds, speed.score) == (seconds, score)


def test_every_row_of_an_export() -> None:
    hold_each("speeds", speeds)


def speeds(given: str) -> Iterator[str]:
    """Tell what is read of an export, and what is not; its name stands in the first line."""
    name, _, text = given.partition("\n")
    found, wrong = read_speeds(SourceFile(path=name, data=text.encode()), WORDS.exports)
    yield from (f"{page}: {speed}" for page, speed in found.items())
    yield from map(str, wrong)


MOVED = {
    **LIGHTHOUSE,
    "audits": {"cumulative-layout-shift": {"numericValue": 0.3123}},
}
VISITORS = {
    "record": {
        "key": {"url": "https://example.com/prices"},
        "metrics": {"cumulative_layout_shift": {"percentiles": {"p75": "0.31"}}},
    }
}


@pytest.mark.parametrize(
    ("name", "text", "shift"),
    [
        ("a.csv", "url;CLS\nhttps://example.com/prices;0,31\n", 0.31),
        ("a.json", json.dumps(MOVED), 0.312),
        ("a.json", json.dumps([VISITORS]), 0.31),
    ],
)
def test_how_much_a_page_moves_is_read(name: str, text: str, shift: float) -> None:
    found, wrong = read_speeds(SourceFile(path=name, data=text.encode()), WORDS.exports)
    assert wrong == ()
    assert found[page_key("https://example.com/prices")].shift == shift


def test_a_page_that_moves_distracts_at_a_moment_of_truth() -> None:
    files = {
        "personas/cfo.md": "# CFO",
        "phases/buy.md": "# Buy",
        "channels/site.md": "# Site",
        "journeys/cfo/index.md": "---\npersona: cfo\n---\n# CFO\n",
        "journeys/cfo/buy.md": "---\ntouchpoints: [{title: Looks, channel: site, "
        "moment_of_truth: true, assets: [prices]}]\n---\n",
        "assets/prices.md": "---\nstatus: published\nspeed: {shift: SHIFT}\n---\n# Prices\n",
    }

    def found(shift: str) -> list[str]:
        moved = {**files, "assets/prices.md": files["assets/prices.md"].replace("SHIFT", shift)}
        return [one.message for one in judged(moved).findings if one.code == "slow-page"]

    assert found("0.25") == []
    assert found("0.3") == ["“Prices” is slow at the moment of truth “Looks”: moves by 0.3"]


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a.csv", "where,when\na,b\n", 1),
        ("a.csv", "url,lcp\nhttps://a.nl,\n", 2),
        ("a.csv", "url,lcp\n\n,3\n", 3),
        ("a.csv", "url,lcp\nhttps://a.nl,-3\n", 2),
        ("a.csv", "url,score\nhttps://a.nl,101\n", 2),
        ("a.json", "{", 1),
        ("a.json", "[1]", 1),
        ("a.json", "{}", 1),
    ],
)
def test_what_is_no_speed_is_told_with_its_line(name: str, text: str, line: int) -> None:
    found, wrong = read_speeds(SourceFile(path=name, data=text.encode()), WORDS.exports)
    assert found == {}
    assert [one.span.line for one in wrong] == [line]


def test_a_page_is_known_by_its_address_unless_its_file_says_how_fast_it_is() -> None:
    files = {
        "site_config/journeybook.yml": "speed: speed.csv",
        "site_config/speed.csv": "url,lcp\nhttps://a.nl/x,9\nhttps://a.nl/y,9\n",
        "assets/x.md": "---\nurl: https://www.a.nl/x/\n---\n",
        "assets/y.md": "---\nurl: https://a.nl/y\nspeed: 1\n---\n",
        "assets/z.md": "# Z",
    }
    assets = judged(files).handbook.assets
    speeds = {name: one.speed.seconds if one.speed else None for name, one in assets.items()}
    assert speeds == {"x": 9, "y": 1, "z": None}
