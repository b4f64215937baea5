"""Equal labels carry equal numbers: on every page, in every file, in `check` and in the history.

Every number on a page says what it counts and where, so nothing here is guessed from words. A
number that is a link leads to a list of exactly that many.
"""

import io
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import parse_qsl, urljoin, urlsplit

import pytest
from click.testing import CliRunner
from python_calamine import CalamineWorkbook

from journeybook.adapters.cli import main
from journeybook.counts.counted import Counted
from journeybook.counts.definitions import DEFINITIONS, label_of, words_of
from journeybook.counts.within import Within
from journeybook.exports.gap_files import gap_files
from journeybook.exports.json_export import handbook_json
from journeybook.exports.office.workbook import write_workbook
from journeybook.exports.tables import table_files
from journeybook.history.history import measured
from journeybook.history.points import Moment
from journeybook.pages.parts.hrefs import page_address
from journeybook.rendering import Compilation
from tests.reading_back import read_rows, read_table
from tests.recount.reading import Number, PageRead, read_page
from tests.recount.test_recount import HANDBOOKS, TODAY, judged, made, scope_of

SITE = "https://site.example/"
MANY = 999
PLAIN = (
    Counted.QUESTIONS,
    Counted.STATEMENTS,
    Counted.TOUCHPOINTS,
    Counted.COMING,
    Counted.USERS,
    Counted.PERSONAS,
    Counted.PHASES,
)
"""What other sentences may count too, such as the questions that one asset answers."""
GAPS = ("open-gaps", "minor-gaps", "gaps-being-filled", "accepted-gaps")


@dataclass(frozen=True)
class Told:
    """All that is told of a handbook."""

    name: str

    @cached_property
    def book(self) -> Compilation:
        return made(HANDBOOKS[self.name])

    @cached_property
    def pages(self) -> Mapping[str, PageRead]:
        """Every page by its address."""
        return {
            urljoin(SITE, page_address(page.uri, directories=True)): read_page(
                "".join(block.html for block in page.blocks)
            )
            for page in self.book.pages
        }

    @cached_property
    def numbers(self) -> list[tuple[str, Number]]:
        return [(address, one) for address, page in self.pages.items() for one in page.numbers]

    @cached_property
    def figures(self) -> Mapping[tuple[str, str], tuple[int, int | None]]:
        """The figures of the JSON, as pages name them."""
        export = json.loads(handbook_json(self.book.site))
        return {
            (one["counts"], scope_of(one)): (one["number"], one["whole"])
            for one in export["figures"]
        }


@pytest.fixture(scope="module", params=sorted(HANDBOOKS))
def told(request: pytest.FixtureRequest) -> Told:
    return Told(request.param)


def test_equal_labels_carry_equal_numbers_on_all_pages(told: Told) -> None:
    amounts: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for address, one in told.numbers:
        amounts[one.counts, one.within][one.amount].add(address)
    assert {key: found for key, found in amounts.items() if len(found) > 1} == {}
    assert len({counts for counts, _ in amounts}) >= 25


def test_a_number_shows_what_it_counts(told: Told) -> None:
    wording = told.book.site.wording
    for address, one in told.numbers:
        shown = re.findall(r"\d+", one.words)
        if one.whole is None:
            assert wording.number(one.number) in one.words, (address, one)
        elif one.whole == 0:
            assert "–" in one.words or shown == ["0", "0"], (address, one)
        else:
            share = str(round(100 * one.number / one.whole))
            assert shown[0] in {share, str(one.number)}, (address, one)
            assert len(shown) == 1 or str(one.whole) in shown, (address, one)


def test_no_page_counts_on_a_way_of_its_own(told: Told) -> None:
    """A page that prints `24 open gaps` without saying where it counted them fails here."""
    own = {address: unmarked(told, "".join(page.words)) for address, page in told.pages.items()}
    assert {address: found for address, found in own.items() if found} == {}


def test_a_number_that_is_not_marked_is_seen() -> None:
    told = Told("example")
    assert unmarked(told, "There are 24 open gaps here") == ["24 open gaps"]
    assert unmarked(told, "· 1 persona ·") == ["1 persona"]
    assert unmarked(told, "It answers 3 questions") == []


