"""Files that count and that nobody is shown: all that would tell what they are about goes.

So do the readings and pictures that they alone lead to.

This happens before anything is linked, so that nothing further on has to take care.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from journeybook.handbook.ids import last_part, slug
from journeybook.handbook.linking.statements import title as title_of
from journeybook.schema import Entity
from journeybook.schema.asset import CallToAction
from journeybook.schema.entity import Guarded
from journeybook.schema.kind import FOLDER_OF
from journeybook.schema.research import Research
from journeybook.sources.document import Document
from journeybook.sources.reading import Reading
from journeybook.sources.yaml.nodes import Tree

# What figures rest on: for whom, where, when, and how far it is.
_COUNTED = (
    "type status personas phases channels answers language gated published reviewed "
    "review_every due method date participants supports contradicts journey journeys phase "
    "touchpoint touchpoints expectations assets impact term next private"
)
# An address in Markdown, by reference too, and in HTML; lengths are bounded.
_ADDRESS = re.compile(
    r"\]\(\s{0,9}(?:<([^<>\n]{1,999})>|([^)\s<>]{1,999}))"
    r"|^ {0,3}\[[^\[\]\n]{1,200}\]:[ ]{0,9}(?:<([^<>\n]{1,999})>|(\S{1,999}))"
    r"|\b(?:src|href)\s?=\s?[\"']([^\"'\n]{1,999})",
    re.MULTILINE | re.IGNORECASE,
)


def without_secrets(reading: Reading, title: str) -> Reading:
    """Give what was read with nothing of its private files but what counts, under a title."""
    if not any(map(is_private, reading.documents)):
        return reading
    documents = tuple(_covered(reading, title))
    hidden = {path for one in documents for path in one.covers}
    return replace(
        reading,
        documents=documents,
        mistakes=tuple(one for one in reading.mistakes if one.span.path not in hidden),
        files={path: file for path, file in reading.files.items() if path not in hidden},
    )


def is_private(document: Document[Entity]) -> bool:
    """Tell whether a file counts without being shown."""
    return isinstance(document.fields, Guarded) and bool(document.fields.private)


def _covered(reading: Reading, title: str) -> Iterator[Document[Entity]]:
    taken = {(document.kind, document.id) for document in reading.documents}
    shown = set(_leads_shown(reading))
    for document in reading.documents:
        if not is_private(document):
            yield document
            continue
        names = (f"{slug(title)}-{at}" for at in count(1))
        name = next(name for name in names if (document.kind, name) not in taken)
        taken.add((document.kind, name))
        path = f"{reading.content}/{FOLDER_OF[document.kind]}/{name}.md"
        beside = sorted(set(_leads(document)) & reading.files.keys() - shown)
        covers = (document.path, *(one for one in beside if not one.endswith(".md")))
        yield _without_words(document, name, title, path=path, covers=covers)


def _leads_shown(reading: Reading) -> Iterator[str]:
    for document in reading.documents:
        if not is_private(document):
            yield from _leads(document)
    for page in reading.pages:
        yield from _ways(page.path, _addresses(page.body))


def _leads(document: Document[Entity]) -> Iterator[str]:
    # The files with its figures and answers, and those that its text links to.
    figures = (*getattr(document.fields, "kpi", ()), *getattr(document.fields, "kpis", ()))
    yield from _ways(document.path, (one.csv for one in figures if one.csv))
    if isinstance(document.fields, Research) and document.fields.survey:
        yield from _ways(document.path, (document.fields.survey.file.replace("\\", "/"),))
    yield from _ways(document.path, _addresses(document.body))


def _addresses(body: str) -> Iterator[str]:
    yield from (next(filter(None, found.groups())) for found in _ADDRESS.finditer(body))


def _ways(path: str, targets: Iterable[str]) -> Iterator[str]:
    for target in targets:
        yield normpath(join(dirname(path), unquote(re.split("[?#]", target)[0])))


def _without_words(
    document: Document[Entity], name: str, title: str, *, path: str, covers: tuple[str, ...]
) -> Document[Entity]:
    return replace(
        document,
        id=name,
        path=path,
        fields=_counted(document.fields, title),
        tree=Tree(path=path, root=None),
        heading=None,
        body="",
        body_line=1,
        theme={},
        covers=covers,
        known_as=_names(document),
        origin=None,
    )


def _counted(fields: Entity, title: str) -> Entity:
    keys = set(_COUNTED.split()) & type(fields).model_fields.keys()
    kept = {name: getattr(fields, name) for name in keys}
    if getattr(fields, "gate", None) and kept.get("gated") is None:
        kept["gated"] = True
    offer = {"cta": CallToAction(text=title)} if getattr(fields, "cta", None) else {}
    named = _named(fields) if isinstance(fields, Research) else {}
    return type(fields)().model_copy(update={**kept, **offer, **named, "title": title})


def _named(fields: Research) -> dict[str, tuple[str, ...]]:
    # What findings show counts as well, though nobody is shown the findings.
    return {
        key: (
            *getattr(fields, key),
            *(name for one in fields.findings for name in getattr(one, key)),
        )
        for key in ("supports", "contradicts")
    }


def _names(document: Document[Entity]) -> tuple[str, ...]:
    return (document.id, last_part(document.id), title_of(document), *document.fields.aliases)
