"""What teams do to a file of responses: every answer counts rightly, or its row is told."""

import io
import sys
import zipfile
from datetime import datetime

import pytest
from xlsxwriter import Workbook

from journeybook.handbook.surveys.results import GroupKind
from tests.unit.surveys import files
from tests.unit.surveys.files import PRICE

MATTERS = f"How important is this? [{PRICE}]"
WENT = f"How satisfied are you? [{PRICE}]"
FELT = f"How did it feel? [{PRICE}]"
KNOWN = f"Do you know this? [{PRICE}]"
NPS = "Would you recommend us?"
MARKS = ("1", "2", "3", "4", "5") * 8


def rows(*cells: str, head: str = MATTERS, who: str = "CFO") -> str:
    return "\n".join((f"Role;{head}", *(f"{who};{cell}" for cell in cells), ""))


def outcome(data: str | bytes, survey: str = "a.csv", name: str = "a.csv") -> tuple[str, object]:
    """The mean of everybody with how many they are, and the codes of what is told."""
    data = data.encode() if isinstance(data, str) else data
    judged = files.judged(survey, data, name)
    result = judged.handbook.research["survey"].survey
    topics = result.topics if result else ()
    answers = [*(result.overall if result else ()), *(one for it in topics for one in it.answers)]
    told = {one.rpartition("[")[2].rstrip("]") for one in files.odd(judged)}
    figures = [one.figure for one in answers if one.group.kind is GroupKind.ALL]
    return " ".join(sorted(told)), [(one.n, one.mean) for one in figures]


PLAIN = [(40, 3.0)]
READ = {
    "titles above the headings": f"Export;2026-05-01\nBy;Marketing\n\n{rows(*MARKS)}",
    "other delimiters": rows(*MARKS).replace(";", "\t"),
    "a bar between cells": rows(*MARKS).replace(";", "|"),
    "everything in quotes": rows(*MARKS).replace(";", '","').replace("\n", '"\n"')[:-1],
    "a line that tells the delimiter": f"sep=;\n{rows(*MARKS)}",
    "ends of lines of Windows": rows(*MARKS).replace("\n", "\r\n"),
    "ends of lines of old Macs": rows(*MARKS).replace("\n", "\r"),
    "columns without a heading": rows(*MARKS).replace("\n", ";;;\n"),
    "blanks that do not break": rows(*(f"\u00a0{one} " for one in MARKS)),
    "no answer in words": rows(*MARKS, "n.v.t.", "N/A", "weet ik niet", "-", "?", ""),
    "a text that is very long": rows(*MARKS)
    .replace("\n", ';"y"\n')
    .replace('1;"y"', f'1;"{"x" * 200_000}"', 1),
    "another case of names": rows(*MARKS, who=" cFo "),
}


@pytest.mark.parametrize("what", READ)
def test_it_is_read_as_it_is_meant(what: str) -> None:
    text = READ[what]
    text = f'"{text}' if what.startswith("everything") else text
    assert outcome(text) == ("", PLAIN)


ANSWERS: dict[str, tuple[str, str, object]] = {
    "words": (rows(*["Zeer tevreden", "tevreden", "neutraal"] * 12, head=WENT), "", [(36, 4.0)]),
    "per cent": (rows(*["80%", "75 %", "100%", "0%"] * 10, head=WENT), "", [(40, 3.55)]),
    "of ten": (rows(*["8/10", "7 van de 10", "1 of 10"] * 12, head=WENT), "", [(36, 2.93)]),
    "decimals with a comma": (rows(*["3,5", "4,5", "1", "5"] * 10, head=WENT), "", [(40, 3.5)]),
    "stars": (rows(*["★★★★☆", "★★★★★", "★"] * 12, head=WENT), "", [(36, 3.33)]),
    "a real minus": (rows(*["−2", "-1", "+2", "0"] * 10, head=FELT), "", [(40, -0.25)]),
    "two feelings": (rows(*['"boos;bezorgd"', "happy, relieved"] * 9, head=FELT), "", [(18, 0.0)]),
    "yes in many words": (
        rows(*["Ja, vaak", "x", "✓", "nee", "0"] * 9, head=KNOWN),
        "",
        [(45, 0.6)],
    ),
    "labels of NPS": (rows(*["10 - zeker", "0 (nooit)", "7"] * 12, head=NPS), "", [(36, 0.0)]),
}


