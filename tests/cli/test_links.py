"""Addresses elsewhere on the web are looked at when somebody asks, and within a time."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from journeybook.adapters.cli import main
from journeybook.adapters.disk import links, outside
from journeybook.adapters.disk.links import look_at
from journeybook.adapters.disk.outside import InsideError

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
        if self.path == "/dripping":
            for _ in range(40):
                self.wfile.write(b"x")
                time.sleep(0.1)
        if self.path.startswith("/leads-to/"):
            self.send_response(302)
            self.send_header("Location", f"http://{self.path.removeprefix('/leads-to/')}/")
            self.end_headers()
            return
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
    looked = look_at([*(f"{host}{path}" for path in paths), "http://127.0.0.1:9/"], 10, inside=True)
    assert looked.dead == {f"{host}/gone", f"{host}/retired", "http://127.0.0.1:9/"}
    assert looked.late == frozenset()


def test_what_is_no_web_address_is_left_alone() -> None:
    assert (
        look_at(["../files/a.pdf", "mailto:a@example.com", "file:///etc"], 10).dead == frozenset()
    )


def test_a_slow_host_costs_no_more_than_the_time_given(host: str) -> None:
    started = time.monotonic()
    looked = look_at([f"{host}/slow"], 0.3, inside=True)
    assert time.monotonic() - started < LATE
    assert not looked.dead
    assert looked.late == {f"{host}/slow"}


def test_check_tells_of_dead_addresses_only_when_asked(host: str, tmp_path: Path) -> None:
    asset = tmp_path / "content" / "assets" / "prices.md"
    asset.parent.mkdir(parents=True)
    asset.write_text(f"---\ntitle: Prices\nstatus: live\nurl: {host}/gone\n---\n", "utf-8")
    assert "broken-link" not in CliRunner().invoke(main, ["check", str(tmp_path)]).output
    told = CliRunner().invoke(main, ["check", str(tmp_path), "--links", "--links-inside"]).output
    assert f"“Prices” is not at its address {host}/gone" in told


def test_a_host_that_drips_its_answer_costs_no_more_than_the_time_given(host: str) -> None:
    started = time.monotonic()
    looked = look_at([f"{host}/dripping", f"{host}/gone"], 0.5, inside=True)
    assert time.monotonic() - started < LATE
    assert looked.late == {f"{host}/dripping"}
    assert looked.dead == {f"{host}/gone"}


def test_hosts_that_drip_leave_time_for_the_others(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(links, "_SECONDS_EACH", 0.3)
    dripping = [f"{host}/dripping?{at}" for at in range(20)]
    monkeypatch.setattr(links, "_AT_ONCE", 4)
    looked = look_at([*dripping, f"{host}/gone"], 20, inside=True)
    assert f"{host}/gone" in looked.dead


INSIDE = (
    *("http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://0.0.0.0/", "http://0/"),
    *("http://10.0.0.1/", "http://192.168.1.1/", "http://172.16.0.1/", "http://169.254.169.254/"),
    *(
        "http://[fe80::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://2130706433/",
        "HTTP://127.1/",
    ),
    *("https://127.0.0.1/", "http://user@127.0.0.1/", "http://[fd00::1]/", "http://224.0.0.1/"),
)


@pytest.mark.parametrize("address", INSIDE)
def test_an_address_inside_is_not_asked(address: str) -> None:
    looked = look_at([address], 5)
    assert looked.inside == {address}
    assert looked.dead == looked.late == frozenset()


def test_an_answer_that_leads_inside_is_not_followed(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = host.removeprefix("http://")
    address = f"{host}/leads-to/10.0.0.1"
    # Only the first host counts as one of the web.
    monkeypatch.setattr(
        outside, "refuse_inside", lambda number: None if number == "127.0.0.1" else refuse(number)
    )
    assert look_at([address, f"{host}/leads-to/{ours}"], 5).inside == {address}


def refuse(number: str) -> None:
    raise InsideError(number)


def test_a_name_that_leads_inside_by_the_time_it_is_asked_is_refused(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As if the name had led elsewhere when it was looked up.
    monkeypatch.setattr(f"{outside.__name__}._NamesOutside.http_request", lambda _, asked: asked)
    assert look_at([f"{host}/gone"], 5).inside == {f"{host}/gone"}


@pytest.mark.parametrize(
    "address",
    ["http://[::1", "http://", "http://a b/", "http://a:port/", "http://\u0000/", "http://[x]/"],
    ids=ascii,
)
def test_an_address_that_is_written_wrongly_is_dead(address: str) -> None:
    assert look_at([address], 5).dead == {address}


def test_check_says_what_it_did_not_ask(host: str, tmp_path: Path) -> None:
    asset = tmp_path / "content" / "assets" / "prices.md"
    asset.parent.mkdir(parents=True)
    asset.write_text(f"---\ntitle: Prices\nstatus: live\nurl: {host}/gone\n---\n", "utf-8")
    run = CliRunner().invoke(main, ["check", str(tmp_path), "--links"])
    assert f"{host}/gone is inside, and was not asked" in run.stderr
    assert "broken-link" not in run.output
