"""The command itself, with its subcommands."""

import sys
from io import TextIOWrapper

import click

from journeybook import __version__
from journeybook.adapters.cli.baseline import baseline
from journeybook.adapters.cli.brief import brief
from journeybook.adapters.cli.check import check
from journeybook.adapters.cli.ci import ci
from journeybook.adapters.cli.cms import cms
from journeybook.adapters.cli.codeowners import codeowners
from journeybook.adapters.cli.doctor import doctor
from journeybook.adapters.cli.explain import explain
from journeybook.adapters.cli.export import export
from journeybook.adapters.cli.fix import fix
from journeybook.adapters.cli.history import history
from journeybook.adapters.cli.init import init
from journeybook.adapters.cli.languages import languages
from journeybook.adapters.cli.lsp import lsp
from journeybook.adapters.cli.new import new
from journeybook.adapters.cli.reference import reference
from journeybook.adapters.cli.review import review
from journeybook.adapters.cli.run import build, serve
from journeybook.adapters.cli.schema import schema
from journeybook.adapters.cli.spoken import Commands
from journeybook.adapters.cli.waive import waive


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="journeybook", help="Show the version and exit.")
def main() -> None:
    """Keep personas' journeys, and the content that answers them, as Markdown in git."""
    for stream in (sys.stdout, sys.stderr):
        # A sign that the terminal's code page does not have is no reason to stop.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


main.add_command(baseline)
main.add_command(brief)
main.add_command(build)
main.add_command(check)
main.add_command(ci)
main.add_command(cms)
main.add_command(codeowners)
main.add_command(review, "diff")
main.add_command(doctor)
main.add_command(explain)
main.add_command(export)
main.add_command(fix)
main.add_command(history)
main.add_command(init)
main.add_command(languages)
main.add_command(lsp)
main.add_command(new)
main.add_command(reference)
main.add_command(schema)
main.add_command(review)
main.add_command(serve)
main.add_command(waive)
