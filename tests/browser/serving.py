"""Serves a built site on a free port of this machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Site:
    """A built site: where it is served, and the folder that holds its files."""

    address: str
    folder: Path

    def paths(self) -> Iterator[str]:
        """The path of each of its pages, in order."""
        for file in sorted(self.folder.rglob("index.html")):
            yield f"/{file.parent.relative_to(self.folder).as_posix()}/".replace("/./", "/")


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address, without a slash at its end, at which the folder is served."""
    handler = partial(_QuietHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


class _QuietHandler(SimpleHTTPRequestHandler):
    """Serves files without a line per request."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401  # the base class's names and types
        """Keep the test output for the tests."""
