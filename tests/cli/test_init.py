"""`journeybook init`: a handbook to begin with, in every language and with any phases."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from journeybook.adapters.cli import main
from journeybook.adapters.cli.writing import init as module
from journeybook.adapters.disk.workspace import read_at
from journeybook.codes import Family
from tests.unit.manual import examples


def journeybook(*arguments: str, typed: str | None = None) -> Result:
    """Run the command, with what somebody types."""
    return CliRunner().invoke(main, arguments, input=typed)


def problems(folder: Path) -> list[str]:
    """Give what is wrong with a handbook."""
    findings = read_at(folder, None).findings
    return [str(one) for one in findings if one.family is Family.PROBLEM]


@pytest.mark.parametrize("phases", ["5", "6", "Look around, Decide: now"])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_handbook_begins_without_a_problem(tmp_path: Path, language: str, phases: str) -> None:
    options = ("--language", language, "--phases", phases, "--persona", "CFO: the boss")
    done = journeybook("init", str(tmp_path), *options)
    assert done.exit_code == 0, done.output
    assert problems(tmp_path) == []
    book = read_at(tmp_path, None).handbook
    steps = [step for _, step in book.all_steps]
    assert len(steps) == len(book.phases) == (int(phases) if phases.isdigit() else 2)
    assert not any(step.questions or step.needs for step in steps)
    assert book.personas["cfo-the-boss"].title == "CFO: the boss"
    assert set(book.personas["cfo-the-boss"].channels.primary) == set(book.channels)


def test_files_speak_the_language_of_the_handbook(tmp_path: Path) -> None:
    assert journeybook("init", str(tmp_path), "--language", "nl").exit_code == 0
    phase = (tmp_path / "content/phases/overweging.md").read_text("utf-8")
    assert "# De content die deze fase nodig heeft.\nexpects:\n  assets: 2\n" in phase
    assert "types: [blog, whitepaper, klantcase]" in phase
    step = (tmp_path / "content/journeys/klant/overweging.md").read_text("utf-8")
    assert "# Wat ze hier vragen.\nquestions:\n" in step
    configuration = yaml.safe_load((tmp_path / "mkdocs.yml").read_text("utf-8"))
    assert configuration["site_name"] == "Onze klantreizen"


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_example_is_filled_in_and_without_a_problem(tmp_path: Path, language: str) -> None:
    done = journeybook("init", str(tmp_path), "--language", language, "--example")
    assert done.exit_code == 0, done.output
    assert problems(tmp_path) == []
    book = read_at(tmp_path, None).handbook
    assert (len(book.personas), len(book.phases), len(book.assets)) == (1, 5, 3)
    assert len(book.research) == len(book.actions) == 1
    assert all(channel.type for channel in book.channels.values())
    steps = [step for _, step in book.all_steps]
    assert len(steps) == 5
    assert all(step.questions and step.touchpoints for step in steps)
    (next_step,) = (line for line in done.output.splitlines() if line.endswith(".md"))
    assert Path(next_step.strip()).is_file()


def test_an_example_takes_no_answers(tmp_path: Path) -> None:
    done = journeybook("init", str(tmp_path), "--example", "--persona", "Buyer")
    assert (done.exit_code, "persona" in done.output) == (2, True)
    assert not list(tmp_path.iterdir())


def test_what_nobody_told_is_asked_in_a_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "in_terminal", lambda: True)
    typed = "nl\nOriënteren, Kopen\nInkoper\nBeurs, Brief\n"
    done = journeybook("init", str(tmp_path), typed=typed)
    assert done.exit_code == 0, done.output
    assert "Wiens klantreis schrijf je als eerste?" in done.output
    book = read_at(tmp_path, None).handbook
    assert [phase.title for phase in book.phases.values()] == ["Oriënteren", "Kopen"]
    assert {channel.title for channel in book.channels.values()} == {"Beurs", "Brief"}
    assert list(book.personas) == ["inkoper"]


def test_where_nobody_is_asked_the_language_is_told(tmp_path: Path) -> None:
    english = journeybook("init", str(tmp_path / "a"), typed="nl\n")
    assert "begins in English; --language names another" in english.output
    dutch = journeybook("init", str(tmp_path / "b"), "--language", "nl")
    assert "Engels" not in dutch.output


def test_it_asks_in_the_language_of_the_machine_until_it_can_be_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "in_terminal", lambda: True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    done = journeybook("init", typed="xx\n\n7\n6\n\n\n")
    assert done.exit_code == 0, done.output
    assert done.output.count("De taal van het handboek (en, nl) [nl]: ") == 2
    assert done.output.count("er zijn modellen van 5 en van 6 fasen") == 1
    assert len(read_at(tmp_path, None).handbook.phases) == 6


def test_a_number_is_no_name_of_a_phase(tmp_path: Path) -> None:
    done = journeybook("init", str(tmp_path), "--phases", "7")
    assert (done.exit_code, list(tmp_path.iterdir())) == (2, [])


def test_the_next_steps_can_be_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lines = [one.strip() for one in journeybook("init", "our book").output.splitlines()]
    assert "journeybook serve 'our book'" in lines
    assert "journeybook check 'our book'" in lines
    (step,) = (line for line in lines if line.endswith(".md"))
    assert Path(step).is_file()
    assert journeybook("check", "our book").exit_code == 0


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("Mine.\n", "utf-8")
    assert "README.md exists and stays as it is" in journeybook("init", str(tmp_path)).output
    assert (tmp_path / "README.md").read_text("utf-8") == "Mine.\n"
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    again = journeybook("init", str(tmp_path), "--persona", "Another")
    assert again.exit_code == 2
    assert "mkdocs.yml exists" in again.output
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before


def test_a_handbook_of_nothing_is_refused(tmp_path: Path) -> None:
    done = journeybook("init", str(tmp_path), "--phases", " , ")
    assert done.exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_the_manual_shows_the_step_that_is_written(tmp_path: Path) -> None:
    assert journeybook("init", str(tmp_path)).exit_code == 0
    first, then = (one for one in examples("start.md") if one.path)
    step = tmp_path / str(first.path)
    assert step.read_text("utf-8") == first.text
    step.write_text(then.text, "utf-8")
    assert problems(tmp_path) == []
    questions = [question.text for *_, question in read_at(tmp_path, None).handbook.questions]
    assert questions == ["What does it cost to do nothing?"]


@pytest.mark.parametrize(
    ("typed", "folder", "named"),
    [
        (".venv/bin/journeybook", ".", ".venv/bin/journeybook"),
        (".venv/bin/journeybook", "our/book", "../../.venv/bin/journeybook"),
        ("{here}/book/.venv/bin/journeybook", "book", ".venv/bin/journeybook"),
        ("../bin/journeybook", ".", "journeybook"),
        (".venv/bin/journeybook", "{here}/../elsewhere", "journeybook"),
        ("/x/journeybook", ".", "journeybook"),
    ],
)
def test_the_readme_names_the_command_as_it_is_typed_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, folder: str, named: str
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.setattr("sys.argv", [typed.format(here=here)])
    there = folder.format(here=here)
    assert journeybook("init", there).exit_code == 0
    readme = (here / there / "README.md").read_text("utf-8")
    assert f"\n{named} serve   #" in readme