def unmarked(told: Told, words: str) -> list[str]:
    """What counts something in words outside of the numbers that say what they count."""
    text = " ".join(words.split())
    anywhere = labels(told, [one for one in Counted if one not in PLAIN])
    alone = labels(told, PLAIN)
    pieces = (piece.strip() for piece in text.split("·"))
    return [
        *(found.group() for found in re.finditer(rf"\b{anywhere}\b", text)),
        *(piece for piece in pieces if re.fullmatch(alone, piece)),
    ]


def labels(told: Told, whats: Iterable[Counted]) -> str:
    """A pattern for a number before the words that say what it counts."""
    words = set()
    for what in whats:
        whole = DEFINITIONS[what].whole
        for number in (1, MANY):
            label = label_of(what, MANY, number if whole else None, told.book.site.wording)
            label = label if whole else label_of(what, number, None, told.book.site.wording)
            words.add(re.sub(rf"\b(1|{MANY})\b", r"\\d+", re.escape(label)))
    return rf"\d+\W{{0,3}}({'|'.join(sorted(words))})"


def test_json_says_the_same(told: Told) -> None:
    compared = 0
    for address, one in told.numbers:
        key = (one.counts, one.within)
        if key in told.figures:
            compared += 1
            assert told.figures[key] == (one.number, one.whole), (address, one)
    assert compared > 300
    for what in Counted:
        assert (what.value, "") in told.figures or DEFINITIONS[what].by


def named(told: Told) -> dict[tuple[str | None, ...], tuple[int, int | None]]:
    """The figures of the JSON with the names that tables use."""
    book, say = told.book.handbook, told.book.site.wording.text
    export = json.loads(handbook_json(told.book.site))
    kinds = {
        "journey": book.journeys,
        "persona": book.personas,
        "phase": book.phases,
        "channel": book.channels,
    }
    return {
        (
            say(DEFINITIONS[Counted(one["counts"])].name),
            *(items[one[kind]].title if one[kind] else "" for kind, items in kinds.items()),
            one["owner"] or "",
        ): (one["number"], one["whole"])
        for one in export["figures"]
    }


def test_csv_says_the_same(told: Told) -> None:
    rows = read_table(table_files(told.book.site)["coverage/figures.csv"])[1:]
    assert {
        tuple(row[:6]): (int(row[6]), int(row[7]) if row[7] else None) for row in rows
    } == named(told)


def test_workbook_says_the_same(told: Told) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(write_workbook(told.book.site)))
    rows = book.get_sheet_by_name(told.book.site.wording.text("Figures")).to_python()[1:]
    assert {
        tuple(map(str, row[:6])): (row[6], row[7] if row[7] != "" else None) for row in rows
    } == named(told)


def test_the_rows_of_gaps_are_those_that_are_counted(told: Told) -> None:
    """Every file of gaps holds as many rows of each state as the pages say."""
    site, say = told.book.site, told.book.site.wording.text
    words = {say("open"): GAPS[0], say("minor"): GAPS[1], say("accepted for now"): GAPS[3]}
    files = {
        site.addresses.all_gaps: "",
        **{site.addresses.gaps_of(one): f"phase={one}" for one in site.handbook.phases},
        **{site.addresses.gaps_of_persona(one): f"persona={one}" for one in site.handbook.personas},
        **{site.addresses.gaps_of_channel(one): f"channel={one}" for one in site.handbook.channels},
    }
    tables = gap_files(site)
    for uri, within in files.items():
        rows = read_rows(tables[site.addresses.table_beside(uri)])
        states = Counter(words.get(row[say("State")], GAPS[2]) for row in rows)
        assert {what: states[what] for what in GAPS} == {
            what: told.figures[what, within][0] for what in GAPS
        }, uri


def test_check_says_the_same(told: Told) -> None:
    persona = next(iter(told.book.handbook.personas))
    assert checked(told).endswith(counted_in_words(told, ""))
    some = checked(told, "--all", "--persona", persona)
    assert counted_in_words(told, f"persona={persona}") in some
    report = json.loads(checked(told, "--format", "json"))
    assert report["summary"]["gaps"] == {what: told.figures[what, ""][0] for what in GAPS}


