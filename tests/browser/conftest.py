"""A real browser and the two built handbooks, served on this machine.

`page` and `dutch_page` open paths of their handbook, as in `page.goto("/channels/")`. Afterwards
they fail the test when the console complained, a request failed or a request left the site. A test
that names `window` in a `parametrize` runs once per window:

    @pytest.mark.parametrize("window", [Window(width=320), Window(scheme="dark")], ids=str)

The index of the search is empty, but for tests in a module that says `searched`.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import started
from tests.browser.finding import MISSING, find_chromium
from tests.browser.large import write_large
from tests.browser.serving import Site, served_by_name
from tests.browser.watching import Window, open_page
from tests.sites import address_of, built_once

# As long as everything else in a browser may take: no failure because a machine was busy.
expect.set_options(timeout=30_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lies in this folder."""
    for item in items:
        if item.nodeid.startswith("tests/browser/"):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser(sites: Path) -> Iterator[Browser]:
    """Chromium, started once per worker, which finds the shared sites by their names."""
    executable = find_chromium()
    if executable is None:
        pytest.skip(MISSING)
    with served_by_name(sites) as port:
        names = f"--host-resolver-rules=MAP *.localhost 127.0.0.1:{port}"
        with started(executable, names) as browser:
            yield browser


@pytest.fixture(scope="session")
def site(example: Path) -> Site:
    """The example handbook."""
    return Site(address=address_of(example), folder=example)


@pytest.fixture(scope="session")
def dutch_site(dutch: Path) -> Site:
    """The Dutch handbook."""
    return Site(address=address_of(dutch), folder=dutch)


@pytest.fixture(scope="session")
def large_site(sites: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A handbook of a thousand contents and twenty personas, without a page for each content."""
    configuration = write_large(tmp_path_factory.mktemp("large"))
    folder = built_once(configuration, sites / "large", crawled=False)
    return Site(address=address_of(folder), folder=folder)


@pytest.fixture
def window() -> Window:
    """A laptop in light colours, where a test does not say otherwise."""
    return Window()


@pytest.fixture
def searched() -> bool:
    """Whether a test asks the search anything."""
    return False


@pytest.fixture
def page(browser: Browser, site: Site, window: Window, *, searched: bool) -> Iterator[Page]:
    """A page of the example handbook that may not make the browser complain."""
    yield from _spotless(browser, site, window, searched=searched)


@pytest.fixture
def dutch_page(
    browser: Browser, dutch_site: Site, window: Window, *, searched: bool
) -> Iterator[Page]:
    """A page of the Dutch handbook that may not make the browser complain."""
    yield from _spotless(browser, dutch_site, window, searched=searched)


def _spotless(browser: Browser, site: Site, window: Window, *, searched: bool) -> Iterator[Page]:
    address = site.address if searched else site.address_without_search
    with open_page(browser, address, window) as (page, complaints):
        yield page
    if complaints:
        pytest.fail("\n".join(complaints), pytrace=False)
