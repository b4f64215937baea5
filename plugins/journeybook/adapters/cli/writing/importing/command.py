"""`journeybook import`: makes a handbook of what a team has, or brings an edited export back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from journeybook.adapters.cli.shared.edits import write_edit
from journeybook.adapters.cli.shared.output import (
    missing,
    output_option,
    path_argument,
    say,
    today_option,
    write,
)
from journeybook.adapters.cli.shared.spoken import command
from journeybook.adapters.cli.writing.importing.target import beginning_at, target_at
from journeybook.adapters.cli.writing.importing.words import (
    UNREAD_HERE,
    tell_next,
    tell_what_is_wrong,
    told,
    undone,
)
from journeybook.adapters.disk.keeping.writing import refuse_protected, write_all_new
from journeybook.adapters.disk.language import spoken_language, wording_in
from journeybook.adapters.disk.refusal import CannotRunError, NoHandbookError
from journeybook.adapters.disk.sites.configuration import Place
from journeybook.adapters.disk.workspace import day_of, read_at
from journeybook.importing.bringing import Asked, bring, scale_of
from journeybook.importing.plan import Offer, taken
from journeybook.pipeline import Judged
from journeybook.sources.document import SourceFile
from journeybook.sources.tables.tables import Unread
from journeybook.starting.phases import MODELS

_ALL = "all"
_MODEL = "5"


@command(name="import")
@click.argument("source", metavar="FILE", required=False, type=click.Path(path_type=Path))
@path_argument
@click.option("--template", help="Write an empty workbook to map journeys in: en, nl.")
@output_option
@click.option("--persona", default="", help="Whose map it is, where the file does not tell.")
@click.option("--scale", default="", help="The scale of feelings, where it is not -2-2: 1-10.")
@click.option("--language", help="The language of a handbook that begins, such as en or nl.")
@click.option("--take", default="", help="The changes of files to write, by their signs, or all.")
@click.option(
    "--write", "writes", is_flag=True, help="Write the new files; without this, all is only shown."
)
@today_option
def importing(  # noqa: PLR0917 - one parameter per option is how click hands them over
    source: Path | None,
    path: Place,
    template: str | None,
    output: Path | None,
    persona: str,
    scale: str,
    language: str | None,
    take: str,
    today: date | None,
    *,
    writes: bool,
) -> None:
    """Bring the map, list, document, votes or edited export FILE into the handbook at PATH.

    A handbook begins where there is none. Files that exist are never overwritten: what differs is
    shown, each change with its signs, and --take takes those that are chosen.
    """
    if template:
        # Without a file to bring in, the first argument is the place.
        _write_template(source or path, template, output, today)
        return
    if source is None or source.is_dir():
        raise CannotRunError("name the file to bring in, or write an empty one with --template")
    if not source.is_file():
        raise CannotRunError("there is no file {file}", file=source)
    file = SourceFile(path=source.name, data=source.read_bytes())
    target = target_at(path, file, language, today)
    # A handbook that begins has the language of the file, and all that is said of it as well.
    click.get_current_context().obj = target.book.site.wording
    asked = Asked(persona=persona, scale=_scale(scale, target.book))
    plan = bring(file, target.book, asked, wording_in)
    if isinstance(plan, Unread):
        message, hint = UNREAD_HERE[plan.what]
        values = {"file": source.name, **plan.values}
        say(message, err=True, **values)
        raise CannotRunError(hint, **values)
    edits, left = taken(target.files, _chosen(take, plan.offers))
    new = {**target.begins, **plan.new}
    refuse_protected(target.root / before.path for before, _ in edits)
    # Before it is shown, since who stops reading that has it written all the same.
    if writes:
        write_all_new(target.root, new)
    for before, after in edits:
        write_edit(target.root, before, after)
    for line in (*told(plan, target, source), *undone(left, target)):
        say(line)
    tell_what_is_wrong(target, new, edits)
    tell_next(plan, new, edits, wrote=writes)


def _scale(text: str, book: Judged) -> tuple[float, float] | None:
    scale = scale_of(text, book.handbook.vocabulary.phrases)
    if text and scale is None:
        raise CannotRunError("{scale} is no scale; write 1-10, or -5 to 5", scale=text)
    return scale


def _write_template(path: Place, language: str, output: Path | None, today: date | None) -> None:
    if output is None:
        raise CannotRunError("name the file to write with --output, such as journey.xlsx")
    if output.exists():
        raise CannotRunError("{file} exists and is left as it is", file=output)
    empty = SourceFile(path="")
    try:
        book = read_at(path, today)
    except NoHandbookError:
        book = beginning_at(path, empty, language, day_of(today)).book
    site = replace(book.site, wording=wording_in(spoken_language(language)))
    usual = [site.wording.text(phase.title) for phase in MODELS[_MODEL]]
    try:
        # Its library is an extra, so it is looked for only when somebody asks.
        from journeybook.exports.office.map_template import write_template

        write(write_template(site, usual), output, path)
    except ModuleNotFoundError as error:
        raise missing(error.name) from error
    say(
        "{file} is written: name a sheet like each persona, copy it for more, and import it",
        file=output,
    )


def _chosen(take: str, offers: Sequence[Offer]) -> list[Offer]:
    wanted = [one.strip() for one in take.split(",") if one.strip()]
    if wanted == [_ALL]:
        return list(offers)
    known = {one.id: one for one in offers}
    if unknown := [one for one in wanted if one not in known]:
        raise CannotRunError(
            "no change is called {unknown}; there are: {known}",
            unknown=", ".join(unknown),
            known=", ".join(known) or "–",
        )
    return [known[one] for one in wanted]
