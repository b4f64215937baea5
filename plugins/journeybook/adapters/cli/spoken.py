"""The language of a run: the handbook's own, else that of the machine, where we speak it."""

import os
import sys
from collections.abc import Iterator, Sequence
from copy import copy
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import click

from journeybook.adapters.cli.clicks_words import in_our_words
from journeybook.adapters.disk.configuration import find_handbooks, is_file, is_folder
from journeybook.adapters.disk.language import language_of, wording_in
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.resources import shipped
from journeybook.wording import Wording

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def spoken() -> Wording:
    """Give what is said in the language of the command that runs."""
    context = click.get_current_context(silent=True)
    return (context.find_object(Wording) if context else None) or Wording()


class Command(click.Command):
    """A command whose help is said in the language of the run."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help."""
        super(Command, _said(self)).format_help(ctx, formatter)

    def get_short_help_str(self, limit: int = 45) -> str:
        """Give the first sentence of the help."""
        return super(Command, _said(self)).get_short_help_str(limit)


command = partial(click.command, cls=Command)
"""Make a command of a function, as Click does."""


class Commands(click.Group):
    """The command with its subcommands: refuses with a sentence and exit code 2."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help."""
        super(Commands, _said(self)).format_help(ctx, formatter)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as Click has it
        """Run a subcommand."""
        try:
            return super().invoke(ctx)
        except CannotRunError as refusal:
            raise _Refusal(refusal.said(spoken())) from refusal

    def main(self, args: Sequence[str] | None = None, *more: Any, **settings: Any) -> Any:  # noqa: ANN401 - as Click has it
        """Run, in the language of the handbook that was named."""
        wording = _wording(sys.argv[1:] if args is None else args)
        with in_our_words(wording):
            return super().main(args, *more, obj=wording, **settings)


class _Refusal(click.ClickException):
    exit_code = 2


_AnyCommand = TypeVar("_AnyCommand", bound=click.Command)


def _said(asked: _AnyCommand) -> _AnyCommand:
    told, wording = copy(asked), spoken()
    told.help = _in_language(asked.help, wording)
    told.params = [_option(one, wording) for one in asked.params]
    return told


def _in_language(told: str | None, wording: Wording) -> str:
    return "\n\n".join(wording.text(one) for one in paragraphs(told))


def paragraphs(told: str | None) -> Iterator[str]:
    """Give the paragraphs of a help text, each on one line."""
    return (" ".join(one.split()) for one in (told or "").split("\n\n") if one.strip())


def _option(parameter: click.Parameter, wording: Wording) -> click.Parameter:
    if not isinstance(parameter, click.Option):
        return parameter
    told = copy(parameter)
    told.help = _in_language(parameter.help, wording)
    return told


def _wording(typed: Sequence[str]) -> Wording:
    try:
        return wording_in(next(_languages(typed), "en"))
    except CannotRunError:
        # What stands in the way of our words stands in that of the command, which says so.
        return Wording()


def _languages(typed: Sequence[str]) -> Iterator[str]:
    places = (Path(one.rpartition("=")[2]) for one in typed)
    for place in (*(one for one in places if _may_be_one(one)), Path()):
        try:
            handbooks = find_handbooks(place)
        except CannotRunError:
            continue
        named = (one for one in handbooks if any(map(one.is_called, typed)))
        yield language_of(next(named, handbooks[0]))
    for name in _VARIABLES:
        language = os.environ.get(name, "")[:2]
        if language in shipped().vocabularies:
            yield language


def _may_be_one(place: Path) -> bool:
    return is_folder(place) or (is_file(place) and place.suffix in (".yml", ".yaml"))
