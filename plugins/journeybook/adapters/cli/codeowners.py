"""`journeybook codeowners`: asks the owners of the handbook's files for their reviews."""

from pathlib import Path

import click

from journeybook.adapters.cli.output import path_argument, say
from journeybook.adapters.disk.snapshots import on_disk, repository_of
from journeybook.adapters.disk.workspace import day_of
from journeybook.adapters.disk.writing import change
from journeybook.hosts.codeowners import owned, placed
from journeybook.sources.configuration import read_decisions

_PLACES = (".github/CODEOWNERS", ".gitlab/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")


@click.command()
@path_argument
def codeowners(path: Path) -> None:
    """Write the owners of the handbook at PATH into the repository's CODEOWNERS.

    Which handles an owner has stands under `owners` in journeybook.yml. What others wrote in the
    file stays.
    """
    repository = repository_of(path)
    book = on_disk(path)
    handles = read_decisions(book.files, book.config).configuration.owners
    found = owned(book.judge(day_of(None)).handbook, handles, repository.inside)
    root = repository.root
    file = next((root / one for one in _PLACES if (root / one).is_file()), root / _PLACES[0])

    def owned_by_them(before: bytes) -> bytes:
        return placed(before.decode("utf-8", "surrogateescape"), found.lines).encode(
            "utf-8", "surrogateescape"
        )

    change(file, owned_by_them)
    say(f"{file.relative_to(root)}: {len(found.lines)} files with an owner")
    for owner in found.unknown:
        say(f"'{owner}' has no handle under owners: in journeybook.yml", err=True)
