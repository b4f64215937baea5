"""Values at their edges: the first and the last day, endless numbers, signs that give orders."""

from collections.abc import Iterator, Mapping
from datetime import date

import pytest

from journeybook.codes import Code
from journeybook.compare.baseline import BaselineError, read_baseline
from journeybook.exports.formats import site_files
from journeybook.findings import visible
from journeybook.handbook.book import Handbook
from journeybook.hosts.codeowners import owned
from journeybook.rendering import Compilation
from journeybook.sources.document import SourceFile
from journeybook.sources.edits.waiver_text import NewWaiver, with_waiver
from tests import everything
from tests.compiling import compile_handbook
from tests.golden.case import SETTINGS, TODAY
from tests.unit.handbooks import handbook, judged

PLAIN = everything.handbook(lambda place: place[-1])
DAYS = ("0001-01-01", "0001-01", "9999-12-31", "9999-12")
NUMBERS = ("1" + "0" * 28, "-1e400", "1e308", "-1e308", "nan", "0x1F", "٣", "1" * 5000, "1e-400")
PERIODS = ("9999 years", "0 days", "1" + "0" * 25 + " years", "-1 years")
ORDERS = (
    *("\x00", "\x07", "\x1b[31m", "\x7f", "\x9b", "\ufffe", "\uffff"),
    *("\u202e", "\u2066", "\u2069"),
)


def made(files: Mapping[str, str], today: date = TODAY) -> Compilation:
    """All that comes of a handbook."""
    sources = [SourceFile(path=path, data=text.encode()) for path, text in files.items()]
    return compile_handbook(sources, SETTINGS, today)


def shown(compilation: Compilation) -> Iterator[str]:
    """Every text that a reader or a program is given."""
    for page in compilation.pages:
        yield from (page.title, page.description, page.markdown, *page.tags)
        yield from (block.html for block in page.blocks)
    yield from (data.decode() for data in site_files(compilation).values())
    yield from map(str, compilation.findings)


def with_all(value: str, *names: str) -> dict[str, str]:
    """The handbook with a value in every place of these names."""
    files = dict(PLAIN)
    for place in everything.others():
        if place[-1] in names:
            files = everything.changed(files, place, value)
    return files


@pytest.mark.parametrize("today", [date.min, TODAY, date.max])
@pytest.mark.parametrize("day", DAYS)
def test_the_first_and_the_last_day(day: str, today: date) -> None:
    files = with_all(day, "reviewed", "published", "due", "date")
    assert made(files, today).pages
    assert site_files(made(files, today))


@pytest.mark.parametrize("period", PERIODS)
def test_lengths_of_time_beyond_every_calendar(period: str) -> None:
    assert made(with_all(period, "review_every"), date.max).pages


@pytest.mark.parametrize("number", NUMBERS)
def test_numbers_without_end(number: str) -> None:
    names = (
        "score",
        "target",
        "actual",
        "importance",
        "emotion",
        "order",
        "participants",
        "assets",
    )
    assert made(with_all(number, *names)).pages


@pytest.mark.parametrize("sign", ORDERS, ids=lambda sign: f"{ord(sign[0]):04x}")
def test_a_sign_that_gives_orders_is_read_and_not_obeyed(sign: str) -> None:
    prose = f"\n# A heading {sign}\n\nSome prose {sign}.\n"
    files = everything.handbook(lambda place: f"{place[-1]} {sign}")
    compilation = made({path: f"{text}{prose}" for path, text in files.items()})
    texts = list(shown(compilation))
    assert [text for text in texts if sign[0] in text] == []
    assert sum(visible(sign) in text for text in texts) > 3


@pytest.mark.parametrize("sign", ["\n", "\t", "\x1b", "\u202e"], ids=ascii)
def test_a_sign_in_the_name_of_a_file_gives_no_orders(sign: str) -> None:
    files = {path.replace("/persona.md", f"/a{sign}b.md"): text for path, text in PLAIN.items()}
    compilation = made(files)
    pages = (text for page in compilation.pages for text in (page.title, page.markdown))
    assert [text for text in pages if f"a{sign}b" in text] == []
    assert all(str(finding).isprintable() for finding in compilation.findings)


def test_a_name_with_the_end_of_a_line_is_one_line_of_owners() -> None:
    book = handbook({"personas/a\nb.md": "---\nowner: Ann\n---\n# A\n"})
    assert isinstance(book, Handbook)
    assert owned(book, {"Ann": ("@ann",)}).lines == ("/content/personas/a?b.md @ann",)


def test_all_is_written_of_texts_that_are_empty_or_without_end() -> None:
    for text in ("", " ", "\u200b", "x" * 100_000, "e" + "\u0301" * 5000):
        compilation = made(everything.handbook(lambda _, text=text: text))  # type: ignore[misc]
        assert list(shown(compilation))


@pytest.mark.parametrize("data", [b"[" * 100_000, b'{"a":' * 100_000, b"[]", b"null", b"\xff"])
def test_a_baseline_that_is_none_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(BaselineError):
        read_baseline(data)


def test_a_waiver_is_added_to_a_list_of_nothing() -> None:
    waiver = NewWaiver(fingerprint="0" * 12, gap="A gap", reason="Why", until=date(2027, 1, 1))
    for text in ("[]", "[]\n", "# Ours\n[]\n", "[ ]\n", ""):
        after = with_waiver(text, waiver)
        assert after
        assert "reason: Why" in after
        assert ("# Ours" in text) == ("# Ours" in after)


@pytest.mark.parametrize(
    ("text", "line"), [("language: nl\nfoo", 2), ("language: nl\nfoo\n", 2), ("a: [1,\n2", 1)]
)
def test_a_mistake_at_the_end_of_a_file_stands_on_its_last_line(text: str, line: int) -> None:
    sources = [SourceFile(path="site_config/journeybook.yml", data=text.encode())]
    found = compile_handbook(sources, SETTINGS, TODAY).findings
    lines = [one.span.line for one in found if one.code == Code.BROKEN_FRONT_MATTER]
    assert lines == [line]


def test_a_blank_that_was_pasted_before_a_key_is_passed_over() -> None:
    sources = [SourceFile(path="site_config/journeybook.yml", data="\u00a0language: nl\n".encode())]
    found = compile_handbook(sources, SETTINGS, TODAY).findings
    assert [one for one in found if one.span.path.startswith("site_config")] == []


def test_a_value_that_goes_on_and_on_is_cut_in_a_finding() -> None:
    files = {"personas/a.md": f"---\nrole: {'x' * 5000}\nextends: {'y' * 5000}\n---\n# A\n"}
    assert max(len(str(one)) for one in judged(files).findings) < 1000
