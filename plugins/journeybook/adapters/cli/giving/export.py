"""`journeybook export`: the whole linked handbook for other programs."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

import click

from journeybook.adapters.cli.shared.output import missing, path_argument, put, say, today_option
from journeybook.adapters.cli.shared.spoken import command, spoken
from journeybook.adapters.disk.keeping.mirror import mirror
from journeybook.adapters.disk.keeping.saves import saves
from journeybook.adapters.disk.own_places import refuse_own
from journeybook.adapters.disk.plain.plain_site import plain_site
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.resources import added
from journeybook.adapters.disk.sites.configuration import Place, find_folders, find_handbooks
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.adapters.disk.versions.snapshots import judge_at
from journeybook.adapters.disk.workspace import read_at
from journeybook.codes import Severity
from journeybook.exports.formats import EXPORTS, FOLDER_EXPORTS, Export
from journeybook.pipeline import Judged

_SITE = "site"


@command()
@path_argument
@click.option(
    "--format",
    "shape",
    default="json",
    show_default=True,
    help="json, csv, xlsx, pptx, mermaid, markdown, site, or one that an installed package adds.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="The file to write, or the folder of what is several files; without it, the terminal.",
)
@click.option("--at", "commit", help="A branch, tag or commit: the handbook as it was then.")
@click.option("--watch", is_flag=True, help="Write again whenever a file of it is saved.")
@today_option
def export(
    path: Place,
    shape: str,
    output: Path | None,
    commit: str | None,
    today: date | None,
    *,
    watch: bool,
) -> None:
    """Write the handbook at PATH as data, as a workbook, as drawings, as pages, or as slides.

    As a site it is a folder of plain Markdown, whole, for engines that run no plugins; as csv and
    markdown a folder too. Only what changed in a folder is written, and what is gone is deleted.
    """
    if output:
        refuse_own(path, output)
    if not watch:
        _export(path, shape, output, commit, today)
        return
    if output is None or commit:
        raise CannotRunError(
            "what is watched is written into a file or folder: name it with --output"
        )
    for _ in saves(path, leaving_out=output):
        try:
            _export(path, shape, output, None, today)
        except CannotRunError as refusal:
            # Whoever writes makes mistakes, and mends them with the next save.
            say(refusal.said(spoken()), err=True)


def _export(
    path: Place, shape: str, output: Path | None, commit: str | None, today: date | None
) -> None:
    if shape == _SITE:
        _write_site(path, output, commit, today)
    elif shape in FOLDER_EXPORTS:
        _write_folder(path, shape, output, commit, today)
    else:
        _write_file(path, shape, output, commit, today)
    if not commit:
        _tell_errors(path, today)


def _tell_errors(place: Place, today: date | None) -> None:
    # What cannot be read is missing from what was written, which nobody would notice there.
    for folders in find_handbooks(place):
        for finding in read_at(folders, today).findings:
            if finding.severity is Severity.ERROR:
                say(str(finding), err=True)


def _write_file(
    path: Place, shape: str, output: Path | None, commit: str | None, today: date | None
) -> None:
    if output and output.is_dir():
        raise CannotRunError("{file} is a folder", file=output)
    chosen = _format(shape)
    if output is None and not chosen.is_text:
        raise CannotRunError(
            "{shape} is no text: name the file to write with --output", shape=shape
        )
    data = _written(chosen, _judged(path, commit, today))
    if not data:
        raise CannotRunError("the handbook holds nothing yet that {shape} can tell", shape=shape)
    put(data, output)


def _judged(path: Place, commit: str | None, today: date | None) -> Judged:
    if commit:
        return judge_at(path, commit, today, hides=True)
    return read_at(path, today, hides=True)


def _write_folder(
    path: Place, shape: str, output: Path | None, commit: str | None, today: date | None
) -> None:
    if output is None or output.is_file():
        raise CannotRunError("{shape} is several files: name a folder with --output", shape=shape)
    judged, chosen = _judged(path, commit, today), FOLDER_EXPORTS[shape]
    copied = dict(_copied(path, chosen.copies(judged) if chosen.copies else {}))
    _mirror(output, {**chosen.write(judged), **copied})


def _copied(place: Place, copies: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    # Of an earlier state, pictures are those of today.
    root = find_folders(place).root
    for name, path in copies.items():
        # Reading a pipe or a device could take for ever.
        with suppress(OSError):
            if (root / path).is_file():
                yield name, (root / path).read_bytes()


def _mirror(output: Path, files: Mapping[str, bytes]) -> None:
    say(
        "{folder}: {n} of {all} files changed",
        folder=output,
        n=mirror(output, files),
        all=len(files),
    )


def _write_site(place: Place, output: Path | None, commit: str | None, today: date | None) -> None:
    if output is None or commit or isinstance(place, Folders):
        raise CannotRunError(
            "a site is made of all that lies on disk: name its folder with --output, and neither "
            "--at nor --handbook"
        )
    _mirror(output, plain_site(place, output, today))


def _format(name: str) -> Export:
    formats = {**EXPORTS, **added("journeybook.exports", Export)}
    if name not in formats:
        raise CannotRunError(
            "there is no format {name}; known here: {known}",
            name=name,
            known=", ".join((*formats, *FOLDER_EXPORTS, _SITE)),
        )
    return formats[name]


def _written(chosen: Export, judged: Judged) -> bytes:
    try:
        return chosen.write(judged)
    except ModuleNotFoundError as error:
        needed = chosen.needs or error.name
        raise missing(needed) from error
