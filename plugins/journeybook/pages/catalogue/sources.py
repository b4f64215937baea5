"""What became of content that stands elsewhere, line by line, on a page and in a terminal."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from journeybook.fixes.tags import Tags, suggested_tags
from journeybook.handbook.inventories.untagged import untagged
from journeybook.handbook.use import UseTold
from journeybook.pages.parts.site import Site
from journeybook.sources.records.record import Reason
from journeybook.sources.records.words import LEFT_OUT
from journeybook.sources.settings.inventory_result import Doubtful, SourceResult, Unmapped
from journeybook.wording import marked

_OURS: Mapping[str, str] = {
    "skipped": marked("not among those wanted"),
    "nameless": marked("has no title and no address"),
    "same": marked("stands here twice"),
    "unknown": marked("nothing else tells of it"),
}
_DOUBTS: Mapping[Doubtful, str] = {
    "together": marked(
        "tells of the same content as a row above, so what both say is put together; where it is"
        " other content, give it an address or a title of its own"
    ),
    "alone": marked(
        "stands alone in its row and is no type, phase, persona or channel that is known, so it"
        " counts as content, and no heading above it holds any further; where it is a heading,"
        " write its word under `values` of the source, or under `aliases` of what it means"
    ),
    "unheeded": marked(
        "says nothing of the rows below it, as each says otherwise in its own column; where the"
        " heading is right, empty their cells there"
    ),
    "filled": marked(
        "the empty cells of this column are taken for what stands above each, as in a sheet with"
        " merged cells; where that is wrong, fill them in"
    ),
    "hidden-column": marked(
        "the sheet hides this column, and it is read all the same: take it out of the sheet, or of"
        " `columns` of the source, if not everybody who reads the handbook may read it"
    ),
    "hidden-row": marked(
        "the sheet hides this row, or a filter of it does, and it is read all the same: take it out"
        " of the sheet, or name it under `skip` of the source, if it is not to count"
    ),
}
_FEW = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Something with what is told of it: what one must know, and the rest line by line."""

    name: str
    lead: str = ""
    lines: tuple[str, ...]


def sources(site: Site) -> tuple[Told, ...]:
    """Tell of every source and export, and last of what is suggested and does not count yet."""
    results = (report_lines(one, site, everything=False) for one in site.handbook.inventory)
    tags = suggested_tags(site.fixes.finder) if site.handbook.inventory else ()
    use = (use_lines(one, site, everything=False) for one in site.handbook.use)
    told = [(name, lead, lines) for name, lead, *lines in (*results, *use)]
    if tags:
        name, *lines = tag_lines(tags, site, everything=False)
        told.append((name.rstrip(":"), "", lines))
    return tuple(
        Told(name=name, lead=lead.strip(), lines=tuple(map(str.strip, lines)))
        for name, lead, lines in told
    )


def report_lines(result: SourceResult, site: Site, *, everything: bool) -> Iterator[str]:
    """Tell what became of a source."""
    say, number = site.wording.text, site.wording.number
    yield f"{result.name}"
    yield "  " + say(
        "{rows} rows: {made} are content, {joined} tell of content known already, {left} left out",
        rows=number(result.rows),
        made=number(len(result.made)),
        joined=number(len(result.joined)),
        left=number(len(result.left_out)),
    )
    for key, columns in result.columns.items():
        yield f"    {key}: {', '.join(columns)}"
    if result.unused:
        yield "    " + say("not used: {columns}", columns=", ".join(result.unused))
    if result.hostless:
        yield "  " + say(
            "{rows} addresses have no host: write under base what stands before them",
            rows=number(result.hostless),
        )
    guessed = tuple(result.guessed.items())
    for path, encoding in guessed if everything else guessed[:_FEW]:
        yield "  " + say("{file} was read as {encoding}", file=path, encoding=encoding)
    if not everything and len(guessed) > _FEW:
        yield "    …"
    if nobody := untagged(result, site.handbook.assets):
        yield "  " + say("for nobody yet: {rows}", rows=number(len(nobody)))
    yield from _left_out(result, site, everything=everything)
    yield from _doubts(result, site, everything=everything)
    yield from _unmapped(result.unmapped, site, everything=everything)


