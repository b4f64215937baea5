"""Addresses elsewhere on the web are looked at when somebody asks, and within a time."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from journeybook.adapters.cli import main
from journeybook.adapters.disk.links import look_at

LATE = 2


class Host(BaseHTTPRequestHandler):
    """A host that answers each path by what it is called."""

    def do_HEAD(self) -> None:
        self.answer()

    def do_GET(self) -> None:
        self.answer()

    def answer(self) -> None:
        if self.path == "/slow":
            time.sleep(LATE)
        codes = {"/gone": 404, "/retired": 410, "/private": 403, "/broken": 500}
        code = (
            405 if self.path == "/no-head" and self.command == "HEAD" else codes.get(self.path, 200)
        )
        self.send_response(code)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    server.daemon_threads = True
    server.block_on_close = False
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_what_is_gone_or_cannot_be_reached_is_dead(host: str) -> None:
    paths = ("/", "/gone", "/retired", "/private", "/broken", "/no-head")
    looked = look_at([*(f"{host}{path}" for path in paths), "http://127.0.0.1:9/"], 10)
    assert looked.dead == {f"{host}/gone", f"{host}/retired", "http://127.0.0.1:9/"}
    assert looked.late == frozenset()


def test_what_is_no_web_address_is_left_alone() -> None:
    assert (
        look_at(["../files/a.pdf", "mailto:a@example.com", "file:///etc"], 10).dead == frozenset()
    )


def test_a_slow_host_costs_no_more_than_the_time_given(host: str) -> None:
    started = time.monotonic()
    looked = look_at([f"{host}/slow"], 0.3)
    assert time.monotonic() - started < LATE
    assert not looked.dead
    assert looked.late == {f"{host}/slow"}


def test_check_tells_of_dead_addresses_only_when_asked(host: str, tmp_path: Path) -> None:
    asset = tmp_path / "content" / "assets" / "prices.md"
    asset.parent.mkdir(parents=True)
    asset.write_text(f"---\ntitle: Prices\nstatus: live\nurl: {host}/gone\n---\n", "utf-8")
    assert "broken-link" not in CliRunner().invoke(main, ["check", str(tmp_path)]).output
    told = CliRunner().invoke(main, ["check", str(tmp_path), "--links"]).output
    assert f"“Prices” is not at its address {host}/gone" in told
