"""`journeybook new`: adds a file to a handbook."""

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

import click

from journeybook.adapters.cli.shared.output import path_option, say, shown, today_option
from journeybook.adapters.cli.shared.spoken import command
from journeybook.adapters.disk.keeping.writing import write_all_new
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.sites.configuration import Place, find_folders
from journeybook.adapters.disk.workspace import read_at
from journeybook.handbook.book import Handbook
from journeybook.handbook.ids import file_slug, last_part
from journeybook.handbook.statements import Entity
from journeybook.pages.parts.site import Site
from journeybook.pipeline import Judged
from journeybook.schema import Kind
from journeybook.schema.kind import FOLDER_OF
from journeybook.starting.beginning import journey as whole_journey
from journeybook.starting.drafts import Value, draft

_WITH_JOURNEY = (Kind.STEP, Kind.ACTION)
_WITH_PHASE = (Kind.STEP, Kind.ACTION, Kind.ASSET)

Known = TypeVar("Known", bound=Entity)


@command()
@click.argument("kind", metavar="|".join(Kind))
@click.argument("title")
@path_option
@click.option("--journey", help="The journey of a step or an action.")
@click.option("--phase", help="The phase of a step, an action or an asset.")
@today_option
def new(  # noqa: PLR0917 - one parameter per option is how click hands them over
    kind: str,
    title: str,
    path: Place,
    journey: str | None,
    phase: str | None,
    today: date | None,
) -> None:
    """Add a file of this KIND with this TITLE, holding the keys that matter and what they mean.

    For a journey, TITLE is its persona; a step is made for each phase. For a step, TITLE is its
    phase, or a title of its own beside --phase. A file that exists is never overwritten.
    """
    judged = read_at(path, today)
    made = _files(_kind(kind, judged.site), " ".join(title.split()), journey, phase, judged)
    folders = find_folders(path)
    content = folders.root / folders.content
    write_all_new(content, made)
    for name in made:
        say(shown(content / name))


def _kind(word: str, site: Site) -> Kind:
    plain = word.strip().casefold()
    meant = site.words.values.get(plain, plain)
    if meant in set(Kind):
        return Kind(meant)
    known = [site.wording.value(kind) for kind in Kind]
    raise CannotRunError(
        "there is no kind “{word}”; known: {kinds}", word=word, kinds=", ".join(known)
    )


def _files(
    kind: Kind, title: str, journey: str | None, phase: str | None, judged: Judged
) -> Mapping[str, str]:
    book, wording = judged.handbook, judged.site.wording
    _refuse_unfitting(kind, title, journey, phase)
    if kind is Kind.JOURNEY:
        persona = _named("persona", title, book.personas, book)
        phases = tuple(last_part(identifier) for identifier in book.phases)
        return whole_journey(persona.id, persona.title, phases, wording)
    if kind is Kind.STEP:
        return _step(title, journey, phase, judged)
    known = _known(kind, journey, phase, judged)
    return {f"{FOLDER_OF[kind]}/{file_slug(title)}.md": draft(kind, title, known, wording)}


def _refuse_unfitting(kind: Kind, title: str, journey: str | None, phase: str | None) -> None:
    if not title:
        raise CannotRunError("a new file needs a title")
    if journey and kind not in _WITH_JOURNEY:
        raise CannotRunError("--journey says nothing of a new {kind}", kind=kind)
    if phase and kind not in _WITH_PHASE:
        raise CannotRunError("--phase says nothing of a new {kind}", kind=kind)


def _known(
    kind: Kind, journey: str | None, phase: str | None, judged: Judged
) -> Mapping[str, Value]:
    book = judged.handbook
    known: dict[str, Value] = {}
    if kind is Kind.PHASE:
        known["order"] = int(max((one.order or 0 for one in book.phases.values()), default=0)) + 1
    if kind is Kind.RESEARCH:
        known["date"] = book.today
    if kind in (Kind.ASSET, Kind.ACTION):
        known["status"] = judged.site.wording.value("idea")
    if journey:
        known["journey"] = _named("journey", journey, book.journeys, book).id
    if phase:
        key = "phases" if kind is Kind.ASSET else "phase"
        known[key] = _named("phase", phase, book.phases, book).id
    return known


def _step(title: str, journey: str | None, phase: str | None, judged: Judged) -> Mapping[str, str]:
    book, wording = judged.handbook, judged.site.wording
    if journey is None and len(book.journeys) != 1:
        raise CannotRunError("name the journey with --journey: {known}", known=_list(book.journeys))
    whose = _named("journey", journey or next(iter(book.journeys)), book.journeys, book)
    if phase is None:
        name = last_part(_named("phase", title, book.phases, book).id)
        return {f"journeys/{whose.id}/{name}.md": draft(Kind.STEP, "", {}, wording)}
    place = _named("phase", phase, book.phases, book).id
    others = [step.order or 1 for step in whose.steps if step.phase == place]
    known: dict[str, Value] = {"phase": place, "order": int(max(others, default=0)) + 1}
    return {f"journeys/{whose.id}/{file_slug(title)}.md": draft(Kind.STEP, title, known, wording)}


def _named(what: str, name: str, entities: Mapping[str, Known], book: Handbook) -> Known:
    fold = book.vocabulary.fold
    for entity in entities.values():
        names = (entity.id, last_part(entity.id), entity.title, *entity.aliases)
        if fold(name) in map(fold, names):
            return entity
    raise CannotRunError(
        "there is no {what} '{name}'; there are: {known}",
        what=what,
        name=name,
        known=_list(entities) or "–",
    )


def _list(entities: Mapping[str, Entity]) -> str:
    return ", ".join(entities)