def use_lines(told: UseTold, site: Site, *, everything: bool) -> Iterator[str]:
    """Tell what became of an export of use."""
    say, number, day = site.wording.text, site.wording.number, site.wording.day
    yield told.path
    yield "  " + say(
        "{since} to {until}: rows of figures: {rows}; content that they tell of: {assets}",
        since=day(told.since),
        until=day(told.until),
        rows=number(told.rows),
        assets=number(told.assets),
    )
    if told.searches:
        yield "  " + say("what was searched for: {rows}", rows=number(len(told.searches)))
    if told.unused:
        yield "    " + say("not used: {columns}", columns=", ".join(told.unused))
    for reason, rows in told.left_out.items():
        yield _left_out_line(reason, rows, site)
    if told.strangers:
        few = told.strangers if everything else told.strangers[:_FEW]
        yield "  " + say("addresses without content: {rows}", rows=number(len(told.strangers)))
        yield from (f"    {address} ({number(used)})" for address, used in few)
        if len(few) < len(told.strangers):
            yield "    …"


def tag_lines(tags: Sequence[Tags], site: Site, *, everything: bool) -> Iterator[str]:
    """Tell for whom content is probably, when, and what it answers."""
    if not tags:
        return
    yield site.wording.count(
        "suggested for {n} piece, which does not count before it is accepted (--accept):",
        "suggested for {n} pieces, which does not count before it is accepted (--accept):",
        len(tags),
    )
    lines = (f"{one.asset.title} ({one.asset.id}): {tag_words(one, site)}" for one in tags)
    yield from (f"  {line}" for line in _few(lines, everything=everything))


def tag_words(tags: Tags, site: Site) -> str:
    """Write what is suggested for a piece of content."""
    book = site.handbook
    personas = [book.personas[one].title for one in tags.personas]
    phases = [book.phases[one].title for one in tags.phases]
    asked = {question.id: question.text for _, _, question in book.questions}
    parts = (
        book.vocabulary.type_label(tags.type),
        site.wording.both(personas),
        site.wording.both(phases),
        *(f"“{asked[one]}”" for one in tags.answers),
    )
    return " · ".join(part for part in parts if part)


def _left_out(result: SourceResult, site: Site, *, everything: bool) -> Iterator[str]:
    counted = Counter(one.reason for one in result.left_out)
    for reason, rows in counted.most_common():
        yield _left_out_line(reason, rows, site)
        for one in result.left_out if everything else ():
            if one.reason == reason:
                yield f"      {one.path}:{one.row} {one.text}"


def _doubts(result: SourceResult, site: Site, *, everything: bool) -> Iterator[str]:
    for what, message in _DOUBTS.items():
        found = [one for one in result.doubts if one.what == what]
        if found:
            yield f"  {site.wording.text(message)} ({site.wording.number(len(found))}):"
        lines = (f"{one.path}:{one.row} {one.text}" for one in found)
        yield from (f"    {line}" for line in _few(lines, everything=everything))


def _few(lines: Iterator[str], *, everything: bool) -> Iterator[str]:
    # All, or the first few and a sign that there are more.
    yield from lines if everything else islice(lines, _FEW)
    if next(lines, None) is not None:
        yield "…"


def _left_out_line(reason: str, rows: int, site: Site) -> str:
    told = f"{_why(reason, site)} ({site.wording.number(rows)})"
    return f"  {site.wording.text('left out')}: {told}"


def _why(reason: str, site: Site) -> str:
    message = _OURS.get(reason) or LEFT_OUT[Reason(reason)]
    return site.wording.text(message)


def _unmapped(found: Iterable[Unmapped], site: Site, *, everything: bool) -> Iterator[str]:
    for (key, column), group in groupby(found, key=lambda one: (one.key, one.column)):
        yield "  " + site.wording.text(
            "without a meaning for {key}, under “{column}”:", key=key, column=column
        )
        lines = (_unmapped_line(one, site) for one in group)
        yield from (f"    {line}" for line in _few(lines, everything=everything))


def _unmapped_line(one: Unmapped, site: Site) -> str:
    near = f" → {one.suggestion}?" if one.suggestion else ""
    return f"{one.word} ({site.wording.number(one.rows)}){near}"