@pytest.mark.parametrize("what", ANSWERS)
def test_an_answer_is_understood(what: str) -> None:
    text, told, figures = ANSWERS[what]
    assert outcome(text) == (told, figures)


TOLD: dict[str, tuple[str, str, object]] = {
    "totals below": (f"{rows(*MARKS)}Totaal;3\n;Average: 3\n", "odd-survey", PLAIN),
    "empty rows": (f"{rows(*MARKS)};\n;\n", "odd-survey", PLAIN),
    "dates": (rows(*MARKS, "1-5-2026", "5-jan", "1/2"), "odd-answer", PLAIN),
    "several numbers": (rows(*MARKS, '"3, 4"'), "odd-answer", PLAIN),
    "a number no scale has": (rows(*MARKS, "9" * 400, "1e3", "inf"), "odd-answer", PLAIN),
    "faces": (rows(*["😀", "happy"] * 20, head=FELT), "odd-answer", [(20, 2.0)]),
    "off the scale of NPS": (rows(*["11", "10", "7"] * 12, head=NPS), "odd-answer", [(24, 50.0)]),
    "marks in place of NPS": (rows(*MARKS, head=NPS), "odd-survey", [(40, -100.0)]),
    "two forms in one": (rows(*MARKS, "9", "10"), "odd-survey", [(42, 2.03)]),
    "nobody known": (rows(*MARKS, who="Baas"), "odd-answer", PLAIN),
    "texts that part cells": (rows(*MARKS, "3;good; really"), "odd-survey", PLAIN),
    "a column that nobody understands": (
        rows(*(f"{one};{one}" for one in MARKS), head=f"{MATTERS};Rate it [{PRICE}]"),
        "odd-survey",
        PLAIN,
    ),
    "remarks about a touchpoint": (
        rows(*(f"{one};No {at}" for at, one in enumerate(MARKS)), head=f"{MATTERS};Why? [{PRICE}]"),
        "",
        PLAIN,
    ),
    "a heading twice": (f"{MATTERS};{MATTERS}\n" + "4;5\n" * 40, "missing-column", []),
    "no headings": (rows(*MARKS).partition("\n")[2], "unread-survey", []),
    "headings alone": (rows(), "unread-survey", []),
    "a quotation mark left open": (rows(*MARKS, '"4', '5"x'), "unread-survey", []),
    "a pointer of Git LFS": (
        f"version https://git-lfs.github.com/spec/v1\n{rows(*MARKS)}",
        "unread-survey",
        [],
    ),
    "a page of the web": ("<html><table><tr><td>x</td></tr></table></html>", "unread-survey", []),
}


@pytest.mark.parametrize("what", TOLD)
def test_it_is_told(what: str) -> None:
    text, told, figures = TOLD[what]
    assert outcome(text) == (told, figures)


def test_an_encoding_that_is_guessed_is_told() -> None:
    assert outcome(rows(*MARKS).encode("utf-16-le")) == ("odd-survey", PLAIN)


def test_a_scale_may_be_turned_round_or_stand_in_words() -> None:
    survey = (
        "{{file: a.csv, asked: [{{touchpoint: {}, satisfaction: Went}}], "
        "scales: {{satisfaction: {}}}}}"
    )
    text = rows(*["1", "1", "2"] * 12, head="Went")
    assert outcome(text, survey.format(PRICE, "5-1")) == ("", [(36, 4.67)])
    text = rows(*["slecht", "goed"] * 18, head="Went")
    words = survey.format(PRICE, "[slecht, matig, goed]")
    assert outcome(text, words) == ("", [(36, 3.0)])


def workbook(*, far: bool = False, day: bool = False) -> bytes:
    made = io.BytesIO()
    book = Workbook(made)
    book.add_worksheet("Empty")
    sheet = book.add_worksheet("Answers")
    form = book.add_format({"num_format": "d-m-yyyy"})
    sheet.write_row(2, 1, ("Role", MATTERS))
    for at, mark in enumerate(MARKS, start=3):
        sheet.write_row(at, 1, ("CFO", int(mark)))
    if day:
        sheet.write_datetime(3, 2, datetime(2026, 5, 1), form)  # noqa: DTZ001 - a day
    if far:
        sheet.write(1_048_575, 16_383, "x")
    book.close()
    return made.getvalue()


