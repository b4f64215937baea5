"""Responses of two hundred people, and the files in which six survey tools hand them over."""

import csv
import io
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import dedent

from xlsxwriter import Workbook

from journeybook.findings import Finding
from journeybook.handbook.surveys.results import SurveyResult
from journeybook.pipeline import Judged, read_handbook
from journeybook.sources.document import SourceFile
from tests.unit.handbooks import SETTINGS, TODAY

PRICE, QUOTE = "Asks for the price list", "Signs the quote"
HANDBOOK = {
    "personas/cfo.md": "# CFO\n",
    "personas/it.md": "---\naliases: [IT-beheerder]\n---\n# IT manager\n",
    "phases/purchase.md": "# Purchase\n",
    "journeys/buy/index.md": "---\ntitle: Buying\npersonas: [cfo, it]\n---\n",
    "journeys/buy/purchase.md": f"""\
        ---
        emotion: worried
        touchpoints:
          - {{title: {PRICE}, id: price, importance: 5, satisfaction: 4, emotion: 1}}
          - {{title: {QUOTE}, id: quote}}
        ---
        """,
}
PRICE_ID, QUOTE_ID = "buy/purchase#touchpoints.price", "buy/purchase#touchpoints.quote"
FEELINGS = {"angry": -2, "worried": -1, "curious": 1, "happy": 2}
DUTCH = {"angry": "boos", "worried": "bezorgd", "curious": "nieuwsgierig", "happy": "blij"}


@dataclass(frozen=True)
class Person:
    """Who answered what: knows, importance and satisfaction from 1 to 5, and a feeling."""

    persona: str
    segment: str
    price: tuple[bool, int, int, str]
    quote: tuple[bool, int, int, str]
    recommends: int
    weight: str


def people(number: int = 200, seed: int = 16) -> list[Person]:
    """Give people who answer by chance, always the same ones."""
    chance = random.Random(seed)  # noqa: S311 - the same each time

    def answers() -> tuple[bool, int, int, str]:
        marks = chance.choices((1, 2, 3, 4, 5), (1, 1, 2, 4, 3), k=2)
        return chance.random() < 0.7, marks[0], marks[1], chance.choice(list(FEELINGS))

    return [
        Person(
            persona=chance.choice(("CFO", "CFO", "IT manager")),
            segment=chance.choice(("Food", "Steel", "Retail")),
            price=answers(),
            quote=answers(),
            recommends=chance.randint(0, 10),
            weight=chance.choice(("0,5", "1", "1,75")),
        )
        for _ in range(number)
    ]


def judged(survey: str, data: bytes, name: str = "answers.csv", more: str = "") -> Judged:
    """Judge the handbook with a survey: what its key says, and the bytes of its file."""
    front = f"---\ntitle: Survey\nmethod: survey\ndate: 2026-05-01\nsurvey: {survey}\n{more}---\n"
    texts = {**HANDBOOK, "research/survey.md": front}
    files = [
        SourceFile(path=f"content/{path}", data=dedent(text).encode())
        for path, text in texts.items()
    ]
    files.append(SourceFile(path=f"content/research/{name}", data=data))
    return read_handbook(files, SETTINGS, TODAY)


def read(survey: str, data: bytes, name: str = "answers.csv", more: str = "") -> SurveyResult:
    """Give what a survey says, of which nothing may be odd."""
    of_all = judged(survey, data, name, more)
    told = odd(of_all)
    assert told == []
    result = of_all.handbook.research["survey"].survey
    assert result is not None
    return result


def odd(of_all: Judged) -> list[str]:
    """Give what is told of a survey and its file, but for gaps."""
    return [str(one) for one in of_all.findings if _is_problem(one)]


def _is_problem(one: Finding) -> bool:
    return one.family == "problem" and "/research/" in one.span.path


def table(rows: Iterable[Sequence[object]], delimiter: str = ",") -> str:
    """Write a CSV."""
    made = io.StringIO()
    csv.writer(made, delimiter=delimiter).writerows(rows)
    return made.getvalue()


def workbook(rows: Iterable[Sequence[object]], sheet: str = "Sheet1") -> bytes:
    """Write a workbook."""
    made = io.BytesIO()
    book = Workbook(made)
    page = book.add_worksheet(sheet)
    for at, row in enumerate(rows):
        page.write_row(at, 0, row)
    book.close()
    return made.getvalue()


def google_forms(ones: Sequence[Person]) -> bytes:
    """A form with grids, as the sheet of its responses is downloaded."""
    asks = (
        "Have you experienced this?",
        "How important is this to you?",
        "How satisfied are you?",
        "How did it feel?",
    )
    head = ["Timestamp", "Your role", "Industry"]
    head += [f"{ask} [{title}]" for title in (PRICE, QUOTE) for ask in asks]
    rows = [
        [
            "5/1/2026 10:00:00",
            one.persona,
            one.segment,
            *_plain(one.price),
            *_plain(one.quote),
            one.recommends,
        ]
        for one in ones
    ]
    return table([[*head, "How likely are you to recommend us?"], *rows]).encode()


