"""Serves a built site on a free port of this machine."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

EMPTY_INDEX = Path(__file__).with_name("empty_search_index.json")
# What Material would search it with, which each page starts anew.
NO_WORKER = Path(__file__).with_name("empty_search_worker.js")


@dataclass(frozen=True, kw_only=True)
class Site:
    """A built site: where it is served, and the folder that holds its files."""

    address: str
    folder: Path

    @property
    def address_without_search(self) -> str:
        """Where it is served without a search."""
        return without_search(self.address)

    def paths(self) -> Iterator[str]:
        """The path of each of its pages, in order."""
        for file in sorted(self.folder.rglob("index.html")):
            yield f"/{file.parent.relative_to(self.folder).as_posix()}/".replace("/./", "/")


def without_search(address: str) -> str:
    """Where a site is served without a search, which would be a fifth of opening a page."""
    return address.replace("//", "//unsearched.")


@contextmanager
def served(
    folder: Path, headers: Mapping[str, str] | None = None, *, searched: bool = True
) -> Iterator[str]:
    """The address, without a slash at its end, at which the folder is served with some headers.

    What is not `searched` has an empty index, and nothing to search it with.
    """
    more = {"headers_of_all": headers or {}, "searched": searched}
    handler = type("Handler", (_QuietHandler,), more)
    with _serving(partial(handler, directory=str(folder))) as port:
        yield f"http://127.0.0.1:{port}"


@contextmanager
def served_by_name(folder: Path) -> Iterator[int]:
    """The port at which `http://<name>.localhost` is the site in that folder of the folder."""
    with _serving(partial(_NamedHandler, directory=str(folder))) as port:
        yield port


@contextmanager
def _serving(handler: Callable[..., BaseHTTPRequestHandler]) -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


class _QuietHandler(SimpleHTTPRequestHandler):
    """Serves files without a line per request; nothing in them changes while they are served."""

    headers_of_all: Mapping[str, str] = {}
    searched = True

    def translate_path(self, path: str) -> str:
        """Find a file."""
        if not self.searched and path.endswith("/search_index.json"):
            return str(EMPTY_INDEX)
        if not self.searched and "/workers/search." in path:
            return str(NO_WORKER)
        return super().translate_path(path)

    def end_headers(self) -> None:
        """Add what goes with every answer, and let the browser keep what all pages use."""
        for name, value in self.headers_of_all.items():
            self.send_header(name, value)
        self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401  # the base class's names and types
        """Keep the test output for the tests."""


class _NamedHandler(_QuietHandler):
    """Serves the folder that the address names."""

    def translate_path(self, path: str) -> str:
        """Look in that folder."""
        *prefix, name, _ = self.headers["Host"].split(".")
        self.searched = not prefix
        return super().translate_path(f"/{name}{path}")
