"""`journeybook reference`: writes the manual's pages of every key, finding, figure and word."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from journeybook.adapters.cli.shared.output import write_again
from journeybook.adapters.cli.shared.spoken import command
from journeybook.adapters.disk.language import wording_in
from journeybook.adapters.disk.resources import shipped
from journeybook.codes import Code
from journeybook.manual.figures_page import figures_page
from journeybook.manual.findings_pages import findings_pages
from journeybook.manual.reference import fields_page
from journeybook.manual.words_page import words_page
from journeybook.sources.settings.configuration import read_vocabulary

_PRINTED = re.compile(r"\S+:\d+:\d+: .* \[(?P<code>[a-z0-9-]+)\]")


@command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--examples",
    type=click.Path(path_type=Path, exists=True),
    help="A file, or a folder of files, with findings as `check` prints them; one of each code"
    " becomes its example. A folder in it that is named like a language holds those in it.",
)
def reference(folder: Path, examples: Path | None) -> None:
    """Write every key, finding, figure and word of this version into FOLDER, as Markdown."""
    resources = shipped()
    built_in = resources.vocabularies
    others = {name: wording_in(name) for name, data in resources.catalogues.items() if data}
    pages = {
        "fields.md": fields_page(),
        **findings_pages(read_examples(examples, others) if examples else {}),
        "words.md": words_page(
            {name: read_vocabulary(built_in[name]) for name in sorted(resources.spoken)}
        ),
    }
    pages["figures.md"] = figures_page(others)
    for name, wording in others.items():
        own = read_examples(examples / name) if examples else {}
        pages |= {f"{name}/{path}": text for path, text in findings_pages(own, wording).items()}
    for name, text in pages.items():
        write_again(folder / name, text.encode())


def read_examples(place: Path, languages: Iterable[str] = ()) -> dict[str, str]:
    """Collect a finding as printed per code: the shortest, from files about the code if any.

    Folders of other `languages` are left out.
    """
    others = {place / name for name in languages}
    files = sorted(place.rglob("*")) if place.is_dir() else [place]
    found: dict[str, tuple[bool, int, str]] = {}
    for file in (one for one in files if one.is_file() and not others & {*one.parents}):
        for code, line in _printed(file):
            rank = (code not in file.parts, len(line), line)
            found[code] = min(found.get(code, rank), rank)
    return {code: line for code, (_, _, line) in found.items()}


def _printed(file: Path) -> Iterator[tuple[str, str]]:
    known = set(Code)
    for line in file.read_text("utf-8", errors="replace").splitlines():
        match = _PRINTED.fullmatch(line.strip())
        if match and match["code"] in known:
            yield match["code"], line.strip()
