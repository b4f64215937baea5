"""`journeybook codeowners`: asks the owners of the handbook's files for their reviews."""

from pathlib import Path

from journeybook.adapters.cli.output import path_argument, say
from journeybook.adapters.cli.spoken import command
from journeybook.adapters.disk.snapshots import on_disk, repository_of
from journeybook.adapters.disk.workspace import day_of
from journeybook.adapters.disk.writing import change
from journeybook.hosts.codeowners import owned, placed
from journeybook.sources.configuration import read_decisions

_PLACES = (".github/CODEOWNERS", ".gitlab/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")


@command()
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
    say("{file}: {n} files with an owner", file=file.relative_to(root), n=len(found.lines))
    for owner in found.unknown:
        say("'{owner}' has no handle under owners: in journeybook.yml", owner=owner, err=True)
