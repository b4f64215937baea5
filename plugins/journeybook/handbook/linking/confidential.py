"""Files that count and that nobody is shown: all that would tell what they are about goes.

This happens before anything is linked, so that nothing further on has to take care.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from journeybook.handbook.ids import last_part, slug
from journeybook.handbook.linking.statements import title as title_of
from journeybook.schema import Entity
from journeybook.schema.asset import CallToAction
from journeybook.schema.entity import Guarded
from journeybook.schema.kind import FOLDERS
from journeybook.sources.document import Document
from journeybook.sources.nodes import Tree
from journeybook.sources.reading import Reading

# What figures rest on: for whom, where, when, and how far it is.
_COUNTED = (
    "kind type status personas phases channels answers language gated published reviewed "
    "review_every due method date participants journey journeys phase touchpoint touchpoints "
    "expectations assets impact term next private"
)
_FOLDERS = {kind: folder for folder, kind in FOLDERS.items()}


def without_secrets(reading: Reading, title: str) -> Reading:
    """Give what was read with nothing of its private files but what counts, under a title."""
    if not any(map(_is_private, reading.documents)):
        return reading
    documents = tuple(_covered(reading, title))
    hidden = {one.covers for one in documents if one.covers}
    return replace(
        reading,
        documents=documents,
        mistakes=tuple(one for one in reading.mistakes if one.span.path not in hidden),
        files={path: file for path, file in reading.files.items() if path not in hidden},
    )


def _is_private(document: Document[Entity]) -> bool:
    return isinstance(document.fields, Guarded) and bool(document.fields.private)


def _covered(reading: Reading, title: str) -> Iterator[Document[Entity]]:
    taken = {(document.kind, document.id) for document in reading.documents}
    for document in reading.documents:
        if not _is_private(document):
            yield document
            continue
        names = (f"{slug(title)}-{at}" for at in count(1))
        name = next(name for name in names if (document.kind, name) not in taken)
        taken.add((document.kind, name))
        yield _without_words(document, name, title, reading.content)


def _without_words(
    document: Document[Entity], name: str, title: str, content: str
) -> Document[Entity]:
    path = f"{content}/{_FOLDERS[document.kind]}/{name}.md"
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
        covers=document.path,
        known_as=_names(document),
    )


def _counted(fields: Entity, title: str) -> Entity:
    keys = set(_COUNTED.split()) & type(fields).model_fields.keys()
    kept = {name: getattr(fields, name) for name in keys}
    offer = {"cta": CallToAction(text=title)} if getattr(fields, "cta", None) else {}
    return type(fields)().model_copy(update={**kept, **offer, "title": title})


def _names(document: Document[Entity]) -> tuple[str, ...]:
    return (document.id, last_part(document.id), title_of(document), *document.fields.aliases)
