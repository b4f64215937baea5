"""A brief is taken along: as a file, for Word and by mail."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from urllib.parse import parse_qs, urlsplit
from zipfile import ZipFile

import pytest

from journeybook.gaps.ledger import Entry
from journeybook.pages.briefs.brief import Brief
from journeybook.pages.briefs.mail import mail_of
from journeybook.pages.gaps.brief_page import make_brief_page
from journeybook.pages.parts.shape import Shape
from journeybook.pages.parts.site import Site
from journeybook.wording import Wording
from tests.unit.gaps.cold_store import gaps_site


def _first(site: Site) -> Entry:
    return next(one for one in site.ledger.entries if one.finding.fingerprint in site.briefed)


@pytest.mark.parametrize(
    ("shape", "endings"),
    [
        (Shape(), ["md"]),
        (Shape(for_word=True), ["md", "docx"]),
        (Shape(for_word=True, data=False), []),
    ],
)
def test_the_page_offers_the_files_that_are_there(shape: Shape, endings: list[str]) -> None:
    site = replace(gaps_site(), shape=shape)
    files = make_brief_page(_first(site), site).files
    assert [one.name.rpartition(".")[2] for one in files] == endings


def test_a_document_says_what_the_page_says() -> None:
    docx = pytest.importorskip("docx")
    from journeybook.exports.office.brief_document import write_brief  # noqa: PLC0415 - an extra

    site = gaps_site()
    entry = _first(site)
    view, data = make_brief_page(entry, site), write_brief(entry, site)
    assert data == write_brief(entry, site)
    paper = docx.Document(BytesIO(data))
    by_style: dict[str, list[str]] = {}
    for one in paper.paragraphs:
        by_style.setdefault(one.style.name, []).append(one.text)
    assert by_style["Title"] == [view.title]
    assert by_style["Heading 1"] == [part.title for part in view.parts]
    points = [point for part in view.parts for point in part.points]
    assert len(by_style["List Bullet"]) == len(points)
    for text, point in zip(by_style["List Bullet"], points, strict=True):
        assert text.startswith(point.text)
        assert text.endswith(point.note)
    facts = {row.cells[0].text: row.cells[1].text for row in paper.tables[0].rows}
    assert facts["Owner"] == next(one.text for one in view.facts if one.label == "Owner")


def test_a_document_is_on_the_paper_and_in_the_language_of_its_readers() -> None:
    pytest.importorskip("docx")
    from journeybook.exports.office.paper import document, line, table  # noqa: PLC0415 - an extra

    body = [line("Een brief", "Title"), table([("Eigenaar", "Team"), ("Wanneer", "Morgen")])]
    with ZipFile(BytesIO(document("Een brief", "nl", date(2026, 3, 1), body))) as package:
        text, styles = (package.read(f"word/{one}.xml").decode() for one in ("document", "styles"))
        made = package.read("docProps/core.xml").decode()
    width, height = (
        round(int(one) / 56.7) for one in re.findall(r'<w:pgSz w:w="(\d+)" w:h="(\d+)', text)[0]
    )
    assert (width, height) == (210, 297)
    assert re.findall(r'<w:lang w:val="([^"]*)"', styles) == ["nl"]
    quoted = styles.partition('w:styleId="IntenseQuote"')[2].partition("</w:style>")[0]
    assert re.findall(r'<w:color w:val="(\w+)"/>', quoted) == ["365F91"]
    assert re.findall(r">(2026-[^<]*)", made) == ["2026-03-01T10:00:00Z"] * 2
    # A table stays on one page, its labels narrow and told apart.
    margins = sum(map(int, re.findall(r'w:(?:left|right)="(\d+)"', text)))
    label, words = map(int, re.findall(r'<w:gridCol w:w="(\d+)"', text))
    assert label < words
    assert label + words == pytest.approx(
        int(re.findall(r'w:w="(\d+)" w:h=', text)[0]) - margins, abs=9
    )
    assert text.count("<w:cantSplit/>") * 2 == text.count("<w:keepNext/>") == 4
    assert text.count("<w:b/>") == 2


def _letter(text: str, title: str = "Costs & fees") -> tuple[int, str, str]:
    href = mail_of(Brief(title=title, path="a.md", text=f"---\na: 1\n---\n\n{text}\n"), Wording())
    fields = parse_qs(urlsplit(href).query)
    return len(href), fields["subject"][0], fields["body"][0]


def test_a_letter_holds_the_brief() -> None:
    _, subject, body = _letter("100 % of it + more\n\n- ünd so")
    assert subject == "Costs & fees"
    assert body == "# Costs & fees\r\n\r\n100 % of it + more\r\n\r\n- ünd so\r\n"


@pytest.mark.parametrize("title", ["Costs", "€ \N{SNOWMAN}" * 400])
def test_a_letter_that_would_be_too_long_is_cut_and_says_so(title: str) -> None:
    length, subject, body = _letter("- a point of many\n" * 200, title)
    assert length <= 1900
    assert subject.startswith(title[:50])
    assert body.endswith(
        "[Cut off here: a letter takes no more. The handbook has the whole brief.]"
    )


def test_arabic_and_hebrew_run_to_the_left_in_a_document() -> None:
    pytest.importorskip("docx")
    from journeybook.exports.office.paper import line, table  # noqa: PLC0415 - an extra

    begin = '<w:p><w:pPr><w:pStyle w:val="Title"/><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr><w:t'
    assert line("“שלום” Price", "Title").startswith(begin)
    assert "<w:bidi/>" not in line("Price שלום")
    cell = "<w:pPr><w:keepNext/><w:bidi/></w:pPr><w:r><w:rPr><w:b/><w:bCs/><w:rtl/></w:rPr>"
    assert cell in table([("سعر", "1")])


def test_a_subject_of_a_hundred_signs_is_whole_and_a_longer_one_is_cut() -> None:
    whole = "What does it cost? " * 5 + "Costs"
    assert len(whole) == 100
    assert [_letter("Why", title)[1] for title in (whole, f"{whole}?")] == [whole, f"{whole}…"]
