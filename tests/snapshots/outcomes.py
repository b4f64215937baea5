"""All that comes out of a handbook, by the name of the snapshot that holds it."""

import json
import re
import shutil
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import yaml

from tests.repositories import git
from tests.snapshots.doors import TODAY, VERSION, build, run
from tests.snapshots.handbook import change, settle
from tests.snapshots.printing import (
    document_text,
    html_text,
    json_text,
    lines_of,
    page_texts,
    slides_text,
    workbook_text,
)

Named = Iterator[tuple[str, str]]

_DAY = ("--today", TODAY)
_BRIEFS = 8
_SARIF_RULES = 3  # the manual tells them all
_PROBLEMS = ("error", "warning")
_COMMIT = re.compile(r"\b[0-9a-f]{40}\b|(?<=\()[0-9a-f]{7}(?=\))")
_TRAIL = re.compile(r'<summary[^>]*>([^<]*)|href="([^"]*)"( aria-current)?[^>]*>([^<]*)')
_STYLES = re.compile(r"<style>.*?(?=</style>)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What is shown of a handbook; what every handbook has alike is shown of one."""

    change: str = ""
    directories: bool = True
    discuss: str | bool = False
    hidden_pages: tuple[str, ...] = ()
    exports: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    differences: tuple[str, ...] = ()
    histories: tuple[str, ...] = ()
    formats: bool = False
    plain: bool = False
    briefs: bool = True
    workflows: bool = False


SHOWN = {
    "whole": Shown(
        change="changed",
        hidden_pages=(
            "gaps/orient",
            "gaps/use",
            "gaps/personas/employer",
            "gaps/channels/ads",
            "matrix/rider",
        ),
        exports=("json", "xlsx"),
        hosts=("github", "gitlab", "sarif", "rdjson"),
        differences=("text", "markdown", "json", "html"),
        histories=("table", "csv", "json", "svg"),
        formats=True,
        workflows=True,
    ),
    "dutch": Shown(
        change="dutch-changed",
        discuss="https://example.com/new?title={title}&body={body}",
        hidden_pages=("gaps/planten", "gaps/channels", "gaps/owners", "matrix/tuinder"),
        exports=("xlsx",),
        differences=("text", "markdown", "html"),
        histories=("table", "csv", "svg"),
    ),
    "faulty": Shown(
        hidden_pages=("gaps/", "matrix/", "coverage/", "phases/", "channels/", "actions/index"),
        hosts=("github",),
        plain=True,
        briefs=False,
    ),
    "odd": Shown(
        directories=False,
        hidden_pages=("gaps/Buy", "gaps/channels", "gaps/personas/Z", "matrix/T", "matrix/Z"),
        hosts=("github",),
        plain=True,
        briefs=False,
    ),
    "several": Shown(
        hidden_pages=("phases", "channels", "research", "gaps/hire", "gaps/look", "gaps/channels"),
        exports=("xlsx",),
        briefs=False,
    ),
}


def outcomes(name: str, folder: Path, parts: Container[str] | None = None) -> Named:
    """Give all that comes out of a handbook and of what became of it, or some parts of that."""
    shown = SHOWN[name]
    handbook = settle(name, folder / "handbook", directories=shown.directories)
    for part, made in _PARTS.items():
        if parts is None or part in parts:
            for key, text in made(handbook, shown):
                yield key, _settled(text, handbook)


def _site(handbook: Path, shown: Shown) -> Named:
    site = build(handbook, discuss=shown.discuss)
    for uri, page in site.pages.items():
        if not uri.startswith(shown.hidden_pages):
            for ending, text in page_texts(page, site.markdown[uri]):
                yield f"pages/{quote(uri.removesuffix('.md'))}{ending}", text
    for path, data in site.files.items():
        # A package is no text, and frames are told of together.
        if path.endswith("find-data.js"):
            yield f"files/{path}", data.decode().replace("], [", "],\n[")
        elif not path.endswith((".json", ".html", "embed.css", ".docx")):
            yield f"files/{quote(path)}", data.decode("utf-8-sig").replace("\r\n", "\n")
    yield "files/frames.txt", "\n".join(_frames(site.files))
    yield "trails.txt", "\n".join(_trails(site.pages, shown))
    yield "navigation.json", json_text(site.navigation)
    if "json" in shown.exports:
        yield from _data(site.files)


def _trails(pages: Mapping[str, Any], shown: Shown) -> Iterator[str]:
    # A line for every link: most pages have the same few, which the tags around would hide.
    for uri, page in pages.items():
        if page.trail and not uri.startswith(shown.hidden_pages):
            yield f"== {uri} =="
            yield from (" ".join(filter(None, one)) for one in _TRAIL.findall(page.trail.html))


def _frames(files: Mapping[str, bytes]) -> Iterator[str]:
    # What stands in a frame is a block of a page, which is held there.
    for path, data in files.items():
        if path.endswith(".html"):
            before, mark, after = data.decode().partition('class="jb-framed">')
            yield f"== {path} ==\n{before}{mark} … <p {after.rpartition('<p ')[2]}"


def _data(files: Mapping[str, bytes]) -> Named:
    for key, value in json.loads(files["journeybook.json"]).items():
        yield f"export/{key}.json", json_text(value)
    yield "export/schema.json", json_text(json.loads(files["journeybook.schema.json"]))
    yield "export/authors.json", json_text(json.loads(files["journeybook.authors.schema.json"]))
    first, *more = (path for path in files if path.endswith(".docx"))
    yield "export/brief.xml", document_text(files[first])
    yield "export/briefs.txt", "\n".join(lines_of(files[path]) for path in more[:_BRIEFS])


def _checks(handbook: Path, shown: Shown) -> Named:
    yield "check.txt", run("check", handbook, *_DAY, "--all").output
    yield "check-first.txt", run("check", handbook, *_DAY).output
    for shape in shown.hosts:
        yield _shaped("check", shape, run("check", handbook, *_DAY, "--format", shape).stdout)
    if "github" in shown.hosts:
        page = handbook.parent / "summary.md"
        run("check", handbook, *_DAY, "--format", "github", GITHUB_STEP_SUMMARY=str(page))
        yield "check-github-summary.md", page.read_text() if page.exists() else "nothing more"


def _exports(handbook: Path, shown: Shown) -> Named:
    if "xlsx" in shown.exports:
        book = handbook.parent / "book.xlsx"
        run("export", handbook, *_DAY, "--format", "xlsx", "--output", book)
        yield "workbook.txt", workbook_text(book.read_bytes())


def _formats(handbook: Path, shown: Shown) -> Named:
    if shown.formats:
        wiki, slides = handbook.parent / "wiki", handbook.parent / "slides.pptx"
        run("export", handbook, *_DAY, "--format", "markdown", "--output", wiki)
        for page in sorted(wiki.rglob("*.md")):
            # The figures of a home page stand in a table of their own.
            text = (
                page.read_text().partition("| --- |")[0]
                if page.stem == "index"
                else page.read_text()
            )
            yield f"wiki/{page.relative_to(wiki).as_posix()}", text
        yield "map.mermaid", run("export", handbook, *_DAY, "--format", "mermaid").stdout
        run("export", handbook, *_DAY, "--format", "pptx", "--output", slides)
        template = handbook.parent / "template.xlsx"
        run("import", handbook, *_DAY, "--template", "nl", "--output", template)
        yield "template.txt", workbook_text(template.read_bytes())
        yield "slides.txt", slides_text(slides.read_bytes())
        copy = _copy(handbook)
        told = run("cms", copy).output
        forms = yaml.load((copy / "admin" / "config.yml").read_text(), Loader=yaml.CSafeLoader)
        yield "forms.json", f"{told}\n{json_text(forms)}"


def _plain_site(handbook: Path, shown: Shown) -> Named:
    if shown.plain:
        plain = handbook.parent / "plain"
        run("export", handbook, *_DAY, "--format", "site", "--output", plain)
        yield "plain/mkdocs.yml", (plain / "mkdocs.yml").read_text()
        pages = sorted((plain / "docs").rglob("*.md"))
        yield (
            "plain/pages.txt",
            "\n".join(_plain_page(page, plain / "docs", handbook) for page in pages),
        )


def _plain_page(page: Path, docs: Path, handbook: Path) -> str:
    # Blocks are told as those of pages; of what no author wrote, only what stands above them.
    uri, text = page.relative_to(docs), page.read_text()
    if not (handbook / "content" / uri).exists():
        text = text.partition("\n---\n")[0]
    lines = (one for one in text.splitlines() if one and not one.startswith((" ", "<")))
    return "\n".join((f"== {uri.as_posix()} ==", *lines))


def _repository_files(handbook: Path, shown: Shown) -> Named:
    handbook = _copy(handbook)
    run("codeowners", handbook)
    for host in ("github", "gitlab"):
        run("ci", host, handbook)
    for path in sorted(git(handbook, "ls-files", "--others", "--exclude-standard").splitlines()):
        if shown.workflows or not path.endswith(".yml") or "ISSUE" in path:
            yield f"repository/{path.strip('.')}", (handbook / path).read_text()


def _waiver(handbook: Path, _: Shown) -> Named:
    handbook = _copy(handbook)
    fingerprint = _open_gaps(handbook)["missing-owner"]
    options = ("--reason", "It may stay.", "--until", "2027-01-31", "--by", "The board")
    told = run("waive", fingerprint, handbook, *_DAY, *options).output
    yield "waived.txt", told + (handbook / "site_config" / "waivers.yml").read_text()


def _briefs(handbook: Path, shown: Shown) -> Named:
    brief = handbook.parent / "brief.md"
    for code, fingerprint in (_open_gaps(handbook) if shown.briefs else {}).items():
        told = run("brief", fingerprint, handbook, *_DAY, "--output", brief).output
        yield f"briefs/{code}.md", brief.read_text() if brief.exists() else told
        brief.unlink(missing_ok=True)


def _later(handbook: Path, shown: Shown) -> Named:
    if shown.change:
        copy = _copy(handbook)
        yield from _baseline(copy, shown.change)
        yield from _changes(copy, shown)


def _baseline(handbook: Path, changed: str) -> Named:
    run("baseline", handbook, *_DAY)
    yield "baseline.json", (handbook / "site_config" / "baseline.json").read_text()
    change(changed, handbook)
    yield "check-new-only.txt", run("check", handbook, *_DAY, "--new-only").output
    told = run("baseline", handbook, "--tighten", *_DAY).output
    tightened = (handbook / "site_config" / "baseline.json").read_text()
    yield "baseline-tightened.txt", f"{told}\n{tightened}"


def _changes(handbook: Path, shown: Shown) -> Named:
    place = ("--path", handbook)
    for shape in shown.differences:
        found = run("diff", "before", "after", *place, *_DAY, "--format", shape)
        yield _shaped("diff", shape, found.stdout)
    yield "diff-back.txt", run("diff", "after", "before", *place, *_DAY).output
    for shape in shown.histories:
        found = run("history", *place, "--every", "month", "--format", shape)
        yield _shaped("history", shape, found.stdout)
    since = ("--since", "2026-09-21", "--every", "week")
    yield "history-since.txt", run("history", *place, *since).output
    site = build(handbook, compare_to="before", history=True)
    for uri, page in site.pages.items():
        for ending, text in page_texts(page, site.markdown[uri]):
            if uri.startswith("changes/") or "jb-altered" in text or "-- history --" in text:
                yield f"changed/{quote(uri.removesuffix('.md'))}{ending}", text


def _open_gaps(handbook: Path) -> Mapping[str, str]:
    report = json.loads(run("check", handbook, *_DAY, "--format", "json").stdout)
    return {
        one["code"]: one["fingerprint"]
        for one in report["findings"]
        if one["severity"] not in _PROBLEMS and not one["waived"]
    }


def _shaped(name: str, shape: str, text: str) -> tuple[str, str]:
    if shape in ("json", "gitlab", "sarif", "rdjson"):
        value = json.loads(text)
        if shape == "sarif":
            _settle_rules(value["runs"][0])
        return f"{name}-{shape}.json", json_text(value)
    unstyled = _STYLES.sub("<style>", text.replace("\r\n", "\n"))
    return f"{name}-{shape}.txt", html_text(unstyled)


def _settle_rules(run: dict[str, Any]) -> None:
    # A new code would move the number of every rule behind it.
    del run["tool"]["driver"]["rules"][_SARIF_RULES:]
    for result in run["results"]:
        del result["ruleIndex"]


_PARTS: Mapping[str, Callable[[Path, Shown], Named]] = {
    "site": _site,
    "checks": _checks,
    "later": _later,
    "exports": _exports,
    "formats": _formats,
    "plain": _plain_site,
    "repository": _repository_files,
    "waiver": _waiver,
    "briefs": _briefs,
}
PARTS = tuple(_PARTS)
"""What of a handbook may come out alone; no part needs another."""


def _copy(handbook: Path) -> Path:
    copy = handbook.parent / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(handbook, copy)
    return copy


def _settled(text: str, handbook: Path) -> str:
    """Leave out what is no matter: where it lies, the names of commits, and our own version."""
    for place in (handbook.parent / "copy", handbook, handbook.parent):
        text = text.replace(f"{place}/", "").replace(f"{place}", ".")
    text = text.replace(f"=={VERSION}", "==<version>").replace(f'"{VERSION}"', '"<version>"')
    return f"{_COMMIT.sub('<commit>', text).rstrip()}\n"
