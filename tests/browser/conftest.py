"""A real browser and the two built handbooks, served on this machine.

`page` and `dutch_page` open paths of their handbook, as in `page.goto("/channels/")`. Afterwards
they fail the test when the console complained, a request failed or a request left the site. A test
that names `window` in a `parametrize` runs once per window:

    @pytest.mark.parametrize("window", [Window(width=320), Window(scheme="dark")], ids=str)
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import MISSING, find_chromium, started
from tests.browser.serving import Site, served
from tests.browser.watching import Window, open_page
from tests.sites import DUTCH, EXAMPLE, build_site

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lies in this folder."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once."""
    executable = find_chromium()
    if executable is None:
        pytest.skip(MISSING)
    with started(executable) as browser:
        yield browser


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The example handbook."""
    yield from _built_and_served(EXAMPLE, tmp_path_factory.mktemp("example"))


@pytest.fixture(scope="session")
def dutch_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The Dutch handbook."""
    yield from _built_and_served(DUTCH, tmp_path_factory.mktemp("dutch"))


@pytest.fixture
def window() -> Window:
    """A laptop in light colours, where a test does not say otherwise."""
    return Window()


@pytest.fixture
def page(browser: Browser, site: Site, window: Window) -> Iterator[Page]:
    """A page of the example handbook that may not make the browser complain."""
    yield from _spotless(browser, site, window)


@pytest.fixture
def dutch_page(browser: Browser, dutch_site: Site, window: Window) -> Iterator[Page]:
    """A page of the Dutch handbook that may not make the browser complain."""
    yield from _spotless(browser, dutch_site, window)


def _built_and_served(configuration: Path, folder: Path) -> Iterator[Site]:
    # Served first, because Material's instant navigation only follows links to the address, port
    # included, that the site was built for.
    with served(folder) as address:
        build_site(configuration, folder, address=address)
        yield Site(address=address, folder=folder)


def _spotless(browser: Browser, site: Site, window: Window) -> Iterator[Page]:
    with open_page(browser, site.address, window) as (page, complaints):
        yield page
    if complaints:
        pytest.fail("\n".join(complaints), pytrace=False)
