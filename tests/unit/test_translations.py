"""Everything people see is said in Dutch as well, and nothing is translated that nobody says."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import read_po

from tests.unit.messages import PACKAGE, Message, messages, unseen

CATALOGUES = tuple(sorted((PACKAGE / "locale" / "nl").glob("*.po")))
HOLE = re.compile(r"\{\{|\}\}|\{(\w+)[^{}]*\}")


def entries(path: Path) -> Iterator[tuple[Message, Entry]]:
    with path.open("rb") as file:
        for entry in read_po(file, locale="nl", abort_invalid=True):
            if entry.id:
                yield entry.id if isinstance(entry.id, str) else tuple(entry.id), entry


TRANSLATED: dict[Message, Entry] = {
    one: entry for path in CATALOGUES for one, entry in entries(path)
}


def holes(text: str) -> list[str]:
    """The names to fill in, each as often as it stands there."""
    return sorted(found for found in HOLE.findall(text) if found)


def forms(text: str | Iterable[str] | None) -> tuple[str, ...]:
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def test_there_is_something_to_translate() -> None:
    assert "Unanswered question" in messages()
    assert any(place.endswith(".html") for place in {p.split(":")[0] for p in messages().values()})


def test_every_message_has_a_translation() -> None:
    said = {
        one for one, entry in TRANSLATED.items() if not entry.fuzzy and all(forms(entry.string))
    }
    missing = [f"{place}: {one}" for one, place in messages().items() if one not in said]
    assert missing == []


def test_every_message_stands_where_it_is_said() -> None:
    assert list(unseen()) == []


def test_every_translation_is_used() -> None:
    assert [one for one in TRANSLATED if one not in messages()] == []


def test_nothing_is_translated_twice() -> None:
    found: dict[Message, str] = {}
    double = []
    for path in CATALOGUES:
        for one, _ in entries(path):
            if one in found:
                double.append(f"{path.name}: {one} (also in {found[one]})")
            found.setdefault(one, path.name)
    assert double == []


def test_translations_fill_in_the_same_values() -> None:
    wrong = [
        one
        for one, entry in TRANSLATED.items()
        for english, dutch in zip(forms(one), forms(entry.string), strict=True)
        if holes(english) != holes(dutch)
    ]
    assert wrong == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.name)
def test_catalogue_leaves_nothing_behind(path: Path) -> None:
    with path.open("rb") as file:
        catalogue = read_po(file, locale="nl")
    assert not catalogue.obsolete
    assert [entry.id for entry in catalogue if entry.fuzzy] == []


# What these words stand for has another name in Dutch, and one alone.
ELSEWHERE = (
    r"bewijs(?!t)", r"contactpunt", r"contentmatrix", r"herzien", r"moment of truth",
    r"touchpoint(?![\w}`]|s\b)", r"\w'\w",
)  # fmt: skip


def test_a_thing_has_one_name_in_dutch() -> None:
    told = [one for entry in TRANSLATED.values() for one in forms(entry.string)]
    # What stands between backticks, and how a day is written, is no Dutch.
    plain = [re.sub(r"`[^`]*`|'[^']*'", "", one) for one in told]
    found = [one for one in plain if re.search("|".join(ELSEWHERE), one, re.IGNORECASE)]
    assert found == []
