"""The speed of pages, from what tools write, in their own shapes."""

import json

import pytest

from journeybook.sources.document import SourceFile
from journeybook.sources.speeds import page_key, read_speeds
from tests.unit.handbooks import judged

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
        ("a.json", json.dumps(LIGHTHOUSE), 3.41, 41),
        ("a.json", json.dumps({"id": "x", "lighthouseResult": LIGHTHOUSE}), 3.41, 41),
        ("a.json", json.dumps([CRUX]), 3.4, None),
        ("a.json", json.dumps([{"url": "https://example.com/prices", "score": 41}]), None, 41),
    ],
)
def test_an_export_is_read(name: str, text: str, seconds: float | None, score: int | None) -> None:
    found, wrong = read_speeds(SourceFile(path=name, data=text.encode()))
    assert wrong == ()
    speed = found[page_key("https://example.com/prices")]
    assert (speed.seconds, speed.score) == (seconds, score)


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
    found, wrong = read_speeds(SourceFile(path=name, data=text.encode()))
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
