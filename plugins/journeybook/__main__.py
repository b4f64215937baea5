"""`python -m journeybook`: the command, where its name is not on the path."""

from journeybook.adapters.cli import main

main(prog_name="journeybook")
