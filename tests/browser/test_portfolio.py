"""The page that puts handbooks side by side is readable by everybody, on every screen."""

from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.accessibility import violations
from tests.browser.watching import Window, open_page
from tests.build.test_several import ANSWER, FILES
from tests.repositories import commit, start
from tests.sites import address_of, built_once

WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_handbooks_side_by_side_read_well(browser: Browser, sites: Path, tmp_path: Path) -> None:
    start(tmp_path, FILES, day="2026-09-01")
    commit(tmp_path, {"docs/north/assets/answer.md": ANSWER}, day="2026-11-01")
    site = built_once(tmp_path / "mkdocs.yml", sites / "several")
    windows = (Window(width=1280), Window(width=1280, scheme="dark"), Window(width=320))
    for window in windows:
        with open_page(browser, address_of(site), window) as (page, complaints):
            page.goto("/portfolio/")
            assert [str(one) for one in violations(page)] == [], window
            assert page.evaluate(WIDER) == 0, window
            page.get_by_role("link", name="North & <Co>").last.click()
            page.wait_for_url("**/north/**")
        assert complaints == []
