"""Forms for Sveltia CMS, made of the models and of what the files of a handbook say already.

A form must meet one shape per key: a list of texts opened as a list of mappings comes back empty,
and what it holds is lost with the first save. So a key that is written in several ways has no field
in the form, which keeps what it does not know.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, get_args, get_origin, get_type_hints

from journeybook.editors.meaning import kinds_named, words_at
from journeybook.editors.shapes import (
    Field,
    MixedError,
    first_shape,
    options,
    plain_widget,
    texts_of,
)
from journeybook.handbook.ids import last_part
from journeybook.pages.parts.site import Site
from journeybook.schema import MODELS, Kind
from journeybook.schema.fields import Written
from journeybook.schema.kind import FOLDER_OF
from journeybook.schema.persona import RankedChannels
from journeybook.schema.told import label_of
from journeybook.schema.types import model_in
from journeybook.sources.document import Document
from journeybook.sources.yaml.nodes import Value

_FRONTS = ("index", "README")
_LONG = frozenset({"lesson", "purpose", "quote", "summary", "why"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """The collections, and keys without a field: written in several ways, or unsaid by some."""

    collections: tuple[Field, ...]
    left_out: tuple[str, ...]
    unsaid: tuple[str, ...]


def forms_for(site: Site, documents: Iterable[Document[Any]], inside: str) -> Forms:
    """Make a form per kind of file; `inside` is the handbook's folder in its repository."""
    by_kind: dict[Kind, list[Document[Any]]] = {kind: [] for kind in Kind}
    for document in documents:
        by_kind[document.kind].append(document)
    maker = _Maker(site)
    collections = tuple(
        _collection(kind, by_kind[kind], maker, f"{inside}{site.shape.content}") for kind in Kind
    )
    left_out, unsaid = tuple(maker.left_out), tuple(maker.unsaid)
    return Forms(collections=collections, left_out=left_out, unsaid=unsaid)


def _collection(
    kind: Kind, documents: Sequence[Document[Any]], maker: "_Maker", content: str
) -> Field:
    folder = FOLDER_OF[Kind.JOURNEY if kind is Kind.STEP else kind]
    written = [value if isinstance(value := one.tree.value(), dict) else {} for one in documents]
    made: Field = {
        "name": kind.value,
        "label": maker.site.wording.value(kind.value).capitalize(),
        "folder": f"{content}/{folder}",
        "identifier_field": "title",
        **({"summary": "{{slug}}"} if kind is Kind.STEP else {}),
        "slug": "{{slug}}",
        "aliases_field": False,
        # The rich editor would write an untouched text anew.
        "fields": [*maker.fields(kind, written), _text(maker.site, "body", "text")],
    }
    if kind is Kind.JOURNEY:
        return {**made, "path": "{{slug}}/index"}
    if front := _front(folder, maker.site) if kind is not Kind.STEP else "":
        # The page in front of the others describes nothing of their kind.
        label = maker.site.wording.text("Overview")
        made["index_file"] = {
            "name": front,
            "label": label,
            "fields": [_text(maker.site, "body", "text")],
        }
    if kind is Kind.STEP:
        # Files that name a persona are the pages of the journeys.
        made["fields"].insert(0, {"name": "persona", "widget": "hidden"})
        made |= {"filter": {"field": "persona", "value": None}, "create": False}
    if kind is Kind.STEP or any("/" in one.id for one in documents):
        made |= {"nested": {"subfolders": False}, "meta": {"path": {}}}
    return made


def _front(folder: str, site: Site) -> str:
    pages = {page.path for page in site.handbook.pages}
    names = (one for one in _FRONTS if f"{site.shape.content}/{folder}/{one}.md" in pages)
    return next(names, "")