def microsoft_forms(ones: Sequence[Person]) -> bytes:
    """A workbook with the columns that Forms puts in front."""
    head = ["ID", "Start time", "Completion time", "Email", "Name", "What is your role", "Sector"]
    asks = ("Do you know", "How important is", "How satisfied are you with", "What did you feel at")
    head += [f"{ask} “{title}”?" for title in (PRICE, QUOTE) for ask in asks]
    rows = [
        [
            at,
            46143.5,
            46143.6,
            "anonymous",
            "",
            one.persona,
            one.segment,
            *_plain(one.price),
            *_plain(one.quote),
            one.recommends,
        ]
        for at, one in enumerate(ones, start=1)
    ]
    return workbook([[*head, "Would you recommend us to a colleague?"], *rows])


def qualtrics(ones: Sequence[Person]) -> bytes:
    """Three rows of headings, and a preview that is no response."""
    codes = [
        "StartDate",
        "Status",
        "ResponseId",
        "Q1",
        "Q2",
        *(f"Q{at}_{row}" for row in (1, 2) for at in range(3, 7)),
        "Q7",
    ]
    asks = (
        "Do you recognise this moment?",
        "How important was it?",
        "How satisfied were you?",
        "How did you feel?",
    )
    texts = ["Start Date", "Response Type", "Response ID", "What is your role", "Industry"]
    texts += [f"{ask} - {title}" for title in (PRICE, QUOTE) for ask in asks]
    imports = [f'{{"ImportId":"QID{at}"}}' for at in range(len(codes))]
    rows = [
        [
            "2026-05-01 10:00:00",
            "IP Address",
            f"R_{at}",
            one.persona,
            one.segment,
            *_plain(one.price),
            *_plain(one.quote),
            one.recommends,
        ]
        for at, one in enumerate(ones)
    ]
    return table([codes, [*texts, "How likely are you to recommend us?"], imports, *rows]).encode(
        "utf-8-sig"
    )


def surveymonkey(ones: Sequence[Person]) -> bytes:
    """Two rows of headings: the question once, and below it what it was asked for."""
    head = ["Respondent ID", "Collector ID", "Start Date", "What is your role", "Industry"]
    below = ["", "", "", "Response", "Response"]
    for ask in (
        "Do you know this?",
        "How important is it?",
        "How satisfied are you?",
        "How did you feel?",
    ):
        head += [ask, ""]
        below += [PRICE, QUOTE]
    rows = []
    for at, one in enumerate(ones):
        pairs = zip(_plain(one.price), _plain(one.quote), strict=True)
        cells = [cell for pair in pairs for cell in pair]
        rows.append(
            [11800 + at, 44, "05/01/2026", one.persona, one.segment, *cells, one.recommends]
        )
    return table([[*head, "Would you recommend us?"], [*below, "Response"], *rows]).encode()


def limesurvey_dutch(ones: Sequence[Person]) -> bytes:
    """Codes of questions and answers in full, opened in a Dutch Excel and saved as CSV."""
    asks = (
        "G1Q1[SQ00{}]. Kent u dit moment? [{}]",
        "G1Q2[SQ00{}]. Hoe belangrijk is dit? [{}]",
        "G1Q3[SQ00{}]. Hoe tevreden bent u? [{}]",
        "G1Q4[SQ00{}]. Hoe voelde dat? [{}]",
    )
    head = ["id. Antwoord-ID", "submitdate. Datum van inzending", "Uw rol", "Branche", "Gewicht"]
    head += [ask.format(at, title) for at, title in ((1, PRICE), (2, QUOTE)) for ask in asks]
    rows = [
        [
            at,
            "1-5-2026 10:00",
            _in_dutch(one.persona),
            one.segment,
            one.weight,
            *_dutch(one.price),
            *_dutch(one.quote),
            one.recommends,
        ]
        for at, one in enumerate(ones)
    ]
    head.append("G2Q1. Hoe waarschijnlijk is het dat u ons aanbeveelt? (één cijfer)")
    return table([head, *rows], ";").encode("cp1252")


def typeform_unicode(ones: Sequence[Person]) -> bytes:
    """A row for each question of a form, opened in Excel and saved as Unicode text."""
    head = ["#", "What is your role", "Industry"]
    asks = (
        "Did you know this: {}?",
        "How important is {} to you?",
        "How satisfied are you with {}?",
        "What do you feel at {}?",
    )
    head += [ask.format(title) for title in (PRICE, QUOTE) for ask in asks]
    rows = [
        [
            f"a{at}",
            one.persona,
            one.segment,
            *_plain(one.price, "1", "0"),
            *_plain(one.quote, "1", "0"),
            one.recommends,
            "completed",
            "2026-05-01 10:00",
        ]
        for at, one in enumerate(ones)
    ]
    head += ["How likely are you to recommend us?", "Response Type", "Submit Date (UTC)"]
    return table([head, *rows], "\t").encode("utf-16")


def _plain(answers: tuple[bool, int, int, str], yes: str = "Yes", no: str = "No") -> list[object]:
    knows, importance, satisfaction, feeling = answers
    return [yes if knows else no, importance, satisfaction, feeling]


def _dutch(answers: tuple[bool, int, int, str]) -> list[object]:
    knows, importance, satisfaction, feeling = answers
    words = ("zeer ontevreden", "ontevreden", "neutraal", "tevreden", "zeer tevreden")
    said = f"{satisfaction} – {words[satisfaction - 1]}"
    return ["Ja" if knows else "Nee", f"{importance},0", said, DUTCH[feeling]]


def _in_dutch(persona: str) -> str:
    return "it-beheerder" if persona == "IT manager" else persona.lower()
