"""`journeybook codeowners`: asks the owners of the handbook's files for their reviews."""

from collections.abc import Iterator
from pathlib import Path

import click

from journeybook.adapters.cli.shared.output import path_argument, say, say_count
from journeybook.adapters.cli.shared.spoken import command
from journeybook.adapters.disk.git.repository import Repository, remote_of
from journeybook.adapters.disk.keeping.writing import change
from journeybook.adapters.disk.sites.configuration import Place, find_handbooks
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.adapters.disk.sites.hosting import kind_of
from journeybook.adapters.disk.versions.snapshots import on_disk, repository_of
from journeybook.hosts.codeowners import FIRST_PLACE, PLACES, WORKFLOWS, Owned, owned, placed
from journeybook.sources.names import CONFIGURATIONS
from journeybook.sources.settings.configuration import read_decisions


@command()
@path_argument
@click.option(
    "--host",
    type=click.Choice(tuple(PLACES)),
    help="The kind of code host, where its address does not tell.",
)
@click.option("--check", "checks", is_flag=True, help="Write nothing, and fail where it is behind.")
@click.pass_context
def codeowners(context: click.Context, path: Place, host: str | None, *, checks: bool) -> None:
    """Write the owners of the handbook at PATH into the repository's CODEOWNERS.

    Which handles an owner has stands under `owners` in journeybook.yml, and who keeps settings,
    theme and workflows under `settings_owner`. What others wrote in the file stays.

    Exit code 1 when `--check` finds that something is to be written.
    """
    repository = repository_of(path)
    kind = host or kind_of(remote_of(repository)) or _kind_at(repository.root)
    owns = [_owned(folders, repository, kind) for folders in find_handbooks(path)]
    lines = tuple(dict.fromkeys(line for one in owns for line in one.lines))
    root = repository.root
    places = (root / place for place in PLACES[kind])
    file = next((place for place in places if place.is_file()), root / FIRST_PLACE[kind])

    def owned_by_them(before: bytes) -> bytes:
        text = before.decode("utf-8", "surrogateescape")
        return placed(text, lines, repository.inside).encode("utf-8", "surrogateescape")

    name = file.relative_to(root)
    for wrong in dict.fromkeys(one for each in owns for one in each.wrong):
        say(
            "'{handle}' is no handle such as @name, @team/name or an address",
            handle=wrong,
            err=True,
        )
    for owner in dict.fromkeys(one for each in owns for one in each.unknown):
        say("'{owner}' has no handle under owners: in journeybook.yml", owner=owner, err=True)
    if checks:
        before = file.read_bytes() if file.is_file() else b""
        if owned_by_them(before) != before:
            say("{file} is behind: run journeybook codeowners", file=name)
            context.exit(1)
        say("{file} is up to date", file=name)
        return
    change(file, owned_by_them)
    say_count(
        "{file}: {n} file with an owner", "{file}: {n} files with an owner", len(lines), file=name
    )


def _owned(folders: Folders, repository: Repository, kind: str) -> Owned:
    book = on_disk(folders)
    decisions = read_decisions(book.files, folders.config, shared=folders.shared)
    configuration = decisions.configuration
    keeper = configuration.settings_owner
    settings = _settings(folders, repository, kind) if keeper else ()
    return owned(
        book.judge(None).handbook,
        configuration.owners,
        repository.inside,
        [(path, keeper) for path in settings if keeper],
    )


def _settings(folders: Folders, repository: Repository, kind: str) -> Iterator[str]:
    # What decides how all else is read, judged, shown and checked.
    inner = [*dict.fromkeys((folders.config, folders.shared or folders.config))]
    inner += [folders.overrides] if folders.overrides else []
    yield from (f"{repository.inside}{one.rstrip('/')}/" for one in inner)
    yield from (
        f"{repository.inside}{name}" for name in CONFIGURATIONS if (folders.root / name).is_file()
    )
    yield from (name for name in WORKFLOWS[kind] if (repository.root / name).exists())


def _kind_at(root: Path) -> str:
    found = (kind for kind in ("gitlab", "gitea") if (root / f".{kind}").exists())
    return "gitlab" if (root / ".gitlab-ci.yml").exists() else next(found, "github")
