"""`journeybook init`: begins a handbook."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from shutil import which

import click

from journeybook.adapters.cli.shared.output import say, typed, typed_program
from journeybook.adapters.cli.shared.spoken import command, spoken
from journeybook.adapters.disk.keeping.writing import write_all_new
from journeybook.adapters.disk.language import spoken_language, wording_in
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.resources import example_in, shipped
from journeybook.handbook.ids import file_slug
from journeybook.resources import vocabulary_of
from journeybook.schema.settings.configuration import Configuration
from journeybook.sources.names import CONFIGURATIONS
from journeybook.starting.beginning import (
    CHANNELS,
    PERSONA,
    Beginning,
    files_of,
    filled,
    is_no_model,
    names_in,
    persona_in,
    phases_of,
)
from journeybook.wording import Wording, marked

_KEPT = ("README.md", ".gitignore")
_NO_MODEL = marked("there are models of 5 and of 6 phases; name your own with commas")


@command()
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=Path())
@click.option(
    "--language", help="The language you write: en, nl, or another that the interface speaks."
)
@click.option("--phases", help="5 or 6 phases, or their names with commas between them.")
@click.option("--persona", help="Whose journey you write first.")
@click.option("--channels", help="Where you meet customers: names with commas between them.")
@click.option("--example", is_flag=True, help="Begin with a small handbook that is filled in.")
def init(
    folder: Path,
    language: str | None,
    phases: str | None,
    persona: str | None,
    channels: str | None,
    *,
    example: bool,
) -> None:
    """Begin a handbook in the folder DIR, the current one where none is named.

    What no option tells is asked in a terminal; elsewhere the usual answer counts. A file that
    exists is never overwritten.
    """
    _refuse_taken(folder)
    written = spoken_language(language or _language_asked())
    wording = wording_in(written)
    if example and (phases or persona or channels):
        raise CannotRunError("--example brings a persona, phases and channels of its own")
    filled_in = _example(written) if example else {}
    beginning = (
        _beginning("5", persona_in(filled_in), _usual_channels(wording))
        if example
        else _asked(phases, persona, channels, wording)
    )
    vocabulary = vocabulary_of(Configuration(language=written), shipped())
    files = {**files_of(beginning, wording, vocabulary, _typed_in(folder)), **filled_in}
    kept = [path for path in files if path in _KEPT and (folder / path).exists()]
    write_all_new(folder, {path: text for path, text in files.items() if path not in kept})
    if not (language or in_terminal()):
        say("The handbook begins in English; --language names another language.")
    for path in kept:
        say(wording.text("{file} exists and stays as it is", file=path))
    _tell_next(folder, beginning, wording)


def in_terminal() -> bool:
    """Tell whether somebody sits there to answer."""
    return sys.stdin is not None and sys.stdin.isatty()


def _refuse_taken(folder: Path) -> None:
    taken = (*CONFIGURATIONS, "content", "site_config")
    if there := next((name for name in taken if (folder / name).exists()), None):
        raise CannotRunError(
            "{file} exists; a handbook begins in a folder without one", file=folder / there
        )


def _asked(
    phases: str | None, persona: str | None, channels: str | None, wording: Wording
) -> Beginning:
    text = wording.text
    usual = _usual_channels(wording)
    wanted = phases or _phases_asked(wording)
    whose = persona or _answer(text("Whose journey do you write first?"), text(PERSONA))
    where = channels or _answer(text("Where do you meet customers?"), usual)
    return _beginning(wanted, whose, where)


def _beginning(phases: str, persona: str, channels: str) -> Beginning:
    if is_no_model(phases):
        raise CannotRunError(_NO_MODEL)
    beginning = Beginning(
        persona=" ".join(persona.split()), phases=phases_of(phases), channels=names_in(channels)
    )
    if not (beginning.persona and beginning.phases and beginning.channels):
        raise CannotRunError("a handbook begins with a persona, a phase and a channel")
    return beginning


def _usual_channels(wording: Wording) -> str:
    return ", ".join(wording.text(name) for name in CHANNELS)


def _example(language: str) -> Mapping[str, str]:
    example = example_in(language)
    if example is None:
        raise CannotRunError(
            "there is no example in this language; write it yourself with --phases"
        )
    return filled(example)


def _language_asked() -> str:
    # In that of the machine, which is most likely the one they write.
    usual = spoken().language
    if not in_terminal():
        return "en"
    known = click.Choice(sorted(shipped().spoken))
    question = spoken().text("The language of the handbook ({known})", known=_languages())
    return str(click.prompt(question, default=usual, type=known, show_choices=False))


def _phases_asked(wording: Wording) -> str:
    while True:
        asked = wording.text("Phases: 5, 6, or names with commas between them")
        wanted = _answer(asked, "5")
        if not is_no_model(wanted):
            return wanted
        say(wording.text(_NO_MODEL))


def _answer(question: str, usual: str) -> str:
    return str(click.prompt(question, default=usual)) if in_terminal() else usual


def _languages() -> str:
    return ", ".join(sorted(shipped().spoken))


def _tell_next(folder: Path, beginning: Beginning, wording: Wording) -> None:
    text = wording.text
    first = file_slug(text(beginning.phases[0].title))
    step = folder / "content" / "journeys" / file_slug(beginning.persona) / f"{first}.md"
    where = "" if folder == Path() else f" {typed(str(folder))}"
    say(text("The handbook is ready. Next:"))
    say("")
    say(f"  {typed_command()} serve{where}")
    say(f"      {text('and open http://127.0.0.1:8000/ in your browser: your handbook.')}")
    say(f"  {step}")
    say(f"      {text('open it in an editor and answer the five questions, a line each.')}")
    say(f"  {typed_command()} check{where}")
    say(f"      {text('tells what is wrong and what is missing.')}")


def _typed_in(folder: Path) -> str:
    # Where it lies on this machine is nobody else's business, but for what lies beside the files.
    program, there = (Path(os.path.normpath(one.absolute())) for one in (Path(sys.argv[0]), folder))
    roots = (Path.cwd(), there)
    if typed_command() == "journeybook" or not any(
        program.is_relative_to(root) and there.is_relative_to(root) for root in roots
    ):
        return "journeybook"
    return typed_program(os.path.relpath(program, there))


def typed_command() -> str:
    """Give our command the way it can be typed again."""
    program = Path(sys.argv[0])
    found = which("journeybook")
    # On Windows what is found has an ending.
    is_found = found and Path(found).with_suffix("") == program.with_suffix("")
    if is_found or program.stem != "journeybook":
        return "journeybook"
    return typed_program(str(program))
