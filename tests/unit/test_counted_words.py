"""Everything that is counted says its number in words, of one and of several."""

from collections.abc import Iterator

from journeybook.adapters.disk.language import wording_in
from journeybook.counts.definitions import DEFINITIONS, label_of, words_of
from tests.unit.held import hold


def test_every_count_says_its_number() -> None:
    hold("counted-words", told())


def told() -> Iterator[str]:
    """Say each count of one and of two, alone or as a part, in both languages."""
    for what, definition in DEFINITIONS.items():
        for language in ("en", "nl"):
            wording = wording_in(language)
            yield f"{what} {language}: {wording.text(definition.name)}"
            for number in (1, 2):
                whole = number if definition.whole else None
                words = words_of(what, number, whole, wording)
                yield f"  {words} ({label_of(what, number, whole, wording)})"
