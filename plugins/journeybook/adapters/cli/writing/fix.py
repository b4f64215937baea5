"""`journeybook fix`: mends what is certain, shown first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

import click

from journeybook.adapters.cli.shared.edits import show_edit, write_edit
from journeybook.adapters.cli.shared.output import path_argument, say
from journeybook.adapters.cli.shared.spoken import command
from journeybook.adapters.disk.keeping.writing import refuse_protected
from journeybook.adapters.disk.language import language_of, wording_in
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.sites.configuration import Place, find_handbooks
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.adapters.disk.workspace import files_of, judged
from journeybook.codes import Code
from journeybook.editors.alike import made_alike
from journeybook.findings import Mistake
from journeybook.sources.document import SourceFile
from journeybook.starting.mending import is_uneven, mended
from journeybook.wording import Wording, marked

_MOST = 100
_TEXTS = (".md", ".markdown", ".txt", ".yaml", ".yml")


@command()
@path_argument
@click.option("--write", is_flag=True, help="Write it; without this, it is only shown.")
@click.option(
    "--alike", is_flag=True, help="Write each key in one way in all files too, as forms need it."
)
def fix(path: Place, *, write: bool, alike: bool) -> None:
    """Mend what is certain in the handbook at PATH: a missing space, a curly quote, a slip.

    Everything else in a file stays as it is, byte for byte.
    """
    for folders in find_handbooks(path):
        _fix(folders, write=write, alike=alike)


def _fix(folders: Folders, *, write: bool, alike: bool) -> None:
    wording = wording_in(language_of(folders))
    before = files_of(folders)
    after, mistakes = _all_mended(before, folders)
    if alike:
        after = _all_alike(after, folders)
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old.data != new.data]
    renamed = _renames(mistakes, {one.path for one in before})
    if write:
        # Whoever reads only the first lines of what is shown has all of it written.
        _write(folders, changed, renamed)
    for old, new in changed:
        show_edit(old, new)
    for name, wanted in renamed.items():
        say(f"{name} -> {wanted}")
    wrong = {one.span.path for one in mistakes}
    for file in after:
        if file.path in wrong and is_uneven(file.data.decode("utf-8", "replace")):
            say(
                "{path} ends its lines in several ways; save it with one, and mend again",
                path=file.path,
            )
    say(_end(len(changed) + len(renamed), wording, write=write))


def _all_mended(
    files: Sequence[SourceFile], folders: Folders
) -> tuple[Sequence[SourceFile], tuple[Mistake, ...]]:
    # What is mended may uncover the next slip of the same file.
    found = judged(files, folders, None).handbook.mistakes
    for _ in range(_MOST):
        new = mended(files, found)
        if not new:
            break
        files = [
            SourceFile(path=one.path, data=new[one.path]) if one.path in new else one
            for one in files
        ]
        found = judged(files, folders, None).handbook.mistakes
    return files, found


def _all_alike(files: Sequence[SourceFile], folders: Folders) -> Sequence[SourceFile]:
    left: set[str] = set()
    for _ in range(_MOST):
        found = judged(files, folders, None)
        new = made_alike([one for one in files if one.path not in left], found.documents)
        if not new:
            break
        changed = [replace(one, data=new.get(one.path, one.data)) for one in files]
        said = {one.path: one.fields for one in judged(changed, folders, None).documents}
        # A text over several lines, say, may not stand below a key as it stood beside it.
        wrong = {one.path for one in found.documents if said.get(one.path) != one.fields}
        left |= wrong & new.keys()
        files = [old if old.path in left else one for old, one in zip(files, changed, strict=True)]
    # Where line ends are of several kinds, nothing was written; with one kind it would have been.
    found = judged(files, folders, None)
    even = [replace(one, data=b"\n".join(one.data.splitlines())) for one in files]
    for path in sorted(left | made_alike(even, found.documents).keys()):
        say("{path} cannot be written like the others for certain", path=path)
    return files


def _renames(mistakes: Iterable[Mistake], taken: set[str]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for mistake in mistakes:
        if mistake.code == Code.MISPLACED_FILE and mistake.values["what"] in ("name", "index"):
            path = PurePosixPath(mistake.span.path)
            wanted = path.with_name(mistake.values["wanted"]).as_posix()
            is_text = path.suffix.casefold() in _TEXTS
            if is_text and wanted not in {*taken, *found.values()}:
                found[path.as_posix()] = wanted
    return found


def _write(
    folders: Folders, changed: list[tuple[SourceFile, SourceFile]], renamed: Mapping[str, str]
) -> None:
    refuse_protected(folders.root / old.path for old, _ in changed)
    for old, new in changed:
        write_edit(folders.root, old, new)
    for name, wanted in renamed.items():
        _rename(folders.root / name, folders.root / wanted)


def _rename(file: Path, wanted: Path) -> None:
    # On disks that know no difference between `A` and `a` the new name seems to be there.
    if wanted.exists() and not wanted.samefile(file):
        raise CannotRunError("{file} exists and is left as it is", file=wanted)
    file.rename(wanted)


def _end(number: int, wording: Wording, *, write: bool) -> str:
    if not number:
        return wording.text(marked("nothing here can be mended for certain"))
    if write:
        return wording.count("{n} file mended", "{n} files mended", number)
    return wording.count(
        "{n} file can be mended: --write does it",
        "{n} files can be mended: --write does it",
        number,
    )
