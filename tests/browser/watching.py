"""Opens pages and writes down everything that a visitor's browser would complain of."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

ERROR_STATUS = 400
# Addresses that never reach a network.
LOCAL_SCHEMES = ("about", "blob", "data")


@dataclass(frozen=True, kw_only=True)
class Window:
    """How big the reader's window is and which colours they prefer."""

    width: int = 1280
    height: int = 900
    scheme: Literal["light", "dark"] = "light"

    def __str__(self) -> str:
        """Tell windows apart in the names of tests."""
        return f"{self.scheme}-{self.width}"


@contextmanager
def open_page(
    browser: Browser, address: str, window: Window, *, scripts: bool = True
) -> Iterator[tuple[Page, list[str]]]:
    """A page of its own, for paths below the address, and the list that collects complaints."""
    context = browser.new_context(
        base_url=address,
        viewport={"width": window.width, "height": window.height},
        color_scheme=window.scheme,
        reduced_motion="reduce",
        java_script_enabled=scripts,
    )
    try:
        page = context.new_page()
        yield page, _watch(page, address)
    finally:
        context.close()


def wait_for_theme(page: Page) -> None:
    """Wait until the theme has followed the address, which it does in its own time."""
    for _ in range(2):
        page.evaluate("new Promise((done) => requestIdleCallback(done))")


def _watch(page: Page, address: str) -> list[str]:
    complaints: list[str] = []

    def note(complaint: str | None) -> None:
        if complaint is not None:
            complaints.append(f"{page.url}: {complaint}")

    page.on("console", lambda message: note(_from_console(message)))
    page.on("pageerror", lambda error: note(f"uncaught error: {error}"))
    page.on("request", lambda request: note(_from_request(request, address)))
    page.on("requestfailed", lambda request: note(_from_failure(request)))
    page.on("response", lambda response: note(_from_response(response)))
    return complaints


def _from_console(message: ConsoleMessage) -> str | None:
    return f"console error: {message.text}" if message.type == "error" else None


def _from_request(request: Request, address: str) -> str | None:
    parts = urlsplit(request.url)
    if parts.scheme in LOCAL_SCHEMES or parts.netloc == urlsplit(address).netloc:
        return None
    return f"request leaves the site: {request.url}"


def _from_failure(request: Request) -> str | None:
    # The browser itself aborts what a page still loads when the reader moves on.
    if request.failure == "net::ERR_ABORTED":
        return None
    return f"request failed: {request.url} ({request.failure})"


def _from_response(response: Response) -> str | None:
    return f"status {response.status}: {response.url}" if response.status >= ERROR_STATUS else None
