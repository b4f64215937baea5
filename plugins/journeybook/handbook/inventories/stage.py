"""The way from what inventory.yml names to content like any other."""

from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import cast

from journeybook.codes import Code
from journeybook.findings import Mistake
from journeybook.handbook.inventories.joining import Contradiction, Joining, mistakes_of
from journeybook.handbook.inventories.meanings import NAMING, Meanings
from journeybook.handbook.inventories.rows import RowReader
from journeybook.handbook.linking.asset_links import AssetDocument
from journeybook.handbook.linking.linker import Linker
from journeybook.handbook.linking.statements import Documents
from journeybook.handbook.vocabulary import Vocabulary
from journeybook.schema import Entity, Kind
from journeybook.schema.period import Words
from journeybook.sources.document import Document
from journeybook.sources.reading import Reading
from journeybook.sources.settings.inventory import WrittenSource
from journeybook.sources.settings.inventory_result import Doubt, SourceResult, Unmapped

_TOLD = 20
"""So many words of a column are told one by one; the rest are counted."""


def with_inventory(
    reading: Reading,
    sources: Sequence[WrittenSource],
    vocabulary: Vocabulary,
    words: Words,
    today: date,
) -> Reading:
    """Give what was read with all content that other files tell of, source after source."""
    directories = Documents(reading.documents).directories(vocabulary.fold)
    linker = Linker(directories, reading.files, today, vocabulary, reading.content)
    assets = [one for one in reading.documents if one.kind is Kind.ASSET]
    joining = Joining(cast(list[AssetDocument], assets))
    mistakes: list[Mistake] = []
    results: list[SourceResult] = []
    for written in sources:
        rows = RowReader(meanings=Meanings(written, linker, words))
        result, contradictions = _taken(rows, joining)
        results.append(result)
        mistakes.extend(
            (*rows.mistakes, *_unmapped(result.unmapped), *mistakes_of(contradictions, written))
        )
    others = (one for one in reading.documents if one.kind is not Kind.ASSET)
    # Of two files with one id, the second is told of when all is linked.
    doubles = (one for one in assets if joining.documents[one.id].path != one.path)
    documents: tuple[Document[Entity], ...] = (*others, *joining.documents.values(), *doubles)
    return replace(
        reading,
        documents=documents,
        mistakes=(*reading.mistakes, *linker.mistakes, *mistakes),
        inventory=tuple(results),
    )


def _taken(rows: RowReader, joining: Joining) -> tuple[SourceResult, list[Contradiction]]:
    made: list[str] = []
    joined: list[str] = []
    gives: dict[str, Set[str]] = {}
    contradictions: list[Contradiction] = []
    for row in rows.read():
        known = joining.known(row, rows.written)
        if known is None and rows.written.source.adds is False:
            rows.leave(row, "unknown")
            continue
        own = gives.get(known) if known else None
        added = joining.add(row, known, rows.meanings, own)
        if own is None:
            (joined if known else made).append(added.id)
        elif not added.gives and not added.contradictions:
            rows.leave(row, "same")
            continue
        else:
            joined.append(added.id)
            told = Doubt(what="together", path=row.path, row=row.row, text=row.name)
            rows.doubts.append(told)
        gives[added.id] = own | added.gives if own else added.gives
        contradictions.extend(added.contradictions)
    written = rows.written
    result = SourceResult(
        name=written.name,
        at=written.span("file"),
        files=tuple(one.path for one in written.files),
        columns=rows.columns,
        unused=tuple(rows.unused),
        rows=rows.rows,
        made=tuple(made),
        joined=tuple(joined),
        left_out=tuple(rows.left_out),
        unmapped=rows.unmapped,
        hostless=rows.hostless,
        guessed=rows.guessed,
        doubts=tuple(rows.doubts),
    )
    return result, contradictions


def _unmapped(found: Sequence[Unmapped]) -> list[Mistake]:
    mistakes: list[Mistake] = []
    for _, group in groupby(found, key=lambda one: (one.key, one.column)):
        several = list(group)
        shown, rest = several[:_TOLD], several[_TOLD:]
        mistakes.extend(_mistake(one) for one in shown)
        if rest:
            rows = str(sum(one.rows for one in rest))
            mistakes.append(_mistake(rest[0], others=str(len(rest)), rows=rows))
    return mistakes


def _mistake(one: Unmapped, **more: str) -> Mistake:
    values = {
        "reference": f"{one.column}: {one.word}",
        "key": one.key,
        "column": one.column,
        "word": one.word,
        "row": str(one.span.line),
        "rows": str(one.rows),
        "suggestion": one.suggestion,
        "known": one.known,
        "kind": NAMING[one.key].value if one.key in NAMING else "",
        "others": "",
        **more,
    }
    return Mistake(code=Code.UNMAPPED_VALUE, span=one.span, values=values)
