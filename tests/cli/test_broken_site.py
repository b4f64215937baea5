"""A site's configuration that cannot be read is told at its line, as every other file is."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from journeybook.adapters.cli import main
from tests.repositories import HANDBOOK, start, write

BROKEN = {
    "theme: {name: material\nplugins: [search]\n": (
        "mkdocs.yml:1:8: a bracket '{' is not closed; close the bracket or separate its values "
        "with commas"
    ),
    "plugins:\n  - search\n  journeybook\n": "mkdocs.yml:3:3: a key has no colon; ",
    "docs_dir: content\n<<<<<<< HEAD\nsite_name: A\n=======\nsite_name: B\n>>>>>>> b\n": (
        "mkdocs.yml:2:1: a merge was not finished here; keep what is right of the two versions, "
        "and delete the marks"
    ),
    "INHERIT: base.yml\n": "base.yml:2:1: a tab stands where spaces belong; indent with spaces",
}
PARENT = {"base.yml": "theme:\n\tname: material\n"}


def run(*arguments: str | Path) -> str:
    """Run a command that refuses, and give what it says."""
    done = CliRunner().invoke(main, [str(one) for one in arguments])
    assert done.exit_code == 2, done.output
    return done.output


@pytest.mark.parametrize(("text", "said"), BROKEN.items())
@pytest.mark.parametrize("command", ["check", "build", "export"])
def test_it_is_told_with_file_line_and_a_way_out(
    tmp_path: Path, command: str, text: str, said: str
) -> None:
    write(tmp_path, {**HANDBOOK, **PARENT, "mkdocs.yml": text})
    told = run(command, tmp_path)
    assert told.startswith(f"Error: {said}")
    assert "while" not in told


def test_it_is_told_in_the_language_of_the_handbook(tmp_path: Path) -> None:
    broken = {"mkdocs.yml": next(iter(BROKEN)), "site_config/journeybook.yml": "language: nl\n"}
    write(tmp_path, {**HANDBOOK, **broken})
    assert "mkdocs.yml:1:8: een haakje '{' is niet gesloten" in run("check", tmp_path)


def test_a_review_names_the_line_in_the_state_that_has_it(tmp_path: Path) -> None:
    start(tmp_path, {**HANDBOOK, "mkdocs.yml": next(iter(BROKEN))})
    write(tmp_path, {"mkdocs.yml": "docs_dir: content\n"})
    done = CliRunner().invoke(main, ["review", "HEAD", "--path", str(tmp_path)])
    assert done.output.startswith(
        "The earlier configuration cannot be read, so that the later one tells where the handbook "
        "is: mkdocs.yml:1:8: a bracket '{' is not closed"
    )
