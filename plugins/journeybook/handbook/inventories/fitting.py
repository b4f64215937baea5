"""Which column fits which key, by the words that stand in it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter

from journeybook.handbook.inventories.cells import texts_of
from journeybook.handbook.inventories.heading_words import HeadingWords
from journeybook.handbook.inventories.meanings import LISTS, Meanings
from journeybook.handbook.inventories.ticks import tick_of
from journeybook.schema.fields import EVERYBODY
from journeybook.schema.settings.inventory import Key
from journeybook.sources.names import is_picture
from journeybook.sources.records.record import GRIDS, Records

DAYS: tuple[Key, ...] = ("published", "reviewed", "due")
"""The keys that hold a day."""
SHARED: tuple[Key, ...] = ("personas", "phases", "channels", "type")
"""The keys of which a cell may tell two, and that need no heading."""

_LOOKED_AT = 5_000
_ENOUGH = 0.5
_SURELY = 0.8
_LEAST = 4
_FEW = 200
_FITTING: frozenset[Key] = frozenset(("type", "status", "language", "effort", "gated", "decision"))
_HTTP = ("http://", "https://")


class Sample:
    """The words of each column, with how often each stands there."""

    def __init__(self, records: Records) -> None:
        """Look at the first rows."""
        self.words: dict[str, Counter[str]] = {name: Counter() for name in records.headers}
        self._sheets: dict[str, set[str]] = {}
        for _, record in zip(range(_LOOKED_AT), records.records, strict=False):
            for name, cell in record.cells.items():
                self.words.setdefault(name, Counter()).update(texts_of(cell))
            if record.member and records.kind in GRIDS:
                self._sheets.setdefault(record.member, set()).update(record.cells)

    def sheets(self, name: str) -> frozenset[str]:
        """Give the sheets of a workbook in which a heading stands."""
        return frozenset(sheet for sheet, names in self._sheets.items() if name in names)


def fits(key: Key, words: Counter[str], meanings: Meanings) -> bool:
    """Tell whether a column that is called as a key is may hold it.

    A column of a few words that all mean nothing is called so by chance, an empty one says of no
    row that it is published, and what is only ticked is no title.
    """
    if key in DAYS and words:
        return any(letter.isdigit() for word in words for letter in word)
    if key == "title" and words:
        return any(tick_of(word, meanings.vocabulary) is None for word in words)
    if key not in _FITTING:
        return True
    return _share(key, words, meanings) > 0 if words else key != "status"


def addresses(
    sample: Sample, taken: Mapping[Key, str], heads: HeadingWords
) -> Iterator[tuple[Key, str]]:
    """Give the column of addresses of pages; a list of them needs no heading."""
    free = {} if "url" in taken else _unnamed(sample, taken, heads)
    for name, words in free.items():
        told = sum(rows for word, rows in words.items() if _leads_to_a_page(word))
        if told > _ENOUGH * words.total():
            yield "url", name
            return


def _leads_to_a_page(word: str) -> bool:
    return word.startswith(_HTTP) and not is_picture(word.partition("?")[0])


def by_words(
    sample: Sample, taken: Mapping[Key, str], meanings: Meanings, heads: HeadingWords
) -> Iterator[tuple[Key, str]]:
    """Give the columns whose words mean something for keys that no heading names, best first."""
    free = _unnamed(sample, taken, heads)
    shares = [
        (share, key, name)
        for key in SHARED
        if key not in taken
        for name, words in free.items()
        if _repeats(words)
        and (len(words) > 1 or _is_sure(key, words, meanings))
        and (share := _share(key, words, meanings)) >= _ENOUGH
    ]
    found: dict[Key, str] = {}
    for _, key, name in sorted(shares, key=itemgetter(0), reverse=True):
        if key not in found and name not in found.values():
            found[key] = name
            yield key, name


def _unnamed(
    sample: Sample, taken: Mapping[Key, str], heads: HeadingWords
) -> dict[str, Counter[str]]:
    # A medium of UTM is called so, and is no type of content whatever words it has.
    called = ((name, heads.named(name)) for name in sample.words if name not in taken.values())
    return {name: sample.words[name] for name, one in called if not one or one.key}


def well_named(named: Mapping[Key, str], sample: Sample, meanings: Meanings) -> dict[Key, str]:
    """Give a column to another key where its words mean nothing for the one it is called as.

    A category of blogs and videos is a type, and a stage of drafts a status; no phase in any case.
    """
    found = dict(named)
    pairs: tuple[tuple[Key, Key], ...] = (("type", "tags"), ("status", "phases"))
    for key, other in pairs:
        words = sample.words[found[other]] if other in found else Counter[str]()
        if len(words) > _FEW or _share(key, words, meanings) < _SURELY:
            continue
        is_needed = key not in found or other in SHARED
        if is_needed and not (other in SHARED and _share(other, words, meanings)):
            found.setdefault(key, found.pop(other))
    return found


def _repeats(words: Counter[str]) -> bool:
    # A column of titles has as many words as rows; one of types has few.
    return words.total() >= _LEAST and 0 < len(words) <= min(_FEW, 2 * words.total() // 3)


def _is_sure(key: Key, words: Iterable[str], meanings: Meanings) -> bool:
    # One word in all rows tells nothing apart: `Yes` is no channel, and `Website` a type as well.
    return all([one for one in SHARED if meanings.is_known(one, word)] == [key] for word in words)


def shared(
    columns: Mapping[Key, str], sample: Sample, meanings: Meanings
) -> Iterator[tuple[Key, str]]:
    """Give the keys that are told in a column of another; `CTO/Consideration` tells two things."""
    for own, name in [(one, columns[one]) for one in SHARED if one in columns]:
        for key in (one for one in ("personas", "phases") if one not in columns):
            if _share(key, sample.words[name], meanings, own) >= _ENOUGH:
                yield key, name


def other_titles(
    columns: Mapping[Key, str], sample: Sample, heads: HeadingWords
) -> Iterator[tuple[Key, tuple[str, ...]]]:
    """Give titles that more rows have: what is planned has a working title, and no final one."""
    least = sample.words[columns["title"]].total() if "title" in columns else 0
    free = ((name, words) for name, words in sample.words.items() if name not in columns.values())
    fuller = [name for name, words in free if words.total() > least > 0]
    if names := tuple(name for name in fuller if (one := heads.named(name)) and one.key == "title"):
        yield "title", names


def in_other_sheets(
    columns: Mapping[Key, str], sample: Sample, words: HeadingWords
) -> Iterator[tuple[Key, tuple[str, ...]]]:
    """Give the headings that name the same keys in sheets of their own."""
    free = [name for name in sample.words if name not in columns.values() and sample.sheets(name)]
    named = {name: words.named(name) or words.of_piece(name) for name in free}
    for key, first in columns.items():
        found, seen = [], sample.sheets(first)
        for name in (name for name, one in named.items() if one and one.key == key):
            if not seen & sample.sheets(name):
                found.append(name)
                seen |= sample.sheets(name)
        if found:
            yield key, tuple(found)


def beside(
    columns: Mapping[Key, str], sample: Sample, meanings: Meanings
) -> Iterator[tuple[Key, tuple[str, ...]]]:
    """Give such columns beside one that is empty, or filled in here and there."""
    pair: tuple[tuple[Key, Key], ...] = (("phases", "personas"), ("personas", "phases"))
    for key, other in pair:
        name = columns.get(other, "")
        if key in columns and name and columns[key] != name:
            words = sample.words[name]
            told = sum(
                rows for word, rows in words.items() if _tells_both(word, key, other, meanings)
            )
            if told >= _ENOUGH * words.total() > 0:
                yield key, (name,)


def _tells_both(cell: str, key: Key, other: Key, meanings: Meanings) -> bool:
    parts = meanings.parts(other, cell)
    strange = [part for part in parts if not meanings.is_known(other, part)]
    return 0 < len(strange) < len(parts) and all(is_meant(key, one, meanings) for one in strange)


def _share(key: Key, words: Counter[str], meanings: Meanings, own: Key | None = None) -> float:
    # A word that a column has as its own says nothing of another key.
    known = sum(
        rows
        for word, rows in words.items()
        if any(
            is_meant(key, part, meanings)
            and not meanings.says_nothing(part)
            and meanings.of(key, part).value != (EVERYBODY,)
            and not (own and meanings.is_known(own, part))
            for part in (meanings.parts(key, word) if key in LISTS else (word,))
        )
    )
    return known / max(words.total(), 1)


def is_meant(key: Key, word: str, meanings: Meanings) -> bool:
    """Tell whether a word means something for a key, or is likely to.

    A blog may be a medium as well as a type of content: of channels only the names tell.
    """
    is_likely = key != "channels" and meanings.suggestion(key, word)
    return meanings.is_known(key, word) or bool(is_likely)
