"""The grammar of ids: how they are made of files and words, taken apart, compared and shown.

The id of an entity is the path of its file inside the folder of its kind, without `.md`; that of a
step begins with its journey, as in `cfo/purchase`. What a file says has the id of that file, `#`
and a name: `cfo/purchase#peers` for a question, `cfo/purchase#needs.peers` in every other lane.
"""

import hashlib
import re
import unicodedata
from collections.abc import Hashable, Iterable
from functools import lru_cache
from typing import TypeVar

from journeybook.findings import visible


def plain_language(tag: str) -> str:
    """Give the language of a tag without its country: `nl-BE` is `nl`."""
    return tag.casefold().replace("_", "-").partition("-")[0]


FEELING = "emotion"
"""Stands where other ids have a lane."""

_LONGEST_SLUG = 60
# What folders call their own page, and what Windows lets no file be called.
_DEVICES = (
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{name}{at}" for name in ("com", "lpt") for at in "123456789"),
)
RESERVED = frozenset({"index", "readme", *_DEVICES})
"""What no file is called, whatever it holds."""
_NO_SINGULAR = 4
_LONGEST_PART = 200

Key = TypeVar("Key", bound=Hashable)


def composed(text: str) -> str:
    """Write letters with accents as one sign each; disks of Apple's write them as two."""
    return unicodedata.normalize("NFC", text)


def journey_of(step: str) -> str:
    """Give the id of the journey that a step belongs to."""
    return step.rpartition("/")[0] or step


def statement_id(owner: str, name: str, lane: str = "") -> str:
    """Make the id of what a file says: a question has no lane, and a feeling alone no name."""
    return f"{owner}#{'.'.join(part for part in (lane, name) if part)}"


def owner_of(identifier: str) -> str:
    """Give the id of the file that says something."""
    return _parts(identifier)[0]


def local_of(identifier: str) -> str:
    """Give the id of what a file says, within that file."""
    return _parts(identifier)[1]


def name_of(identifier: str) -> str:
    """Give the name of what a file says, without its lane."""
    return local_of(identifier).rpartition(".")[2]


def with_owner(identifier: str, owner: str) -> str:
    """Give the id of what a file says as if another file said it."""
    return f"{owner}#{local_of(identifier)}"


def question_names(identifier: str) -> tuple[str, ...]:
    """Give the shorter names of a question: alone, with its step and with its journey."""
    question, step = local_of(identifier), owner_of(identifier)
    return question, f"{last_part(step)}#{question}", f"{journey_of(step)}#{question}"


def is_named(identifier: str, reference: str) -> bool:
    """Tell whether a reference is an id, or its end."""
    whole, end = composed(identifier), composed(reference)
    return whole == end or whole.endswith((f"#{end}", f"/{end}"))


def slug(text: str) -> str:
    """Make a short id of a text: lower case, words joined by `-`, cut between words."""
    words = _words(text)
    if not words:
        return _digits(text, 8)
    made: str = words[0][:_LONGEST_SLUG]
    for word in words[1:]:
        if len(made) + 1 + len(word) > _LONGEST_SLUG:
            break
        made = f"{made}-{word}"
    return made


def file_slug(text: str) -> str:
    """Make an id that a file may be called by: not as a folder's own page or a device is."""
    made = slug(text)
    return f"{made}-2" if made in RESERVED else made


def full_slug(text: str) -> str:
    """Make an id that tells a text apart from others that begin alike."""
    short, whole = slug(text), "-".join(_words(text))
    return short if not whole or whole == short else f"{short}-{_digits(whole, 6)}"


Endings = tuple[tuple[str, str], ...]
"""Endings of plurals with what stands in their place in the singular, tried in this order."""


@lru_cache(10_000)
def folded(name: str, endings: Endings = ()) -> str:
    """Bring a name to a form without case, spaces, signs and these plurals, to compare by."""
    plain = re.sub(r"[\W_]+", "", composed(name).casefold())
    if len(plain) <= _NO_SINGULAR:
        return plain
    for ending, singular in endings:
        if plain.endswith(ending):
            return plain.removesuffix(ending) + singular
    return plain


def owner_key(name: str) -> str:
    """Bring the name of an owner to the form by which owners are told apart."""
    return folded(name) or name


def last_part(identifier: str) -> str:
    """Give the last part of an id such as `guides/downtime`."""
    return identifier.rpartition("/")[2]


def title_of(identifier: str) -> str:
    """Make a title of an id, for a file that has none: `it-manager` is `It manager`."""
    words = visible(" ".join(re.sub(r"[-_]+", " ", last_part(identifier)).split()))
    return words[:1].upper() + words[1:]


@lru_cache(10_000)
def word_of(identifier: str) -> str:
    """Write an id as one word, as the filters of the catalogue know it."""
    return re.sub(r"[\s|]+", "_", identifier)


def anchor_of(*parts: str) -> str:
    """Make an anchor of ids that any page, address and heading can hold."""
    whole = composed("-".join(parts))
    plain = re.sub(r"[^\w.-]+", "-", whole)
    return whole if plain == whole else plain.strip("-") or _digits(whole, 8)


def file_name(part: str) -> str:
    """Make a name that every disk takes of a part of an id, with room for an ending."""
    data = part.encode()
    if len(data) <= _LONGEST_PART:
        return part
    return f"{data[:_LONGEST_PART].decode(errors='ignore')}-{_digits(part, 8)}"


def distinct_names(
    wanted: Iterable[tuple[Key, str]], taken: Iterable[str] = (), forms: tuple[str, ...] = ("{}",)
) -> dict[Key, str]:
    """Give everything the name it wants, the first one that asks; later ones a name like it.

    A name is free when nothing has it in any of its `forms`.
    """
    names: dict[Key, str] = {}
    used = set(taken)
    for key, name in wanted:
        if key in names:
            continue
        free, length = name, 6
        while any(form.format(free) in used for form in forms):
            free = f"{name}-{_digits(str(key), length)}"
            length += 1
        used.update(form.format(free) for form in forms)
        names[key] = free
    return names


def _parts(identifier: str) -> tuple[str, str]:
    # A file may have `#` in its name, and what it says has none, but for a feeling of a persona.
    owner, feeling, persona = identifier.rpartition(f"#{FEELING}.")
    if feeling:
        return owner, f"{FEELING}.{persona}"
    owner, mark, local = identifier.rpartition("#")
    return (owner, local) if mark else (identifier, "")


def _words(text: str) -> list[str]:
    plain = text.casefold()
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return re.findall(r"\w+", plain.replace("_", " "))


def _digits(text: str, length: int) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]
