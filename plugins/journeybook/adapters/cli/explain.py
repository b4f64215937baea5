"""`journeybook explain`: what a code, a key or a word means."""

import click

from journeybook.adapters.cli.output import path_option, say
from journeybook.adapters.cli.spoken import command
from journeybook.adapters.disk.configuration import Place, find_handbooks
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.workspace import day_of, read_at
from journeybook.manual.explaining import explained, near


@command()
@click.argument("word")
@path_option
def explain(word: str, path: Place) -> None:
    """Tell what WORD means: the code of a finding, a key, a type, a status or a feeling.

    In the language of the handbook.
    """
    site = read_at(find_handbooks(path)[0], day_of(None)).site
    lines = explained(word, site)
    if not lines:
        meant = near(word, site)
        if meant:
            raise CannotRunError(
                "nothing here is called {word}; did you mean {near}?", word=word, near=meant
            )
        raise CannotRunError("nothing here is called {word}", word=word)
    for line in lines:
        say(line)
