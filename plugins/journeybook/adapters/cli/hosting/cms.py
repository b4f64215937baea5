"""`journeybook cms`: forms in the browser for those who write no front matter."""

import hashlib
import json
import shutil
import subprocess
import tarfile
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from journeybook.adapters.cli.shared.output import path_argument, say, say_count, shown
from journeybook.adapters.cli.shared.spoken import command
from journeybook.adapters.disk.git.repository import find_repository
from journeybook.adapters.disk.git.running import GitError
from journeybook.adapters.disk.keeping.mirror import mirror
from journeybook.adapters.disk.keeping.writing import change
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.sites.configuration import Place, find_folders
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.adapters.disk.workspace import files_of, read_at
from journeybook.editors.forms import forms_for
from journeybook.editors.front_matter import FOLDERS, Settings, front_matter_settings, merged
from journeybook.sources.document import SourceFile
from journeybook.sources.prose import split_front_matter
from journeybook.sources.texts import decoded

PACKAGE = "@sveltia/cms@0.221.1"
_SCRIPT = "sveltia-cms.js"
_DIGEST = "2fc783907e1a4a70783f155cc28435c70b8f79792f2aab75e787984e84aa413a"
_PORT = 8001
_NAMED = 5
_NO_REPOSITORY = "owner/repository"


@command()
@path_argument
@click.option(
    "--script",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="The file sveltia-cms.js of the package; without it, npm fetches the package.",
)
@click.option("--backend", type=click.Choice(["github", "gitlab", "gitea"]), default="github")
@click.option("--repo", default=_NO_REPOSITORY, help="The repository on the code host.")
@click.option("--serve", is_flag=True, help="Show the forms on this machine, until Ctrl+C.")
@click.option("--vscode", is_flag=True, help="Write frontmatter.json, for VS Code, and no folder.")
def cms(
    path: Place, script: Path | None, backend: str, repo: str, *, serve: bool, vscode: bool
) -> None:
    """Write forms for the handbook at PATH into its folder admin: Sveltia CMS, as it was published.

    A form knows the keys that are written in one way in all files; it leaves all others alone. The
    folder lies outside of the pages, so that no site publishes it. With --vscode they are those of
    the extension Front Matter CMS, beside the settings that stand there already.
    """
    folders = find_folders(path)
    judged = read_at(folders, None)
    if vscode:
        forms = forms_for(judged.site, judged.documents, "")
        settings, left_out = front_matter_settings(judged.site, forms)
        file = folders.root / "frontmatter.json"
        change(file, lambda before: _among(before, settings, file))
        _tell(folders, file, len(settings[FOLDERS]), left_out, forms.unsaid)
        return
    forms = forms_for(judged.site, judged.documents, _inside(folders.root))
    settings = {
        "backend": {"name": backend, "repo": repo},
        "media_folder": f"{_inside(folders.root)}{folders.content}/pictures",
        "output": {"omit_empty_optional_fields": True},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": forms.collections,
    }
    admin = folders.root / "admin"
    page = (files("journeybook") / "templates" / "cms" / "index.html").read_bytes()
    written = {
        _SCRIPT: _script(script, admin / _SCRIPT),
        "index.html": page,
        # JSON is YAML too, whatever signs a text holds.
        "config.yml": json.dumps(settings, ensure_ascii=False, indent=2).encode(),
    }
    mirror(admin, written)
    _tell(folders, admin, len(forms.collections), forms.left_out, forms.unsaid)
    if repo == _NO_REPOSITORY and not serve:
        say(
            "`config.yml` in {folder} names no repository of yours; make the forms anew with "
            "--repo before you put them on a server",
            folder=shown(admin),
        )
    if serve:
        _serve(admin)


def _tell(
    folders: Folders, file: Path, number: int, left_out: Collection[str], unsaid: Iterable[str]
) -> None:
    say_count("{file}: {n} form", "{file}: {n} forms", number, file=shown(file))
    for key in left_out:
        say("{key} has no field: no form can hold all ways in which it is written", key=key)
    for key in unsaid:
        say(
            "{key} has no field: a form would say no in every file that says nothing of it", key=key
        )
    if left_out:
        say(
            "`journeybook fix --alike` shows which can be written in one way; then make the forms "
            "anew."
        )
    say("What a form saves loses the comments between its keys; the text below them stays.")
    files = list(_commented(files_of(folders)))
    if files:
        more = " …" if len(files) > _NAMED else ""
        say("There are comments in {files}", files=", ".join(files[:_NAMED]) + more)


def _commented(files: Iterable[SourceFile]) -> Iterator[str]:
    for file in files:
        text = decoded(file) if file.path.endswith(".md") else ""
        head = split_front_matter(text).yaml if isinstance(text, str) else ""
        if any(line.lstrip().startswith("#") for line in head.splitlines()):
            yield file.path


def _among(before: bytes, settings: Settings, file: Path) -> bytes:
    try:
        known = json.loads(before or b"{}")
    except (ValueError, RecursionError):
        known = None
    if not isinstance(known, dict):
        raise CannotRunError("{file} holds more than plain JSON; it is left as it is", file=file)
    return f"{json.dumps(merged(known, settings), ensure_ascii=False, indent=2)}\n".encode()


def _inside(root: Path) -> str:
    try:
        return find_repository(root).inside
    except GitError:
        return ""


def _script(given: Path | None, before: Path) -> bytes:
    if given is None and before.is_file():
        given = before
    data = given.read_bytes() if given else _fetched()
    if hashlib.sha256(data).hexdigest() != _DIGEST:
        raise CannotRunError("{file} is not that of {package}", file=_SCRIPT, package=PACKAGE)
    return data


def _fetched() -> bytes:
    npm = shutil.which("npm")
    if npm is None:
        raise CannotRunError(
            "npm is not installed; fetch {package} yourself and name its dist/{file} with --script",
            package=PACKAGE,
            file=_SCRIPT,
        )
    with TemporaryDirectory() as place:
        run = subprocess.run(  # noqa: S603 - a fixed package
            [npm, "pack", PACKAGE], cwd=place, capture_output=True, check=False
        )
        packed = next(Path(place).glob("*.tgz"), None)
        if run.returncode or packed is None:
            problem = run.stderr.decode("utf-8", "replace").strip().splitlines()[-1:] or [""]
            raise CannotRunError("npm refused: {problem}", problem=problem[0])
        with tarfile.open(packed) as archive:
            member = archive.extractfile(f"package/dist/{_SCRIPT}")
            return member.read() if member else b""


def _server(handler: Callable[..., SimpleHTTPRequestHandler]) -> ThreadingHTTPServer:
    try:
        return ThreadingHTTPServer(("localhost", _PORT), handler)
    except OSError:
        # The forms of another handbook may be shown there.
        return ThreadingHTTPServer(("localhost", 0), handler)


def _serve(admin: Path) -> None:
    handler = partial(SimpleHTTPRequestHandler, directory=str(admin))
    with _server(handler) as server:
        say(
            "Open {address} in Chrome or Edge, choose “Work with Local Repository”, and the folder "
            "of the handbook.",
            address=f"http://localhost:{server.server_port}/",
        )
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return
