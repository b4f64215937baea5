"""`journeybook explain`: what a code, a key, a figure or a word means."""

import click

from journeybook.adapters.cli.shared.output import language_option, path_option, say
from journeybook.adapters.cli.shared.spoken import command, spoken
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.sites.configuration import Place, first_handbook
from journeybook.adapters.disk.workspace import read_anywhere
from journeybook.manual.explaining import explained, near


@command()
@click.argument("word")
@path_option
@language_option
def explain(word: str, path: Place) -> None:
    """Tell what WORD means: the code of a finding, a key, a figure, a type, a status or a feeling.

    In the language of the handbook; where there is none, in that of the machine.
    """
    site = read_anywhere(first_handbook(path), spoken().language).site
    lines = explained(word, site)
    if not lines:
        meant = near(word, site)
        if meant:
            raise CannotRunError(
                "nothing here is called {word}; did you mean {near}?", word=word, near=meant
            )
        raise CannotRunError(
            "nothing here is called {word}; ask for the code in brackets behind a finding, for a "
            "key of a file, for a figure, or for a type, a status or a feeling",
            word=word,
        )
    for line in lines:
        say(line)
