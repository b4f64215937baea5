"""`journeybook codeowners`: asks the owners of the handbook's files for their reviews."""

from journeybook.adapters.cli.output import path_argument, say
from journeybook.adapters.cli.spoken import command
from journeybook.adapters.disk.configuration import Place, find_handbooks
from journeybook.adapters.disk.snapshots import on_disk, repository_of
from journeybook.adapters.disk.workspace import day_of
from journeybook.adapters.disk.writing import change
from journeybook.hosts.codeowners import owned, placed
from journeybook.sources.configuration import read_decisions

_PLACES = (".github/CODEOWNERS", ".gitlab/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")


@command()
@path_argument
def codeowners(path: Place) -> None:
    """Write the owners of the handbook at PATH into the repository's CODEOWNERS.

    Which handles an owner has stands under `owners` in journeybook.yml. What others wrote in the
    file stays.
    """
    repository = repository_of(path)
    lines: list[str] = []
    unknown: dict[str, None] = {}
    for folders in find_handbooks(path):
        book = on_disk(folders)
        decisions = read_decisions(book.files, folders.config, shared=folders.shared)
        handles = decisions.configuration.owners
        found = owned(book.judge(day_of(None)).handbook, handles, repository.inside)
        lines.extend(found.lines)
        unknown |= dict.fromkeys(found.unknown)
    root = repository.root
    file = next((root / one for one in _PLACES if (root / one).is_file()), root / _PLACES[0])

    def owned_by_them(before: bytes) -> bytes:
        text = before.decode("utf-8", "surrogateescape")
        return placed(text, lines, repository.inside).encode("utf-8", "surrogateescape")

    change(file, owned_by_them)
    say("{file}: {n} files with an owner", file=file.relative_to(root), n=len(lines))
    for owner in unknown:
        say("'{owner}' has no handle under owners: in journeybook.yml", owner=owner, err=True)
