"""What is told of a file that is brought in: what would be written, and what is wrong with it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from journeybook.adapters.cli.shared.output import say, say_count
from journeybook.adapters.cli.writing.importing.target import Target
from journeybook.codes import Family
from journeybook.grouping import a_few, grouped
from journeybook.importing.plan import Offer, Plan
from journeybook.sources.document import SourceFile
from journeybook.sources.records.words import UNREAD
from journeybook.sources.tables.cells import on_one_line
from journeybook.wording import marked

_MOST = 20
_LONGEST = 40
_PROSE = marked(
    "no key has a place for what stands under {headings}, so it goes into the prose; if it belongs "
    "under a key, or to a persona or phase that is ticked there, call the row or column by its name"
)
_PLACES = 12
NOTHING = (
    marked("nothing in '{file}' is known"),
    marked(
        "name rows like the five questions (needs, questions, feelings, touchpoints, expectations, "
        "drop-offs), or begin with --template; a list of content, or figures of its use, that "
        "another program keeps is read where it lies: journeybook inventory --suggest {file} "
        "--write; what people answered to a survey is named under `survey` of a round of research"
    ),
)
"""What is said of a file in which nothing has a place, and the way out."""
UNREAD_HERE: Mapping[str, tuple[str, str]] = {
    **UNREAD,
    "nothing": NOTHING,
    "format": (
        UNREAD["format"][0],
        marked("save a sheet as CSV or XLSX, and a text as .txt or Markdown, and name that"),
    ),
    "elsewhere": (
        marked("'{file}' is kept by another program, so it is not brought in once"),
        marked(
            "have it read where it lies, at every build: journeybook inventory --suggest {file} "
            "--write"
        ),
    ),
}
"""By what keeps a file from being brought in: what is wrong, and the way out."""


def told(plan: Plan, target: Target, file: Path) -> Iterator[str]:
    """Tell what was read, what would be begun, and every change that is offered."""
    text = target.book.site.wording.text
    count = target.book.site.wording.count
    yield text(
        "{file}: {said}, {same}; {remarks}",
        file=file.name,
        said=count("{n} statement or name", "{n} statements and names", plan.said),
        same=count("{n} value there already", "{n} values there already", plan.same),
        remarks=count(
            "{n} text that no key has a place for goes into the prose",
            "{n} texts that no key has a place for go into the prose",
            plan.remarks,
        ),
    )
    if not plan.said and plan.remarks:
        message, hint = NOTHING
        yield f"{text(message, file=file.name)}; {text(hint, file=file.name)}"
    if named := [heading for heading in plan.in_prose if heading]:
        yield text(_PROSE, headings=a_few([f"'{on_one_line(one)[:_LONGEST]}'" for one in named]))
    troubles = ((text(one.message, **one.values), one.place.shown) for one in plan.troubles)
    for message, places in _told_once(troubles, _PLACES, target):
        yield f"{f'{file.name} {places}'.strip()}: {message}"
    for name in (*target.begins, *plan.new):
        yield text("new: {path}", path=name)
    for offer in plan.offers:
        key = f" {offer.key}" if offer.key else ""
        where = f"  ({file.name} {offer.place.shown})" if offer.place.shown else ""
        yield f"[{offer.id}] {offer.path}{key}{where}"
        if offer.is_disputed:
            yield f"    {text('both sides changed this since it was exported')}"
        if offer.before:
            yield f"    - {offer.before}"
        yield f"    + {offer.after}" if offer.after else f"    {text('is taken away')}"


def tell_what_is_wrong(
    target: Target, new: Mapping[str, str], edits: Sequence[tuple[SourceFile, SourceFile]]
) -> None:
    """Tell what is wrong with the handbook afterwards that was not before, each kind once."""
    changed = {before.path: after for before, after in edits}
    files = [changed.get(one.path, one) for one in target.files]
    known = {one.path for one in files}
    added = [
        SourceFile(path=name, data=text.encode()) for name, text in new.items() if name not in known
    ]
    before = {str(one) for one in target.book.findings if one.family is Family.PROBLEM}
    after = target.judge([*files, *added])
    wrong = [one for one in after.findings if one.family is Family.PROBLEM]
    problems = (
        (str(one).removeprefix(f"{one.span}: "), str(one.span))
        for one in wrong
        if str(one) not in before
    )
    alike = tuple(_told_once(problems, 1, target))
    for message, place in alike[:_MOST]:
        say(f"{place}: {message}")
    if len(alike) > _MOST:
        say("{number} more kinds of problems: check names them all", number=len(alike) - _MOST)


def _told_once(
    said: Iterable[tuple[str, str]], most: int, target: Target
) -> Iterator[tuple[str, str]]:
    # What is wrong at many places in the same words, with the first of them.
    for message, places in grouped(said).items():
        more = len(places) - most
        also = target.book.site.wording.count(
            " (and at {n} more place)", " (and at {n} more places)", more
        )
        yield f"{message}{also if more > 0 else ''}", ", ".join(places[:most])


def undone(left: Sequence[Offer], target: Target) -> Iterator[str]:
    """Tell which changes could not be made, so that somebody makes them."""
    text = target.book.site.wording.text
    for offer in left:
        yield text(
            "{path} cannot be changed for certain; change it by hand: {key}",
            path=offer.path,
            key=offer.key,
        )


def tell_next(
    plan: Plan,
    new: Mapping[str, str],
    edits: Sequence[tuple[SourceFile, SourceFile]],
    *,
    wrote: bool,
) -> None:
    """Tell what was written, and how to write the rest."""
    left = len(plan.offers) > len(edits)
    if wrote:
        say_count("{n} file written", "{n} files written", len(new))
    elif new:
        say_count(
            "nothing is written yet: --write writes {n} new file",
            "nothing is written yet: --write writes {n} new files",
            len(new),
        )
    if edits:
        say_count("{n} file changed", "{n} files changed", len(edits))
    elif left:
        say("--take with the signs in brackets, or --take all, writes changes of files that exist")
