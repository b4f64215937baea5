"""How a key is told of beyond the file it stands in: the table of all fields.

What stands here is all there is: inheritance, the comparison of two states and the facts at the
head of a page are made of it, and `tests/unit/test_fields.py` names what is forgotten.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from pydantic import BaseModel

from journeybook.schema.kind import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is said of a key.

    `label` names a change of it, and is its title where nothing else is said; a change weighs
    `weight`, nothing where its statements are compared one by one. `kind` says of
    which kind it holds ids. `rising` are its values from worst to best; a figure
    that `rises` is better when it is higher. A persona that `extends` another takes what is
    `inherited`; what is `shown` stands at the head of its page. `aspect` is its name in the data
    of a comparison where that is not the key's.
    """

    label: str = ""
    weight: int = 15
    kind: Kind | None = None
    rising: tuple[str, ...] = ()
    rises: bool = False
    inherited: bool = False
    shown: bool = False
    aspect: str = ""


@cache
def told_keys(model: type[BaseModel]) -> Mapping[str, Told]:
    """Give what is said of each key of a model, in the order in which the manual lists them."""
    return {
        name: replace(told, label=told.label or label_of(model, name))
        for name, field in model.model_fields.items()
        for told in field.metadata
        if isinstance(told, Told)
    }


def label_of(model: type[BaseModel], key: str) -> str:
    """Give what people call a key of a model, in English."""
    return model.model_fields[key].title or key
