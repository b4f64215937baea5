"""In which texts the words of another come back, and how much of it they are."""

from journeybook.fixes.words_index import WordsIndex, words_of
from tests.unit.held import hold
from tests.words import STEMS

SMALL = frozenset(("the", "how"))
TEXTS = {
    "prices": [("What prices are", 1.0), ("the lease, and how it is paid", 0.4)],
    "leasing": [("Leasekosten berekenen", 1.0), ("", 1.0)],
    "contract": [("The contract", 1.0), ("contract content", 0.5)],
    "costs": [("Kosten", 0.5), ("lease lease", 0.8)],
    "empty": [],
}
MANY = [(f"text {at}", [("common", 1.0), (f"rare{at % 51}", 1.0)]) for at in range(101)]
ASKED = (
    *("What is the price?", "kosten", "How is the content paid?", "leasekosten", "lease contract"),
    *("the how", "", "it is", "Kosten kosten KOSTEN", "berekening", "nothing alike"),
)


def test_what_is_found_of_a_text() -> None:
    lines = []
    for name, texts in (("five", TEXTS), ("none", {}), ("one", {"a": [("lease", 1.0)]})):
        index = WordsIndex(texts, SMALL, STEMS)
        for asked in ASKED:
            lines.append(f"{name} ‖ {asked} ‖ {words_of(asked, SMALL)}")
            lines += [
                f"  {one.key} {one.share:.4f} {one.words} {one.whole}" for one in index.like(asked)
            ]
    # A word that stands in more than a hundred texts leads to none.
    for number in (100, 101):
        index = WordsIndex(dict(MANY[:number]), SMALL, STEMS)
        for asked in ("common", "common rare7", "rare49"):
            found = [f"{one.key} {one.share:.4f}" for one in index.like(asked)]
            lines.append(f"{number} ‖ {asked} ‖ {len(found)} {' | '.join(found[:3])}")
    hold("words-index", lines)
