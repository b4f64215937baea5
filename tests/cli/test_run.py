"""`journeybook serve` and `journeybook build`: what they refuse, and how they speak."""

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from journeybook.adapters.cli.shared.engine_words import said_anew
from journeybook.adapters.disk.language import wording_in
from journeybook.adapters.mkdocs.options import refuse_unwritable
from tests.cli.test_init import journeybook


def test_an_address_in_use_is_told_with_another(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        done = journeybook("serve", str(tmp_path), "--address", f"127.0.0.1:{port}")
    assert done.exit_code == 2
    assert f"--address 127.0.0.1:{port + 1}" in done.output


@pytest.mark.parametrize(
    "address", ["localhost", ":8000", "127.0.0.1:²", "127.0.0.1:99999", "a b:80", f"{'x' * 70}:80"]
)
def test_what_nobody_can_serve_on_is_no_address(tmp_path: Path, address: str) -> None:
    done = journeybook("serve", str(tmp_path), "--address", address)
    assert done.exit_code == 2
    assert f"{address} is no address" in done.output


def test_a_site_without_a_configuration_is_refused(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    done = journeybook("build", str(tmp_path))
    assert done.exit_code == 2
    assert "there is no mkdocs.yml" in done.output
    assert "journeybook init" in done.output


def test_where_no_site_can_be_written_no_build_begins(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    refuse_unwritable(str(tmp_path / "new" / "site"))
    with pytest.raises(PluginError, match="cannot be written into"):
        refuse_unwritable(str(tmp_path / "file" / "site"))


@pytest.mark.build
def test_whoever_ends_the_server_leaves_no_copy_of_the_site(tmp_path: Path) -> None:
    root, temporary = tmp_path / "root", tmp_path / "temporary"
    assert journeybook("init", str(root)).exit_code == 0
    temporary.mkdir()
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    with subprocess.Popen(
        [sys.executable, "-m", "journeybook", "serve", "--address", address],
        cwd=root,
        env={**os.environ, "TMPDIR": str(temporary)},
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        assert any("Serving on" in line for line in server.stderr or ())
        server.terminate()
        server.communicate()
    assert server.returncode == 0
    assert list(temporary.iterdir()) == []


LINES = [
    ("INFO    -  Cleaning site directory", "INFO    -  De map van de site wordt leeggemaakt"),
    (
        (
            "WARNING -  A reference to 'x.md' is included in the 'nav' configuration, which is not "
            "found in the documentation files."
        ),
        "WAARSCHUWING -  Onder 'nav' staat 'x.md', en dat bestand is er niet.",
    ),
    (
        (
            "ERROR   -  Config value 'theme': Unrecognised theme name: 'materiaal'. The available "
            "installed themes are: mkdocs, material"
        ),
        (
            "FOUT   -  In de configuratie, bij 'theme': Het thema 'materiaal' is onbekend. "
            "Geïnstalleerd zijn: mkdocs, material"
        ),
    ),
    (
        (
            "WARNING -  Doc file 'a.md' contains a link 'b.md', but the target is not found among "
            "documentation files. Did you mean 'c.md'?"
        ),
        (
            "WAARSCHUWING -  In 'a.md' staat een link 'b.md', en dat bestand is er niet. "
            "Bedoelde je 'c.md'?"
        ),
    ),
    (
        (
            "ERROR   -  journeybook: the site cannot be written into /x; name another folder with "
            "site_dir"
        ),
        (
            "FOUT   -  journeybook: in /x kan de site niet geschreven worden; noem een andere map "
            "met site_dir"
        ),
    ),
    (
        "Aborted with 2 warnings in strict mode!",
        "Gestopt, want --strict laat geen waarschuwing door: 2",
    ),
    ("INFO    -  Another plugin says this", "INFO    -  Another plugin says this"),
]


@pytest.mark.parametrize(("line", "anew"), LINES)
def test_the_engine_is_heard_in_our_language(line: str, anew: str) -> None:
    assert said_anew(line, wording_in("nl")) == anew
    assert said_anew(line, wording_in("en")) == line


@pytest.mark.build
def test_a_build_speaks_one_language(tmp_path: Path) -> None:
    page = tmp_path / "content" / "personas" / "koper.md"
    page.parent.mkdir(parents=True)
    page.write_text("# Koper\n\n[Weg](weg.md)\n", "utf-8")
    site = "site_name: X\ndocs_dir: content\ntheme: {name: mkdocs}\nplugins: [journeybook]\n"
    (tmp_path / "mkdocs.yml").write_text(site, "utf-8")
    (tmp_path / "site_config").mkdir()
    (tmp_path / "site_config" / "journeybook.yml").write_text("language: nl\n", "utf-8")
    command = Path(sys.executable).with_name("journeybook")
    run = subprocess.run(
        [command, "build", "--strict", "--no-cache"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert not (tmp_path / ".cache/journeybook/mkdocs.yml.built").exists()
    assert "In 'personas/koper.md' staat een link 'weg.md'" in run.stderr
    assert "witte vlek" in run.stderr
    assert "--strict laat geen waarschuwing door" in run.stderr
    assert not re.search(r"\b(the|with|not|open gaps|documentation)\b", run.stderr), run.stderr
