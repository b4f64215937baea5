"""`journeybook serve` and `journeybook build`: what they refuse before the engine starts."""

import socket
from pathlib import Path

from tests.cli.test_init import journeybook


def test_an_address_in_use_is_told_with_another(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        done = journeybook("serve", str(tmp_path), "--address", f"127.0.0.1:{port}")
    assert done.exit_code == 2
    assert f"--address 127.0.0.1:{port + 1}" in done.output


def test_an_address_without_a_port_is_none(tmp_path: Path) -> None:
    done = journeybook("serve", str(tmp_path), "--address", "localhost")
    assert done.exit_code == 2
    assert "is no address" in done.output


def test_a_site_without_a_configuration_is_refused(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    done = journeybook("build", str(tmp_path))
    assert done.exit_code == 2
    assert "there is no mkdocs.yml" in done.output
    assert "journeybook init" in done.output