def _text(site: Site, name: str, widget: str) -> Field:
    return {"name": name, "label": site.wording.text("Text"), "widget": widget, "required": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    # The kind of file and the keys around a field, the last of them its own.

    kind: Kind
    keys: tuple[str, ...]

    def below(self, key: str) -> "_Place":
        return _Place(kind=self.kind, keys=(*self.keys, key))


@dataclass(frozen=True, slots=True)
class _Maker:
    site: Site
    left_out: list[str] = field(default_factory=list)
    unsaid: list[str] = field(default_factory=list)

    def fields(self, kind: Kind, written: Sequence[Mapping[str, Value]]) -> Iterator[Field]:
        for key in MODELS[kind].model_fields:
            if key == "kind":
                continue
            values = [one[key] for one in written if key in one]
            place = _Place(kind=kind, keys=(key,))
            if _is_truth(place) and len(values) < len(written):
                # A form says no where nothing is said, which is not the same.
                self.unsaid.append(f"{kind.value}: {key}")
                continue
            try:
                made = self.made(MODELS[kind], place, values)
            except MixedError:
                self.left_out.append(f"{kind.value}: {key}")
                continue
            # A step is called by its phase, any other file that says no title by its heading.
            is_said = kind is not Kind.STEP and len(values) == len(written)
            yield {**made, "required": key == "title" and is_said}

    def made(self, model: type[Written], place: _Place, values: Sequence[Value]) -> Field:
        key = place.keys[-1]
        annotation = get_type_hints(model, include_extras=True)[key]
        say = self.site.wording.text
        # Findings and the manual name the key itself.
        hint = f"{say(model.model_fields[key].description or '')} ({key})"
        head = {"name": key, "label": say(label_of(model, key)), "hint": hint, "required": False}
        return {**head, **self.widget(first_shape(annotation), place, values)}

    def widget(self, plain: Any, place: _Place, values: Sequence[Value]) -> Field:  # noqa: ANN401
        if get_origin(plain) is tuple:
            return self.many(first_shape(get_args(plain)[0]), place, values)
        if inner := model_in(plain):
            return self.mapping(inner, place, values)
        return self.single(plain, place, texts_of(values))

    def many(self, plain: Any, place: _Place, values: Sequence[Value]) -> Field:  # noqa: ANN401
        items = [item for one in values for item in (one if isinstance(one, list) else [one])]
        inner = model_in(plain)
        if inner and items and all(isinstance(one, dict) for one in items):
            if not any(isinstance(one, list) for one in values):
                return self.mapping(inner, place, values)
            if any(not isinstance(one, list) for one in values):
                raise MixedError
            return {"widget": "list", "fields": list(self.inner(inner, place, items))}
        texts = texts_of(items)
        if named := self.relation(place, texts):
            return {**named, "multiple": True}
        if words := self.words(place):
            return {"widget": "select", "multiple": True, "options": options(words, texts)}
        if values and not all(isinstance(one, list) for one in values):
            if any(isinstance(one, list) for one in values):
                raise MixedError
            return {"widget": "string"}
        return {"widget": "list", "field": _text(self.site, "text", "string")}

    def mapping(self, model: type[Written], place: _Place, values: Sequence[Value]) -> Field:
        if values and all(isinstance(one, list) for one in values) and model is RankedChannels:
            return self.many(str, place, values)
        if values and all(isinstance(one, str) for one in values):
            return self.single(str, place, texts_of(values))
        return {"widget": "object", "fields": list(self.inner(model, place, values))}

    def inner(
        self, model: type[Written], place: _Place, values: Sequence[Value]
    ) -> Iterator[Field]:
        written = [one for one in values if isinstance(one, dict)]
        if len(written) < len(values):
            raise MixedError
        for key, own in model.model_fields.items():
            said = [one[key] for one in written if key in one]
            if get_origin(own.annotation) is not dict:
                yield self.made(model, place.below(key), said)
            elif said:
                # No form has keys that people name themselves.
                raise MixedError

    def single(self, plain: Any, place: _Place, texts: Sequence[str]) -> Field:  # noqa: ANN401
        if named := self.relation(place, texts):
            return named
        if words := self.words(place):
            return {"widget": "select", "options": options(words, texts)}
        if made := plain_widget(plain, texts):
            return made
        is_long = place.keys[-1] in _LONG or any("\n" in one for one in texts)
        return {"widget": "text" if is_long else "string"}

    def words(self, place: _Place) -> Mapping[str, str]:
        # What may be chosen, with the word for it in the language of the handbook.
        vocabulary = self.site.handbook.vocabulary
        if place == _Place(kind=Kind.ASSET, keys=("type",)):
            return {name: one.word for name, one in vocabulary.asset_types.items()}
        if place == _Place(kind=Kind.ASSET, keys=("status",)):
            return {name: one.word for name, one in vocabulary.statuses.items()}
        words = words_at(place.kind, place.keys)
        return {} if _is_truth(place) else {one: self.site.wording.value(one) for one in words}

    def relation(self, place: _Place, texts: Sequence[str]) -> Field:
        kinds = kinds_named(place.kind, place.keys)
        if len(kinds) != 1:
            return {}
        known = {last_part(one) for one in self.site.handbook.entities[kinds[0]]}
        if not set(texts) <= known:
            return {}
        front = _front(FOLDER_OF[kinds[0]], self.site)
        # The page in front of the others is none of them.
        others = [{"field": "slug", "values": [front], "exclude": True}] if front else []
        return {
            "widget": "relation",
            "collection": kinds[0].value,
            "value_field": "{{slug}}",
            "display_fields": ["title"],
            **({"filters": others} if others else {}),
        }


def _is_truth(place: _Place) -> bool:
    return words_at(place.kind, place.keys) == ("true", "false")