def checked(told: Told, *options: str) -> str:
    arguments = ["check", str(HANDBOOKS[told.name]), "--today", TODAY.isoformat(), *options]
    return CliRunner().invoke(main, arguments).output.rstrip("\n")


def counted_in_words(told: Told, within: str) -> str:
    wording = told.book.site.wording
    return ", ".join(
        words_of(Counted(what), told.figures[what, within][0], None, wording) for what in GAPS
    )


def test_the_history_says_the_same(told: Told) -> None:
    moment = Moment(commit="", day=TODAY)
    for measure in measured(moment, judged(HANDBOOKS[told.name])).measures:
        within = f"{measure.scope}={measure.id}" if measure.id else ""
        assert measure.gaps == told.figures["open-gaps", within][0]
        assert measure.answered == told.figures["questions-answered", within]
        assert measure.researched == told.figures["statements-researched", within]
        assert measure.positive == told.figures["liked-touchpoints", within]


def test_a_journey_of_one_persona_counts_as_that_persona_on_it(told: Told) -> None:
    counts = told.book.site.counts
    for journey in told.book.handbook.journeys.values():
        if len(journey.personas) != 1:
            continue
        within = Within(journey=journey.id)
        both = within._replace(persona=journey.personas[0])
        for what, definition in DEFINITIONS.items():
            if {"journey", "persona"} <= definition.by:
                assert counts.of(what, within) == counts.of(what, both), (what, journey.id)


def test_a_number_that_is_a_link_leads_to_exactly_that_many(told: Told) -> None:
    followed = Counter[str]()
    for address, one in told.numbers:
        if one.href and (listed := listed_at(told, urljoin(address, one.href), one)) is not None:
            followed[one.counts] += 1
            assert listed == one.number, (address, one)
    there = {what for what in GAPS if told.figures[what, ""][0]}
    assert set(followed) >= {*there, "assets-published", "personas", "phases"}


def listed_at(told: Told, href: str, one: Number) -> int | None:
    """How many are listed where a link leads; a cell that leads to a step lists nothing."""
    there = urlsplit(href)
    page = told.pages[f"{there.scheme}://{there.netloc}{there.path}"]
    if one.counts == "personas":
        return sum(tag == "tr" for tag, _ in overview(page)) - 1
    if one.counts == "phases":
        return sum(known.get("scope") == "col" for _, known in overview(page)) - 1
    wanted = dict(parse_qsl(there.query))
    if one.counts.startswith("assets"):
        return sum(fits(row, wanted) for row in catalogued(page))
    if one.counts in GAPS:
        return len({key for key, row in gaps_on(page) if shows(row, wanted)})
    assert one.counts == "questions-answered"
    return None


def overview(page: PageRead) -> Iterator[tuple[str, dict[str, str]]]:
    """The elements of the table of personas by phases."""
    tables = [at for at, (tag, _) in enumerate(page.elements) if tag == "table"]
    ends = [*tables[1:], len(page.elements)]
    for start, end in zip(tables, ends, strict=True):
        if "jb-overview" in page.elements[start][1].get("class", ""):
            for tag, known in page.elements[start:end]:
                if tag == "ul":
                    return
                yield tag, known


def catalogued(page: PageRead) -> Iterator[dict[str, list[str]]]:
    """The rows of the catalogue with what its filters look at."""
    names: list[str] = []
    for tag, known in page.elements:
        if "data-jb-facets" in known:
            names = known["data-jb-facets"].split(" ")
        if tag == "tr" and "data-k" in known:
            values = (one.split(" ") for one in known["data-k"].split("|"))
            yield dict(zip(names, values, strict=True))


def fits(row: Mapping[str, list[str]], wanted: Mapping[str, str]) -> bool:
    return all(value in row[key] for key, value in wanted.items())


def gaps_on(page: PageRead) -> Iterator[tuple[str, dict[str, str]]]:
    for _, known in page.elements:
        if known.get("data-jb-gap"):
            yield known["data-jb-gap"], known


def shows(row: Mapping[str, str], wanted: Mapping[str, str]) -> bool:
    """Whether the filters of a list of gaps let a gap through, as their script does."""
    return all(
        row.get(f"data-jb-{key}", "") == value
        if key == "owner"
        else value in row.get(f"data-jb-{key}", "").split(" ")
        for key, value in wanted.items()
    )
