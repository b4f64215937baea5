"""`journeybook cms --serve`: the forms of a handbook, shown on this machine."""

import hashlib
import re
import socket
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from journeybook.adapters.cli.hosting import cms
from tests.cli.test_init import journeybook
from tests.repositories import start


def test_two_handbooks_show_their_forms_beside_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(tmp_path)
    script = tmp_path / "sveltia-cms.js"
    script.write_bytes(b"")
    monkeypatch.setattr(cms, "_DIGEST", hashlib.sha256(b"").hexdigest())
    monkeypatch.setattr(ThreadingHTTPServer, "serve_forever", lambda _: None)
    with socket.create_server(("localhost", 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setattr(cms, "_PORT", port)
        done = journeybook("cms", str(tmp_path), "--script", str(script), "--serve")
    assert done.exit_code == 0
    (shown,) = re.findall(r"http://localhost:(\d+)/", done.output)
    assert int(shown) != port
