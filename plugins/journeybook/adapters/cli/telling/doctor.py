"""`journeybook doctor`: what is installed, which handbook was found, and what is missing."""

import platform
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

import click

from journeybook import __version__
from journeybook.adapters.cli.giving.run import installed_engine
from journeybook.adapters.cli.shared.output import path_argument, say
from journeybook.adapters.cli.shared.spoken import command, spoken
from journeybook.adapters.disk.git.repository import find_repository
from journeybook.adapters.disk.git.running import GitError
from journeybook.adapters.disk.language import language_of, wording_in
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.sites.configuration import Place, find_handbooks
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.adapters.disk.sites.site_names import unknown_names
from journeybook.adapters.disk.sites.unread_decisions import unread_decisions
from journeybook.adapters.disk.workspace import files_of, judged
from journeybook.codes import Code
from journeybook.handbook.assembly import UNREAD
from journeybook.schema.kind import FOLDERS, Kind
from journeybook.sources.names import CONFIGURATIONS
from journeybook.sources.texts import REFUSED
from journeybook.wording import Wording, marked

_PACKAGES = ("mkdocs", "properdocs", "mkdocs-material", "markdown", "pyyaml", "jinja2")
_LEFT_OUT = marked(
    "{file} is left out of the site: by `exclude_docs` or `draft_docs`, or as a template"
)
_NO_PART = REFUSED | UNREAD | {Code.MISPLACED_FILE, Code.EMPTY_FILE}


@command()
@path_argument
@click.pass_context
def doctor(context: click.Context, path: Place) -> None:
    """Tell what is installed, which handbook is found at PATH, and what stands in its way.

    Exit code 0 when a site can be built of all its files, 1 when not.
    """
    say(f"Journeybook {__version__}, Python {platform.python_version()}")
    for package in _installed():
        say(f"  {package}")
    try:
        faults = [*_engine_faults()]
        for folders in find_handbooks(path):
            faults.extend(_handbook_faults(folders))
        unread = (*unknown_names(path), *unread_decisions(path))
        faults.extend(one.said(spoken()) for one in unread)
    except CannotRunError as refusal:
        faults = [refusal.said(spoken())]
    for fault in faults:
        say(f"! {fault}")
    context.exit(1 if faults else 0)


def _installed() -> Iterator[str]:
    for package in _PACKAGES:
        try:
            yield f"{package} {version(package)}"
        except PackageNotFoundError:
            continue


def _engine_faults() -> Iterator[str]:
    try:
        installed_engine()
    except CannotRunError as refusal:
        yield refusal.said(spoken())


def _handbook_faults(folders: Folders) -> Iterator[str]:
    wording = wording_in(language_of(folders))
    text = wording.text
    say(
        text(
            marked("Handbook: {folder}"), folder=folders.root / (folders.title and folders.content)
        )
    )
    file = next((name for name in CONFIGURATIONS if (folders.root / name).is_file()), None)
    if file is None:
        yield text(marked("there is no mkdocs.yml; `journeybook init` shows what it says"))
    files = files_of(folders)
    found = judged(files, folders, None)
    kinds = Counter(one.kind for one in found.documents)
    for folder, kind in FOLDERS.items():
        steps = wording.count("with {n} step", "with {n} steps", kinds[Kind.STEP])
        told = f", {steps}" if kind is Kind.JOURNEY else ""
        say(f"  {folders.content}/{folder}: {kinds[kind]}{told}")
    for left_out in (one.path for one in files if one.refused == "left-out"):
        say(f"  {text(_LEFT_OUT, file=left_out)}")
    say(f"  {_history(folders, wording)}")
    if not kinds:
        yield text(marked("no file in {content}/ describes anything"), content=folders.content)
    yield from (str(one) for one in found.findings if one.code in _NO_PART)


def _history(folders: Folders, wording: Wording) -> str:
    try:
        repository = find_repository(folders.root)
    except GitError as problem:
        return wording.text(marked("no history: {problem}"), problem=problem.said(wording))
    if repository.is_shallow:
        return wording.text(marked("history in git, in part: git fetch --unshallow gets the rest"))
    return wording.text(marked("history in git"))
