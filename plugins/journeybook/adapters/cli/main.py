"""The command itself; a subcommand is only read when it is run."""

import sys
from io import TextIOWrapper

import click

from journeybook import __version__
from journeybook.adapters.cli.shared.spoken import Commands

_SUBCOMMANDS = {
    "baseline": "writing.baseline",
    "brief": "writing.brief",
    "build": "giving.run",
    "check": "telling.check",
    "ci": "hosting.ci",
    "cms": "hosting.cms",
    "codeowners": "hosting.codeowners",
    "diff": "hosting.review",
    "doctor": "telling.doctor",
    "explain": "telling.explain",
    "export": "giving.export",
    "fix": "writing.fix",
    "history": "telling.history",
    "import": "writing.importing",
    "init": "writing.init",
    "inventory": "telling.inventory",
    "languages": "telling.languages",
    "link": "writing.link",
    "lsp": "giving.lsp",
    "new": "writing.new",
    "plan": "telling.plan",
    "print": "giving.printing",
    "reference": "giving.reference",
    "review": "hosting.review",
    "schema": "giving.schema",
    "serve": "giving.run",
    "testplan": "telling.testplan",
    "waive": "writing.waive",
}
"""The module of each subcommand, in which it goes by its own name; `diff` is another for review."""


def _whole_word(typed: str) -> str:
    return "language" if typed == "lang" else typed


@click.group(
    cls=Commands,
    modules=_SUBCOMMANDS,
    context_settings={
        "help_option_names": ["-h", "--help"],
        "token_normalize_func": _whole_word,
    },
)
@click.version_option(__version__, prog_name="journeybook", help="Show the version and exit.")
def main() -> None:
    """Keep personas' journeys, and the content that answers them, as Markdown in git."""
    for stream in (sys.stdout, sys.stderr):
        # A sign that the terminal's code page does not have is no reason to stop.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
