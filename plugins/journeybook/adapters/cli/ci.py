"""`journeybook ci`: writes ready-made workflows for a code host."""

import json
from collections.abc import Mapping, Sequence
from functools import partial
from importlib.resources import files
from shlex import quote

import click

from journeybook.adapters.cli.output import path_argument, say
from journeybook.adapters.cli.spoken import command
from journeybook.adapters.disk.configuration import Folders, Place, find_handbooks
from journeybook.adapters.disk.git import Repository, default_branch
from journeybook.adapters.disk.installation import WHEEL, install_command, wheel_command
from journeybook.adapters.disk.snapshots import on_disk, repository_of
from journeybook.adapters.disk.workspace import day_of
from journeybook.adapters.disk.writing import write_new
from journeybook.hosts.forms import content_request, pull_request_template
from journeybook.pipeline import Judged

HOSTS = ("github", "gitlab")
_PAGE = " --format html "
_GITLAB = ".gitlab-ci.yml"
_NOINDEX = '        env:\n          JOURNEYBOOK_NOINDEX: "true"\n'


@command()
@click.argument("host", type=click.Choice(HOSTS))
@path_argument
@click.option(
    "--install",
    help="The command that installs Journeybook and the handbook's theme, where it should not come "
    "from where it came from here.",
)
@click.option(
    "--public",
    is_flag=True,
    help="Publish on GitHub Pages, where everybody may read it; else the site is an artefact.",
)
def ci(host: str, path: Place, install: str | None, *, public: bool) -> None:
    """Write workflows for HOST that check, compare, build and publish the handbook at PATH.

    A file that exists stays as it is.
    """
    repository = repository_of(path)
    handbooks = find_handbooks(path)
    judged = on_disk(handbooks[0]).judge(day_of(None))
    made = _github(judged, public=public) if host == "github" else _gitlab(judged)
    command = install or install_command()
    for name, text in made.items():
        file = repository.root / name
        if file.exists():
            say("{file} exists and stays as it is", file=name)
            if name == _GITLAB:
                say("add this line to it, so that our jobs run: include: .gitlab/handbook.yml")
            continue
        filled = _filled(_each(text, handbooks), repository, command)
        write_new(file, filled.encode())
        say("{file} written", file=name)
    home = repository.root / repository.inside
    if install is None and (make := wheel_command()) and not any(home.glob(WHEEL)):
        say(
            "{file} is missing, from which they install; make it and commit it: {command}",
            file=WHEEL,
            command=make,
        )


def _github(judged: Judged, *, public: bool) -> Mapping[str, str]:
    publish = _template("github-public.yml" if public else "github-internal.yml")
    return {
        ".github/workflows/handbook.yml": _template("github-handbook.yml")
        .replace("@PUBLISH@", publish)
        .replace("@NOINDEX@", "" if public else _NOINDEX),
        ".github/workflows/handbook-comment.yml": _template("github-comment.yml"),
        ".github/pull_request_template.md": pull_request_template(judged.site.wording),
        ".github/ISSUE_TEMPLATE/content-request.yml": content_request(
            judged.handbook, judged.site.wording
        ),
    }


def _gitlab(judged: Judged) -> Mapping[str, str]:
    return {
        _GITLAB: _template("gitlab.yml"),
        ".gitlab/handbook.yml": _template("gitlab-handbook.yml"),
        ".gitlab/merge_request_templates/Default.md": pull_request_template(judged.site.wording),
    }


def _template(name: str) -> str:
    return (files("journeybook") / "templates" / "ci" / name).read_text("utf-8")


def _each(text: str, handbooks: Sequence[Folders]) -> str:
    # A page of changes shows one handbook; all else goes together.
    several = [one for one in handbooks if one.title]
    if not several:
        return text
    return "".join(map(partial(_for_each, several), text.splitlines(keepends=True)))


def _for_each(handbooks: Sequence[Folders], line: str) -> str:
    if _PAGE not in line:
        return line
    lines = (
        line.replace(_PAGE, f" --handbook {quote(one.name)}{_PAGE}").replace(
            "changes.html", f"changes-{at}.html"
        )
        for at, one in enumerate(handbooks, start=1)
    )
    return "".join(lines)


def _filled(text: str, repository: Repository, install: str) -> str:
    # Between JSON's quotes a folder or command of any characters is one value of YAML too.
    inside = repository.inside
    folder = inside.rstrip("/") or "."
    touched = json.dumps(f"{inside}**", ensure_ascii=False)
    return (
        text.replace("@FOLDER@", json.dumps(folder, ensure_ascii=False))
        .replace("@INSIDE@", json.dumps(inside, ensure_ascii=False)[1:-1])
        .replace("@INSTALL@", json.dumps(install, ensure_ascii=False))
        .replace("@BRANCH@", json.dumps(default_branch(repository), ensure_ascii=False))
        .replace("@PATHS@", f"    paths: [{touched}]\n" if inside else "")
        .replace("@CHANGES@", f"      changes: [{touched}]\n" if inside else "")
    )
