"""The command itself; a subcommand is only read when it is run."""

import sys
from io import TextIOWrapper

import click

from journeybook import __version__
from journeybook.adapters.cli.shared.spoken import Commands

_SUBCOMMANDS = {
    "baseline": "baseline",
    "brief": "brief",
    "build": "run",
    "check": "check",
    "ci": "ci",
    "cms": "cms",
    "codeowners": "codeowners",
    "diff": "review",
    "doctor": "doctor",
    "explain": "explain",
    "export": "export",
    "fix": "fix",
    "history": "history",
    "import": "importing",
    "init": "init",
    "inventory": "inventory",
    "languages": "languages",
    "link": "link",
    "lsp": "lsp",
    "new": "new",
    "plan": "plan",
    "print": "printing",
    "reference": "reference",
    "review": "review",
    "schema": "schema",
    "serve": "run",
    "testplan": "testplan",
    "waive": "waive",
}
"""The module of each subcommand, in which it goes by its own name; `diff` is another for review."""


@click.group(
    cls=Commands,
    modules=_SUBCOMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="journeybook", help="Show the version and exit.")
def main() -> None:
    """Keep personas' journeys, and the content that answers them, as Markdown in git."""
    for stream in (sys.stdout, sys.stderr):
        # A sign that the terminal's code page does not have is no reason to stop.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
