"""What is put beside a page leaves the page as it is: Material puts each of its tooltips there."""

from typing import Any

from playwright.sync_api import Browser, Page

from tests.browser.test_pages import resize
from tests.browser.watching import wait_for_theme

PUT_BESIDE = """() => {
  const one = document.createElement("div");
  document.body.append(one);
  return one.offsetWidth;
}"""
MOST = 20


def test_nothing_is_styled_anew(browser: Browser, page: Page) -> None:
    for width, paths in ((1280, ("/", "/gaps/")), (320, ("/journeys/cfo/", "/matrix/"))):
        resize(page, to=width)
        for path in paths:
            page.goto(path)
            wait_for_theme(page)
            assert 0 < styled_by(browser, page, PUT_BESIDE) < MOST, path


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
