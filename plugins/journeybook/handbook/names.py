"""Names as authors write them, brought to one form so that they can be compared."""

import hashlib
import re
import unicodedata

_LONGEST_SLUG = 60
_NO_SINGULAR = 4


def slug(text: str) -> str:
    """Make a short id of a text: lower case, words joined by `-`, cut between words."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = re.findall(r"\w+", plain.replace("_", " "))
    if not words:
        return hashlib.sha256(text.encode()).hexdigest()[:8]
    made: str = words[0][:_LONGEST_SLUG]
    for word in words[1:]:
        if len(made) + 1 + len(word) > _LONGEST_SLUG:
            break
        made = f"{made}-{word}"
    return made


Endings = tuple[tuple[str, str], ...]
"""Endings of plurals with what stands in their place in the singular, tried in this order."""


def folded(name: str, endings: Endings = ()) -> str:
    """Bring a name to a form without case, spaces, signs and these plurals, to compare by."""
    plain = re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", name).casefold())
    if len(plain) <= _NO_SINGULAR:
        return plain
    for ending, singular in endings:
        if plain.endswith(ending):
            return plain.removesuffix(ending) + singular
    return plain


def last_part(identifier: str) -> str:
    """Give the last part of an id such as `guides/downtime`."""
    return identifier.rpartition("/")[2]


def title_of(identifier: str) -> str:
    """Make a title of an id, for a file that has none: `it-manager` is `It manager`."""
    words = re.sub(r"[-_]+", " ", last_part(identifier)).strip()
    return words[:1].upper() + words[1:]
