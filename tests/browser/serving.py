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


@dataclass(frozen=True, kw_only=True)
class Site:
    """A built site: where it is served, and the folder that holds its files."""

    address: str
    folder: Path

    @property
    def address_without_search(self) -> str:
        """Where it is served with an empty index: reading that is most of opening a page."""
        return self.address.replace("//", "//unsearched.")

    def paths(self) -> Iterator[str]:
        """The path of each of its pages, in order."""
        for file in sorted(self.folder.rglob("index.html")):
            yield f"/{file.parent.relative_to(self.folder).as_posix()}/".replace("/./", "/")


@contextmanager
def served(folder: Path, headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """The address, without a slash at its end, at which the folder is served with some headers."""
    handler = type("Handler", (_QuietHandler,), {"headers_of_all": headers or {}})
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
    """Serves files without a line per request."""

    headers_of_all: Mapping[str, str] = {}

    def end_headers(self) -> None:
        """Add what goes with every answer."""
        for name, value in self.headers_of_all.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401  # the base class's names and types
        """Keep the test output for the tests."""


class _NamedHandler(_QuietHandler):
    """Serves the folder that the address names; nothing in it changes while it is served."""

    def translate_path(self, path: str) -> str:
        """Look in that folder."""
        *prefix, name, _ = self.headers["Host"].split(".")
        if prefix and path.endswith("/search_index.json"):
            return str(EMPTY_INDEX)
        return super().translate_path(f"/{name}{path}")

    def end_headers(self) -> None:
        """Let the browser keep what all pages use."""
        self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()
