"""Every line for a shell that README and the manual show does what it says, in an empty machine.

The environment is made as README makes it, from a wheel, once for all tests. A page that walks from
an empty folder is walked in its order, its files and what it asks of a terminal too; the lines of
the others run in the handbook that the manual's pages show together, with a past in git. Lines of
ours that README does not show run in this process, which takes a tenth of the time.
"""

import re
import shlex
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from socket import create_server
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from journeybook.adapters.cli import main
from tests.cli.test_init import problems
from tests.release.distribution import DistributionError, run
from tests.repositories import git
from tests.sites import ROOT
from tests.unit.manual import GUIDE, WALKS, Example, examples, handwritten, write, write_together

OURS = ".venv/bin/journeybook"
SERVED = ("readme", "nl-first-journey.md")
# What an empty machine cannot do. It is parsed by our command line all the same.
NOT_RUN: Mapping[str, str] = {
    '.venv/bin/pip install -c constraints.txt -e ".[dev]"': "made the environment of this test",
    ".venv/bin/mkdocs build --strict": "tests/build/test_manual builds the same handbook",
    ".venv/bin/mkdocs serve": "serves at an address that other tests may have; builds are enough",
    ".venv/bin/pytest": "is this",
    ".venv/bin/journeybook cms --serve": "fetches a package, which tests/browser/test_forms does",
    "cd plain && zensical build": "another engine, which tests/build/test_plain_site runs",
}

# What a shell writes into a file.
INTO = " > "


def pages() -> list[str]:
    dutch = (f"nl/{file.name}" for file in sorted((GUIDE / "nl").glob("*.md")))
    return [*handwritten(), *dutch]


def lines(example: Example) -> Iterator[str]:
    """The commands of a block: lines for a shell, or what is typed at a prompt."""
    text = example.text.replace("\\\n", "")
    for line in text.splitlines():
        if example.language == "sh" and line.strip():
            yield re.sub(r"\s+#.*", "", line).strip()
        elif example.language == "console" and line.startswith("$ "):
            yield line.removeprefix("$ ")


def blocks(page: str) -> list[Example]:
    if page != "README.md":
        return list(examples(page))
    text = (ROOT / page).read_text("utf-8")
    found = re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [Example(page=page, language="sh", path=None, text=one) for one in found]


ALL = [
    (page, line) for page in ("README.md", *pages()) for one in blocks(page) for line in lines(one)
]


@pytest.mark.parametrize("line", sorted({line for _, line in ALL if "journeybook " in line}))
def test_a_line_is_one_of_our_command_line(line: str) -> None:
    if "/pip " in line:
        return
    name, *words = shlex.split(line.partition(INTO)[0])[1:]
    with main.every[name].make_context(name, words) as context:
        assert context.params.keys() == {
            one.name for one in main.every[name].params if one.expose_value
        }


def test_what_is_not_run_is_still_shown() -> None:
    assert NOT_RUN.keys() <= {line for _, line in ALL}


@pytest.mark.slow(20)
def test_every_line_for_a_shell_does_what_it_says(
    wheel: Path, installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    readme = tmp_path / "readme"
    readme.mkdir()
    (readme / ".venv").symlink_to(installed.parent)
    for line in lines(blocks("README.md")[-1]):
        done(line, readme, wheel)
    for page in WALKS:
        place = tmp_path / page.replace("/", "-")
        place.mkdir()
        lend(readme, place)
        for example in examples(page):
            if example.path:
                write(example, place)
            for line in lines(example):
                done_here(line, place, wheel, monkeypatch)
        assert problems(place / "ours" if page == "workshop.md" else place) == []
    book = manual(tmp_path / "manual")
    lend(readme, book)
    for line in dict.fromkeys(in_manual()):
        done_here(line, book, wheel, monkeypatch)


def in_manual() -> Iterator[str]:
    """The lines of all pages that walk nowhere."""
    for page in sorted({*pages()} - {*WALKS}):
        yield from (line for one in examples(page) if one.language == "sh" for line in lines(one))


def manual(place: Path) -> Path:
    """The handbook of the manual's pages, with a past."""
    write_together(place)
    (place / ".gitignore").write_text(".venv\n", "utf-8")
    git(place, "init", "--quiet")
    git(place, "add", ".")
    git(place, "commit", "--quiet", "--message", "The manual")
    return place


def lend(readme: Path, place: Path) -> None:
    (place / ".venv").symlink_to(readme / ".venv")


def done_here(line: str, place: Path, wheel: Path, patch: pytest.MonkeyPatch) -> None:
    """Run a line of ours in this process, and any other as README's are run."""
    asked, _, target = line.partition(INTO)
    command, *words = shlex.split(asked)
    if command != OURS or words[-1] == "serve" or line in NOT_RUN:
        done(line, place, wheel)
        return
    patch.chdir(place)
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 0, f"{place.name}: {line}\n{result.output}"
    if target:
        assert result.stdout
        (place / target).write_text(result.stdout, "utf-8")


def done(line: str, place: Path, wheel: Path) -> None:
    """Run a line in a folder; one that serves until it is stopped has to show a page first."""
    if line in NOT_RUN or (line.startswith("python3 -m venv") and (place / ".venv").exists()):
        return
    words = shlex.split(line.replace("path/to/journeybook", str(wheel)))
    if words[-1] == "serve":
        # Once for each language; tests/build/test_manual builds what the other pages serve.
        if place.name in SERVED:
            assert b"<html" in served(words, place)
        return
    try:
        run(*words, cwd=place)
    except DistributionError as error:
        pytest.fail(f"{place.name}: {line}\n{error}")


def served(words: list[str], place: Path) -> bytes:
    with create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    with subprocess.Popen([*words, "--address", address], cwd=place) as serving:
        try:
            answer = first_answer(f"http://{address}/")
        finally:
            serving.terminate()
    with pytest.raises(URLError):
        urlopen(f"http://{address}/")
    return answer


def first_answer(address: str, patience: float = 60) -> bytes:
    """Give what stands at an address as soon as something does."""
    end = monotonic() + patience
    while True:
        try:
            with urlopen(address) as answer:  # noqa: S310 - an address of this machine
                return bytes(answer.read())
        except URLError:
            if monotonic() > end:
                raise
            sleep(0.2)
