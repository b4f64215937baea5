"""`journeybook lsp`: help while somebody types, in any editor that speaks to language servers."""

from journeybook.adapters.cli.shared.output import missing
from journeybook.adapters.cli.shared.spoken import command


@command()
def lsp() -> None:
    """Serve an editor over standard input and output, until it ends.

    The editor starts this command itself.
    """
    try:
        # Its library is an extra, so it is looked for only when somebody asks.
        from journeybook.adapters.lsp import make_server
    except ModuleNotFoundError as error:
        raise missing("pygls") from error
    make_server().start_io()
