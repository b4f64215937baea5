"""A handbook that was just begun is a site that everybody can read, and that says what to ask."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.accessibility import violations
from tests.browser.serving import without_search
from tests.browser.watching import Window, open_page
from tests.cli.test_init import journeybook
from tests.sites import address_of, built_once

JOURNEY = {"en": "customer", "nl": "klant"}
UNASKED = {"en": "not asked yet", "nl": "nog niet gevraagd"}


@pytest.mark.parametrize("phases", ["5", "6"])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_new_handbook_reads_well(
    browser: Browser, sites: Path, tmp_path: Path, language: str, phases: str
) -> None:
    done = journeybook("init", str(tmp_path), "--language", language, "--phases", phases)
    assert done.exit_code == 0, done.output
    site = built_once(tmp_path / "mkdocs.yml", sites / f"begun-{language}{phases}")
    journey = f"/journeys/{JOURNEY[language]}/"
    for width, paths in ((1280, ("/", journey)), (390, ("/gaps/", journey))):
        address = without_search(address_of(site))
        with open_page(browser, address, Window(width=width)) as (page, complaints):
            for path in paths:
                page.goto(path)
                assert [str(one) for one in violations(page)] == [], path
            assert (page.text_content("main") or "").casefold().count(UNASKED[language]) >= int(
                phases
            )
        assert complaints == []