def test_a_workbook_is_read_wherever_its_answers_stand() -> None:
    assert outcome(workbook(), "a.xlsx", "a.xlsx") == ("", PLAIN)
    assert outcome(workbook(), "{file: a.csv, sheet: answers}") == ("", PLAIN)
    assert outcome(workbook(), "{file: a.xlsx, sheet: No}", "a.xlsx") == ("unread-survey", [])
    assert outcome(workbook(day=True), "a.xlsx", "a.xlsx")[0] == "odd-answer"


def test_answers_of_nought_count_in_a_workbook() -> None:
    data = files.workbook([["Role", NPS], *[["CFO", 0], ["CFO", 10]] * 10])
    assert outcome(data, "a.xlsx", "a.xlsx") == ("", [(20, 0.0)])


@pytest.mark.thorough
def test_no_workbook_takes_all_memory() -> None:
    assert outcome(workbook(far=True), "a.xlsx", "a.xlsx") == ("unread-survey", [])
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/worksheets/sheet1.xml", b"0" * 160_000_000)
    assert outcome(made.getvalue(), "a.xlsx", "a.xlsx") == ("unread-survey", [])
    assert outcome(made.getvalue()[:2_000], "a.xlsx", "a.xlsx") == ("unread-survey", [])


@pytest.mark.parametrize("data", [b"\xd0\xcf\x11\xe0 a password", b"%PDF-1.4", b"{}"])
def test_other_formats_are_told(data: bytes) -> None:
    assert outcome(data, "a.xlsx", "a.xlsx") == ("unread-survey", [])
    assert outcome(data, "a.ods", "a.ods") == ("unread-survey", [])


def test_without_the_extra_a_workbook_is_told_with_a_way_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    judged = files.judged("a.xlsx", workbook(), "a.xlsx")
    (told,) = (str(one) for one in judged.findings if one.code == "unread-survey")
    assert "pip install python-calamine, or save 'a.xlsx' as CSV" in told


def test_what_few_wrote_is_repeated_nowhere() -> None:
    text = rows(*MARKS, "jan@example.com", who="Jan Jansen")
    judged = files.judged("a.csv", text.encode(), "a.csv")
    told = " ".join(str(one) for one in judged.findings)
    assert "odd-answer" in told
    assert "jan@" not in told


@pytest.mark.parametrize("more", ["response: Id, ", ""])
def test_what_a_person_wrote_often_is_still_what_few_wrote(more: str) -> None:
    asked = (files.PRICE, files.QUOTE)
    people = [*["CFO"] * 20, *["Jan Jansen"] * 4]
    head = ["Role", *(f"How important is this? [{one}]" for one in asked), NPS]
    wide = files.table([head, *[[who, 4, 5, 9] for who in people]])
    parts = ((at, who, one) for at, who in enumerate(people) for one in asked)
    long = files.table([["Id", "Role", "Moment", "Mark"], *[[*part, 4] for part in parts]])
    mapping = f"{{file: a.csv, {more}persona: Role, touchpoint: Moment, importance: Mark}}"
    for survey, text in (("a.csv", wide), (mapping, long)):
        judged = files.judged(survey, text.encode(), "a.csv")
        told = " ".join(str(one) for one in judged.findings)
        assert "odd-answer" in told
        assert "Jan" not in told


def test_personal_data_in_what_people_wrote_is_told_by_its_row() -> None:
    text = f"Role;{NPS};Why\n" + "CFO;9;good\n" * 9 + "CFO;9;mail jan@example.com\n"
    judged = files.judged(f"{{file: a.csv, nps: '{NPS}', text: Why}}", text.encode(), "a.csv")
    (told,) = (one for one in judged.findings if one.code == "personal-data")
    assert (told.span.path, told.span.line) == ("content/research/a.csv", 11)
    assert "jan" not in str(told)


def test_a_row_that_stands_there_twice_counts_once() -> None:
    text = f"Respondent ID;{MATTERS}\n" + "".join(f"{at};{one}\n" for at, one in enumerate(MARKS))
    assert outcome(f"{text}0;1\n1;2\n") == ("", PLAIN)
    assert outcome(f"{text}0;4\n") == ("odd-survey", [(39, 3.05)])


def test_a_weight_that_is_none_leaves_its_row_out() -> None:
    text = f"Weight;{MATTERS}\n" + "".join(f"1,5;{one}\n" for one in MARKS)
    assert outcome(f"{text};5\n-1;5\nheavy;5\n") == ("odd-answer", PLAIN)
