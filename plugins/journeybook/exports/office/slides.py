"""The journeys as slides of PowerPoint, with text and drawings that can be edited."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from pptx.oxml.ns import qn
from pptx.oxml.text import CT_TextParagraph
from pptx.presentation import Presentation as Show

from journeybook.exports.office.direction import runs_to_the_left
from journeybook.exports.office.packed import made_on, same_each_time
from journeybook.exports.office.slide_curve import draw_curve
from journeybook.exports.office.slide_shapes import (
    BODY,
    INK,
    QUIET,
    TONES,
    Paragraph,
    new_sheet,
    new_show,
    tell_speaker,
    write_texts,
)
from journeybook.pages.journeys.journey_minute import sentence_words
from journeybook.pages.journeys.slides import Deck, Line, Slide, deck_of
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.words.states import SIGNS


def write_slides(site: Site) -> bytes:
    """Write the slides of every journey: its first, one per step, and what to write."""
    show = new_show()
    properties = show.core_properties
    properties.title, properties.author = site.wording.text("Journey handbook"), ""
    properties.last_modified_by = properties.comments = ""
    properties.language = site.wording.language
    properties.created = properties.modified = made_on(site.handbook.today)
    for journey in site.handbook.journeys.values():
        _Writer(show=show, site=site, deck=deck_of(journey, site)).write()
    _say_language(show, site.wording.language)
    data = BytesIO()
    show.save(data)
    return same_each_time(data)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Writer:
    # One journey being written.
    show: Show
    site: Site
    deck: Deck

    def write(self) -> None:
        self._first()
        for slide in self.deck.slides:
            self._step(slide)
        if self.deck.next:
            self._last()

    def _first(self) -> None:
        sheet = new_sheet(self.show, "", self.deck.title)
        people = [one for card in self.deck.people for one in _who(card.quote, card.link.text)]
        write_texts(sheet, "left", people)
        said = [
            Paragraph(text=f"{SIGNS.get(one.kind, '')} {sentence_words(one)}".strip(), size=20)
            for one in self.deck.sentences
        ]
        if self.deck.onward:
            said.append(Paragraph(text=self.deck.onward, size=20))
        write_texts(sheet, "right", said)
        draw_curve(sheet, self.deck.curve, self.deck.phases, None)

    def _step(self, slide: Slide) -> None:
        people = self.site.wording.both(card.link.text for card in self.deck.people)
        crumbs = " · ".join(part for part in (people, slide.phase, slide.place) if part)
        sheet = new_sheet(self.show, crumbs, slide.title)
        felt = [
            Paragraph(
                text=" ".join(part for part in (SIGNS[one.kind], one.text) if part),
                note=one.note,
                size=24,
                bold=True,
                colour=TONES[one.kind == "pain"] if one.kind != "neutral" else INK,
            )
            for one in slide.feelings
        ]
        write_texts(sheet, "left", [*felt, *([Paragraph(text=slide.told)] if slide.told else [])])
        write_texts(sheet, "right", list(self._right(slide)), self.site.wording.and_more)
        draw_curve(sheet, self.deck.curve, self.deck.phases, slide.column)
        if slide.sources:
            shown = self.site.wording.text("Shown by: {research}", research=slide.sources)
            tell_speaker(sheet, [shown])

    def _right(self, slide: Slide) -> Iterator[Paragraph]:
        for head, lines in slide.lists:
            yield Paragraph(text=head, size=BODY - 2, bold=True, colour=QUIET, is_head=True)
            yield from (_line(one) for one in lines)

    def _last(self) -> None:
        say = self.site.wording.text
        sheet = new_sheet(self.show, self.deck.title, say("What to write next"))
        items = [
            Paragraph(text=f"{number}. {link.text}", note=why, size=24, bold=True)
            for number, (link, why) in enumerate(self.deck.next, start=1)
        ]
        write_texts(sheet, "whole", items)


def _say_language(show: Show, language: str) -> None:
    # So that what checks the spelling, or reads aloud, knows it, and each text begins on its side.
    for slide in show.slides:
        for sheet in (slide, *([slide.notes_slide] if slide.has_notes_slide else ())):
            for run in sheet.element.iter(qn("a:r")):
                run.get_or_add_rPr().set("lang", language)
            for number in sheet.element.iter(qn("a:fld")):
                number.find(qn("a:rPr")).set("lang", language)
            for paragraph in sheet.element.iter(qn("a:p")):
                if runs_to_the_left("".join(run.text for run in paragraph.r_lst)):
                    _turn(paragraph)


def _turn(paragraph: CT_TextParagraph) -> None:
    said = paragraph.get_or_add_pPr()
    said.set("rtl", "1")
    if said.get("algn", "l") == "l":
        said.set("algn", "r")


def _who(quote: str, name: str) -> Iterator[Paragraph]:
    if quote:
        yield Paragraph(text=f"“{quote}”", size=24)
    yield Paragraph(text=name, colour=QUIET)


def _line(one: Line) -> Paragraph:
    return Paragraph(
        text=f"{SIGNS.get(one.kind, '')} {one.text}".strip(),
        note=one.note,
        colour=TONES[True] if one.is_gap else INK,
    )
