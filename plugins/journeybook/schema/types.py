"""What the annotation of a field is made of, walked in one way for all who ask."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from journeybook.schema.fields import Written
from journeybook.wording import Wording


def bare(annotation: Any) -> tuple[Any, tuple[object, ...]]:  # noqa: ANN401 - any type there is
    """Give a type without what is said beside it, and what is said."""
    said: tuple[object, ...] = ()
    while get_origin(annotation) is Annotated:
        said += annotation.__metadata__
        annotation = annotation.__origin__
    return annotation, said


def alternatives(annotation: Any) -> tuple[Any, ...]:  # noqa: ANN401
    """Give the types of which a value has one; being left out is none of them."""
    plain, _ = bare(annotation)
    if get_origin(plain) not in (Union, UnionType):
        return (annotation,)
    return tuple(part for part in get_args(plain) if part is not type(None))


def leaves(annotation: Any) -> tuple[Any, ...]:  # noqa: ANN401
    """Give the types that an annotation is made of in the end, in order; a choice is one."""
    plain, _ = bare(annotation)
    if get_origin(plain) is Literal or not get_args(plain):
        return () if plain in (type(None), Ellipsis) else (plain,)
    return tuple(leaf for part in get_args(plain) for leaf in leaves(part))


def choices(annotation: Any) -> tuple[str, ...]:  # noqa: ANN401
    """Give the words of a key that takes one of few."""
    return tuple(word for leaf in leaves(annotation) for word in _words(leaf))


def is_by_key(annotation: Any) -> bool:  # noqa: ANN401
    """Tell whether a key takes values by keys, which are written alike in every language."""
    return any(get_origin(bare(part)[0]) is dict for part in alternatives(annotation))


def meaning_of(field: FieldInfo, wording: Wording) -> str:
    """Say what a key means, with the words it takes where it takes one of few."""
    meaning = wording.text(field.description or "")
    words = list(choices(field.annotation))
    if not is_by_key(field.annotation):
        words = [wording.value(word) for word in words]
    return meaning if all(word in meaning for word in words) else f"{meaning} ({', '.join(words)})"


def models_in(annotation: Any) -> tuple[type[Written], ...]:  # noqa: ANN401
    """Give the models in an annotation such as `tuple[Annotated[Question, …], ...] | None`."""
    return tuple(
        leaf for leaf in leaves(annotation) if isinstance(leaf, type) and issubclass(leaf, Written)
    )


def models_beneath(model: type[Written]) -> Iterator[tuple[str, type[Written]]]:
    """Give every model inside one, at any depth, with the key it stands under."""
    for key, field in model.model_fields.items():
        for inner in models_in(field.annotation):
            yield key, inner
            yield from models_beneath(inner)


def model_in(annotation: Any) -> type[Written] | None:  # noqa: ANN401
    """Give the first model in an annotation; None where there is none."""
    return next(iter(models_in(annotation)), None)


def model_under(model: type[Written], keys: Iterable[str]) -> type[Written] | None:
    """Give the model of what stands under some keys; None where only text may stand."""
    found: type[Written] | None = model
    for key in keys:
        field = found.model_fields.get(key) if found else None
        found = model_in(field.annotation) if field else None
    return found


def field_under(model: type[Written], keys: Sequence[str]) -> FieldInfo | None:
    """Give the field under some keys, one inside the other; None where there is none."""
    around = model_under(model, keys[:-1])
    return around.model_fields.get(keys[-1]) if around else None


def is_day_under(model: type[Written], keys: Sequence[str]) -> bool:
    """Tell whether a day stands under some keys, one inside the other."""
    field = field_under(model, keys)
    return field is not None and date in leaves(field.annotation)


def _words(leaf: Any) -> tuple[str, ...]:  # noqa: ANN401
    if get_origin(leaf) is Literal:
        return get_args(leaf)
    is_words = isinstance(leaf, type) and issubclass(leaf, Enum)
    return tuple(one.value for one in leaf) if is_words else ()
