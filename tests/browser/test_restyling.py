"""What is put beside a page leaves the page as it is: Material puts each of its tooltips there."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.watching import Window, wait_for_theme

PUT_BESIDE = """() => {
  const one = document.createElement("div");
  document.body.append(one);
  return one.offsetWidth;
}"""
MOST = 20


@pytest.mark.parametrize("window", [Window(), Window(width=320)], ids=str)
@pytest.mark.parametrize("path", ["/", "/gaps/", "/journeys/cfo/", "/matrix/", "/personas/"])
def test_nothing_is_styled_anew(browser: Browser, page: Page, path: str) -> None:
    page.goto(path)
    wait_for_theme(page)
    assert 0 < styled_by(browser, page, PUT_BESIDE) < MOST


def styled_by(browser: Browser, page: Page, script: str) -> int:
    """Of how many elements the browser works out the style because of a script."""
    session = browser.new_browser_cdp_session()
    events: list[dict[str, Any]] = []
    ended: list[bool] = []
    session.on("Tracing.dataCollected", lambda data: events.extend(data["value"]))
    session.on("Tracing.tracingComplete", lambda _: ended.append(True))
    traced = {"includedCategories": ["devtools.timeline"]}
    session.send("Tracing.start", {"transferMode": "ReportEvents", "traceConfig": traced})
    page.evaluate(script)
    session.send("Tracing.end")
    while not ended:
        page.wait_for_timeout(10)
    session.detach()
    styled = (one["args"] for one in events if one["name"] == "UpdateLayoutTree")
    return max((args.get("elementCount", 0) for args in styled), default=0)
