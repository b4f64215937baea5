"""What is probably meant by a word: a persona, a phase, a type, or one of few choices."""

import re
from collections.abc import Iterator, Mapping, Sequence

from journeybook.findings import only
from journeybook.handbook.ids import folded, last_part
from journeybook.handbook.inventories.headings import known_headings
from journeybook.handbook.linking.directory import Directory
from journeybook.handbook.vocabulary import Vocabulary
from journeybook.schema.asset import Asset
from journeybook.schema.fields import EVERYBODY
from journeybook.schema.period import Words
from journeybook.schema.settings.inventory import Key
from journeybook.schema.types import choices
from journeybook.sources.likeness import Names

_BRACKETS = re.compile(r"\(([^()]*)\)")
_WORD = re.compile(r"[^\W\d_]+(?:['’&-][^\W\d_]+)*")
_SHORTEST = 2
_ALIKE = 0.8


def name_meant(
    key: Key, word: str, directory: Directory, vocabulary: Vocabulary, words: Words | None
) -> str:
    """Give the id that was most likely meant, `all` where everybody is, or nothing.

    `1. Awareness`, `Awareness stage` and `Middle of funnel (MOFU)` say what they say without what
    is around it; a stage in the words of many teams is known before a word that only looks alike.
    """
    forms = tuple(dict.fromkeys(_forms(key, word, vocabulary)))
    every = words.values if words else {}
    if key != "channels" and any(
        EVERYBODY in (form.casefold(), every.get(form.casefold())) for form in forms
    ):
        return EVERYBODY
    for form in forms:
        found = directory.find(form)
        if len(found) == 1:
            return found[0]
        if key == "phases" and (meant := phases_meant(form, directory, vocabulary)):
            return meant[0]
    return next(filter(None, (_likely(key, form, directory, vocabulary) for form in forms)), "")


def _forms(key: Key, word: str, vocabulary: Vocabulary) -> Iterator[str]:
    around = {name.casefold() for name in known_headings(key, vocabulary)}
    for part in (word, _BRACKETS.sub(" ", word), *_BRACKETS.findall(word)):
        yield part.strip()
        yield " ".join(one for one in _WORD.findall(part) if one.casefold() not in around)


def _likely(key: Key, form: str, directory: Directory, vocabulary: Vocabulary) -> str:
    if not form:
        return ""
    # Whoever writes `Chief Technology Officer` means the CTO.
    initials = "".join(part[0] for part in form.split())
    short = directory.find(initials) if len(initials) > 1 else ()
    near = phases_meant(form, directory, vocabulary, nearly=True) if key == "phases" else ()
    near = personas_meant(form, directory, vocabulary) if key == "personas" else near
    closest = next(iter((*short, *near)), "") or directory.closest(form)
    medium = _medium(form, directory, vocabulary) if key == "channels" else ""
    return closest or _named_in(form, directory) or medium


def _medium(form: str, channels: Directory, vocabulary: Vocabulary) -> str:
    # A newsletter comes by e-mail, and Instagram is one of the social media.
    kinds = _known(folded(form), vocabulary.media)
    found = {only(channels.find(kind)) or _named_in(kind, channels) for kind in kinds} - {""}
    return only(tuple(found)) or ""


def _named_in(form: str, directory: Directory) -> str:
    # `IT` is the IT manager where there is no other; `Senior IT manager` is one, too.
    here = _parts(form)
    found = [
        identifier
        for identifier, names in directory.ids.items()
        if any(_is_within(here, _parts(name)) for name in (identifier, *names))
    ]
    return only(found) or ""


def _is_within(one: Sequence[str], other: Sequence[str]) -> bool:
    shorter, longer = sorted((set(one), set(other)), key=len)
    return bool(shorter) and shorter <= longer


def _parts(name: str) -> list[str]:
    return [one.casefold() for one in _WORD.findall(name) if len(one) >= _SHORTEST]


def choice_meant(key: Key, cell: str, words: Words | None) -> str:
    """Give the choice of a key that a cell such as `Merge with /prices` means, or nothing.

    Whoever asks, as in `Remove?`, has not chosen, and `all` is not `small`.
    """
    field = Asset.model_fields.get(key)
    few = choices(field.annotation) if field else ()
    if not few or cell.rstrip().endswith("?"):
        return ""
    said = {folded(word): word for word in few}
    said |= {folded(word): one for word, one in (words or Words()).values.items() if one in few}
    begun = (said.get(folded(one), "") for one in _beginnings(cell))
    name, likeness = Names(said).closest(folded(cell))
    alike = said.get(name or "", "") if likeness >= _ALIKE else ""
    return next(filter(None, begun), "") or alike


def _beginnings(cell: str) -> Iterator[str]:
    # The words that a cell begins with, the most of them first.
    parts = re.findall(r"[^\W_]+", cell)
    return (" ".join(parts[:end]) for end in range(len(parts), 0, -1))


def word_meant(cell: str, names: Directory) -> str:
    """Give the type or status that a cell such as `Draft (AB)` means, or nothing.

    A word that is only somewhat alike is another one: a product is no podcast.
    """
    if found := next(filter(None, map(names.find, _beginnings(cell))), ()):
        return found[0]
    return names.closest(cell) if names.likeness(cell) >= _ALIKE else ""


_LEAST_LETTERS = 5
_NEARLY = 0.85

Groups = Mapping[str, tuple[str, ...]]


def phases_meant(
    word: str, phases: Directory, vocabulary: Vocabulary, *, nearly: bool = False
) -> tuple[str, ...]:
    """Give the phases that stand for the same stage as a word, in their order.

    A slip of the pen in a long word does no harm where `nearly` will do.
    """
    return _meant(word, phases, vocabulary.stages, nearly=nearly)


def personas_meant(word: str, personas: Directory, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Give the persona who has the role of a job title, where there is only one."""
    found = _meant(word, personas, vocabulary.roles)
    return found if len(found) == 1 else ()


def _meant(
    word: str, directory: Directory, groups: Groups, *, nearly: bool = False
) -> tuple[str, ...]:
    wanted = _known(folded(word), groups) or (_near(folded(word), groups) if nearly else set())
    return tuple(
        identifier
        for identifier, names in directory.ids.items()
        if any(wanted & _known(folded(name), groups) for name in (*names, last_part(identifier)))
    )


def _near(plain: str, groups: Groups) -> set[str]:
    if len(plain) < _LEAST_LETTERS:
        return set()
    names = (folded(name) for one, words in groups.items() for name in (one, *words))
    closest, likeness = Names(dict.fromkeys(names)).closest(plain)
    return _known(closest, groups) if closest and likeness >= _NEARLY else set()


def _known(plain: str, groups: Groups) -> set[str]:
    return {
        one for one, words in groups.items() if plain in {folded(word) for word in (one, *words)}
    }
