"""Work grows with the text and no faster, however the text is mangled.

Each case is timed at a size and at twice the size, as a ratio within one run: linear work takes
about twice as long, quadratic work four times, and a bound between them leaves room for noise.
"""

from collections.abc import Callable
from time import process_time

import pytest

from journeybook.importing.gathered import Gathered
from journeybook.importing.heard import Place
from journeybook.pages.parts.drawing.svg import wrapped
from journeybook.sources.prose import first_heading, headings_below, prose_lines
from journeybook.sources.shared_page import as_part
from journeybook.sources.yaml.parsing import MOST_LETTERS, read_tree
from tests.golden.case import Section
from tests.unit.handbooks import handbook, judged, told
from tests.unit.importing import case as importing

TWICE = 3.0


def of_blanks(size: int) -> None:
    text = f"## a{' ' * size}b"
    headings_below(text, 1)
    first_heading(text)


def of_signs(size: int) -> None:
    headings_below(f"# a {'# ' * size}x", 1)


def of_braces(size: int) -> None:
    headings_below(f"# a {'{' * size}", 1)


def of_backticks(size: int) -> None:
    runs = int(size**0.5)
    list(prose_lines("[ " + " ".join("`" * length for length in range(1, runs))))


def of_notes(size: int) -> None:
    told({"assets/a.md": f"# A\n\n[todo{' ' * size}[\n"}, "noted-gap")


def of_many_notes(size: int) -> None:
    told({"assets/a.md": "# A\n\n" + "[todo " * (size // 6) + "\n"}, "noted-gap")


def of_names(size: int) -> None:
    as_part(f"{'[a' * (size // 2)}\n{'](b' * (size // 3)}\n\n[^1]: x\n*[a]: b", "step", "way/")


def of_blanks_in_front_matter(size: int) -> None:
    told({"assets/a.md": f"---\ntitle: A{' ' * size}x\n---\n"}, "missing-owner")


def of_a_long_word(size: int) -> None:
    wrapped("x" * size, 120, 3)


def of_statements(size: int) -> None:
    needs = "".join(f"  - need {at}\n" for at in range(size // 100))
    handbook({"journeys/a/index.md": "# A\n", "journeys/a/b.md": f"---\nneeds:\n{needs}---\n"})


def of_ancestors(size: int) -> None:
    files = {"personas/p0.md": "---\ngoals: [Sleep]\n---\n"}
    for at in range(1, size // 400):
        files[f"personas/p{at}.md"] = f"---\nextends: p{at - 1}\nsegment: s{at}\n---\n"
    handbook(files)


def brought_in(text: str, name: str = "a.md") -> None:
    list(importing.told([Section(head=f"-- brings {name} --", text=text)]))


def of_blanks_brought_in(size: int) -> None:
    brought_in(f"## a{' ' * size}b\n\n**a{' ' * size}b\n{' ' * size}a:\n")


def of_blanks_in_a_table(size: int) -> None:
    brought_in(f"# CFO\n\n| Phase | A |\n|---|---|\n| Questions | a{' ' * size}b |\n")


def of_blanks_in_a_title(size: int) -> None:
    brought_in(f"journey\n title x{' ' * size}y\n section a\n  b: 3: c\n", "a.mmd")


def of_names_in_a_cell(size: int) -> None:
    brought_in(f"Phase;A\nQuestions;a{', ' * (size // 2)}b\n", "a.csv")


def of_words_of_a_feeling(size: int) -> None:
    brought_in(f"Phase;A\nFeelings;{'a ' * (size // 2)}\n", "a.csv")


def of_texts_that_are_alike(size: int) -> None:
    brought_in(f"Persona;Goals\nA;b{'• ' * (size // 2)}c\n", "a.csv")


def of_digits_in_a_heading(size: int) -> None:
    brought_in(f"Name;Goals;{'1' * size}x\nA;b;c\nB;c;d\n", "personas.csv")


def of_lines_brought_in(size: int) -> None:
    brought_in(f"# Buyer\n{chr(10) * size}x\n")


def of_rows_read_elsewhere(size: int) -> None:
    sources = "sources:\n  - file: content/list.csv\n"
    book = judged({"list.csv": "Title,Owner\nPage,Ann\n", "site_config/inventory.yml": sources})
    (path,) = (one.path for one in book.documents if one.origin)
    gathered = Gathered(book, "new.csv")
    for row in range(size):
        gathered.prose(path, f"note {row}", Place(row=row))


def of_folders(size: int) -> None:
    told({"assets/a.md": f"---\npersonas: {'a/' * size}b\n---\n"}, "unknown-persona")


CASES: dict[Callable[[int], None], int] = {
    of_blanks: 200_000,
    of_signs: 100_000,
    of_braces: 200_000,
    of_backticks: 400_000,
    of_notes: 200_000,
    of_many_notes: 200_000,
    of_names: 200_000,
    of_blanks_in_front_matter: 60_000,
    of_a_long_word: 40_000,
    of_blanks_brought_in: 1_500,
    of_blanks_in_a_table: 12_000,
    of_blanks_in_a_title: 4_000,
    of_names_in_a_cell: 20_000,
    of_words_of_a_feeling: 20_000,
    of_texts_that_are_alike: 2_000,
    of_digits_in_a_heading: 10_000,
    of_lines_brought_in: 10_000,
    of_rows_read_elsewhere: 1_000,
    of_folders: 40_000,
    of_statements: 60_000,
    of_ancestors: 80_000,
}


@pytest.mark.parametrize(
    ("work", "size"), CASES.items(), ids=lambda part: getattr(part, "__name__", str(part))
)
def test_twice_the_text_takes_about_twice_the_time(work: Callable[[int], None], size: int) -> None:
    work(1000)
    ratios = [_seconds(work, 2 * size) / _seconds(work, size) for _ in range(3)]
    assert min(ratios) < TWICE


def _seconds(work: Callable[[int], None], size: int) -> float:
    start = process_time()
    work(size)
    return max(process_time() - start, 1e-4)


def test_what_aliases_repeat_is_counted_by_letters_too() -> None:
    most = MOST_LETTERS // 20_000
    text = f"summary: &a '{'x' * 20_000}'\nquestions:\n" + "- *a\n" * most
    assert "letters" in str(read_tree(text, "a.md"))
    (line,) = told({"personas/a.md": f"---\n{text}---\n"}, "expands-too-far")
    assert "have more than 2000000 letters once they are written out" in line


def test_a_value_that_holds_itself_is_told_as_such() -> None:
    (line,) = told({"personas/a.md": "---\ngoals: &a [*a]\n---\n"}, "expands-too-far")
    assert "holds itself" in line
