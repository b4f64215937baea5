"""Commands that speak the language of the run, and are only read when they are run."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from functools import partial
from importlib import import_module
from typing import Any, TypeVar

import click

from journeybook.adapters.cli.shared.clicks_words import in_our_words
from journeybook.adapters.disk.collecting import without_collecting
from journeybook.adapters.disk.installed import is_stripped, refuse_stripped
from journeybook.adapters.disk.refusal import CannotRunError, refused_by_disk
from journeybook.findings import one_line
from journeybook.wording import Wording


def spoken() -> Wording:
    """Give what is said in the language of the command that runs."""
    context = click.get_current_context(silent=True)
    return (context.find_object(Wording) if context else None) or Wording()


class Command(click.Command):
    """A command whose help is said in the language of the run."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help."""
        super(Command, _said(self)).format_help(ctx, formatter)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Give what may be typed behind the command."""
        return _pieces(super().collect_usage_pieces(ctx), ctx)

    def get_short_help_str(self, limit: int = 45) -> str:
        """Give the first sentence of the help."""
        return super(Command, _said(self)).get_short_help_str(limit)


command = partial(click.command, cls=Command)
"""Make a command of a function, as Click does."""


class Commands(click.Group):
    """The command with its subcommands, by their modules: refuses with a sentence and exit code 2.

    A module is read when its subcommand is asked for: reading all of them takes longer than most
    of them work.
    """

    def __init__(self, *, modules: Mapping[str, str], **settings: Any) -> None:  # noqa: ANN401 - as Click has it
        super().__init__(**settings)
        self._modules = modules

    @property
    def every(self) -> Mapping[str, click.Command]:
        """Read all subcommands."""
        found = {name: self.get_command(click.Context(self), name) for name in self._modules}
        return {name: one for name, one in found.items() if one}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as Click has it
        """Give the names of the subcommands."""
        return sorted(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as Click has it
        """Read a subcommand."""
        module = self._modules.get(cmd_name)
        if module is None:
            # Click looks for the name that was meant among those that were read.
            self.commands.update(self.every)
            return None
        read = import_module(f"journeybook.adapters.cli.{module}")
        # One that has a second name is called as its module is.
        found: click.Command = getattr(read, cmd_name, None) or getattr(
            read, module.rpartition(".")[2]
        )
        return found

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help."""
        super(Commands, _said(self)).format_help(ctx, formatter)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Give what may be typed behind the command."""
        return _pieces(super().collect_usage_pieces(ctx), ctx)

    def make_context(self, *given: Any, **settings: Any) -> click.Context:  # noqa: ANN401 - as Click has it
        """Read what was typed."""
        with _refusing(settings["obj"]):
            refuse_stripped()
            return super().make_context(*given, **settings)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as Click has it
        """Run a subcommand."""
        with _refusing(spoken()):
            return super().invoke(ctx)

    def main(self, args: Sequence[str] | None = None, *more: Any, **settings: Any) -> Any:  # noqa: ANN401 - as Click has it
        """Run, in the language of the handbook that was named."""
        try:
            # What is read of ourselves stays until the end.
            with without_collecting():
                wording = _wording(sys.argv[1:] if args is None else args)
        except KeyboardInterrupt:
            # As Click ends a command that runs.
            sys.exit(1)
        with in_our_words(wording):
            return super().main(args, *more, obj=wording, **settings)


class _Refusal(click.ClickException):
    exit_code = 2


@contextmanager
def _refusing(wording: Wording) -> Iterator[None]:
    try:
        yield
    except CannotRunError as refusal:
        raise _Refusal(one_line(refusal.said(wording))) from refusal
    except BrokenPipeError:
        # Nobody reads on, which Click ends without a word.
        raise
    except OSError as error:
        raise _Refusal(one_line(refused_by_disk(error).said(wording))) from error


def _pieces(pieces: Sequence[str], ctx: click.Context) -> list[str]:
    # A mistake in what was typed is told when the command runs no more.
    wording = ctx.find_object(Wording) or Wording()
    return [wording.text(one) for one in pieces]


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
    if list(typed) == ["--version"] or is_stripped():
        return Wording()
    language = import_module("journeybook.adapters.cli.shared.language")
    found: Wording = language.wording_of_run(typed)
    return found
