"""A journey as slides, on its page and for PowerPoint."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest

from journeybook.pages.journeys.slides import Deck, deck_of
from journeybook.pages.parts.site import Site
from tests.unit.handbooks import judged
from tests.unit.held import hold

NUMBER = 12
"""The place of the number of a slide in a layout."""
EMU = 914_400
"""So many units of PowerPoint are an inch."""
WIDTH_OF_A_SLIDE, HALF = 960, 0.5
"""In points, and how wide a letter is for its height."""
FILES = {
    "personas/cfo.md": "---\ntitle: CFO\nquote: Show me.\n---\n",
    "phases/seek.md": "---\ntitle: Seek\norder: 1\n---\n",
    "phases/buy.md": "---\ntitle: Buy\norder: 2\n---\n",
    "channels/site.md": "# Site",
    "journeys/cfo/index.md": "---\npersona: cfo\n---\n# CFO\n",
    "journeys/cfo/buy.md": """
        ---
        title: Reads the offer
        questions: [How much?]
        emotion: {score: -1, label: worried, target: 1}
        touchpoints:
          - {title: Calls, channel: site, moment_of_truth: true, satisfaction: 2}
          - {title: Writes, channel: site}
        drop_offs: [{text: Waits, why: No price, evidence: talks}]
        ---
        ## A morning

        The *offer* is open, and [the price](../../channels/site.md) is missing.

        More of it.
        """,
    "research/talks.md": "---\nmethod: interview\ndate: 2026-01-31\n---\n# Talks\n",
}


def site(**more: str) -> Site:
    return judged({**FILES, **more}).site


def deck(made: Site) -> Deck:
    return deck_of(made.handbook.journeys["cfo"], made)


def test_a_step_is_told_on_one_slide() -> None:
    (slide,) = deck(site()).slides
    assert (slide.title, slide.phase, slide.place, slide.column) == (
        "Reads the offer",
        "Buy",
        "1 of 1",
        1,
    )
    assert slide.told == "The offer is open, and the price is missing."
    assert [(one.text, one.note) for one in slide.feelings] == [("worried −1", "should be +1")]
    (_, asks), (_, moments), (_, leaves) = slide.lists
    assert [(one.kind, one.text, one.is_gap) for one in asks] == [
        ("open", "How much?", True),
    ]
    assert [(one.text, one.note) for one in moments] == [
        ("Calls", "Site · satisfaction 2 of 5 · nothing of ours")
    ]
    assert [(one.text, one.note) for one in leaves] == [("Waits", "No price · nobody works on it")]
    assert slide.sources == "Talks"


def test_what_presses_nobody_is_told_where_nothing_presses() -> None:
    step = "---\nneeds: [{text: A price, evidence: talks}]\nexpectations: [An answer]\n"
    made = site(**{"journeys/cfo/seek.md": f"{step}touchpoints: [Reads]\n---\n"})
    heads = [[head for head, _ in slide.lists] for slide in deck(made).slides]
    assert heads == [
        ["Needs", "Touchpoints", "Expectations"],
        ["Asks", "Decisive moments", "Leaves here"],
    ]
    (empty,) = deck(site(**{"journeys/cfo/buy.md": "---\ntitle: Reads\n---\n"})).slides
    assert (empty.lists, empty.told) == ((), "Nothing is known yet.")
    (_, (need,)), *_ = deck(made).slides[0].lists
    assert (need.kind, need.text, need.note) == ("one-source", "A price", "one source")


def test_phases_without_a_step_keep_their_place_under_the_curve() -> None:
    made = deck(site())
    assert made.phases == (("Seek", 1), ("Buy", 1))
    assert len(made.curve.columns) == 2


def test_the_last_slide_asks_for_three_pieces_at_most() -> None:
    (first, *others) = deck(site()).next
    assert first[0].text
    assert len(others) <= 2


def test_powerpoint_has_the_same_slides() -> None:
    pptx = pytest.importorskip("pptx")
    from journeybook.exports.office.slides import write_slides  # noqa: PLC0415 - an extra

    made = site()
    data = write_slides(made)
    assert data == write_slides(made)
    show = pptx.Presentation(BytesIO(data))
    assert [slide.shapes.title.text_frame.text for slide in show.slides] == [
        deck(made).title,
        "Reads the offer",
        "What to write next",
    ]
    words = " ".join(
        shape.text_frame.text for shape in show.slides[1].shapes if shape.has_text_frame
    )
    for told in ("worried −1", "How much?", "Calls", "Waits", "The offer is open"):
        assert told in words
    assert "Talks" in show.slides[1].notes_slide.notes_text_frame.text
    assert show.core_properties.created.date() == made.handbook.today


def test_what_finds_no_room_on_a_slide_is_in_its_notes() -> None:
    pptx = pytest.importorskip("pptx")
    from journeybook.exports.office.slides import write_slides  # noqa: PLC0415 - an extra

    many = [
        f"What is part {number} of the whole long offer that we read here?" for number in range(30)
    ]
    step = f"---\ntitle: Reads\nquestions: {many}\n---\n"
    show = pptx.Presentation(BytesIO(write_slides(site(**{"journeys/cfo/buy.md": step}))))
    slide = show.slides[1]
    seen = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    noted = slide.notes_slide.notes_text_frame.text
    assert all((one in seen) != (one in noted) for one in many)
    assert many[-1] in noted
    assert f"and {sum(one in noted for one in many)} more" in seen


def test_the_lines_of_several_personas_are_told_apart() -> None:
    pptx = pytest.importorskip("pptx")
    from journeybook.exports.office.slides import write_slides  # noqa: PLC0415 - an extra

    felt = "emotion: [{persona: cfo, score: -1}, {persona: cto, score: 2}]"
    step = f"---\ntitle: Reads\n{felt}\n---\n"
    more = {
        "personas/cto.md": "---\ntitle: CTO\n---\n",
        "journeys/cfo/index.md": "---\ntitle: Both\npersonas: [cfo, cto]\n---\n",
        **{f"journeys/cfo/{phase}.md": step for phase in ("seek", "buy")},
    }
    show = pptx.Presentation(BytesIO(write_slides(site(**more))))
    for slide in show.slides:
        shapes = list(_drawn(slide.shapes))
        lines = [one.line for one in shapes if one.name.startswith("Freeform")]
        if lines:
            assert len({str(one.color.rgb) for one in lines}) == len(lines) == 2
            assert len({one.dash_style for one in lines}) == 2
            runs = [
                run for one in shapes for text in one.text_frame.paragraphs for run in text.runs
            ]
            colours = {
                run.text[-3:]: str(run.font.color.rgb) for run in runs if run.text[:1] in "—–"
            }
            assert colours == {"CFO": str(lines[0].color.rgb), "CTO": str(lines[1].color.rgb)}
            low = max(one.top + one.height for one in shapes)
            assert low <= show.slide_height
    assert sum(one.name.startswith("Freeform") for one in _drawn(show.slides[1].shapes)) == 2


def test_a_slide_is_told_to_who_hears_it_and_in_its_language() -> None:
    pptx = pytest.importorskip("pptx")
    from journeybook.exports.office.slides import write_slides  # noqa: PLC0415 - an extra

    made = site(**{"site_config/journeybook.yml": "language: nl\n"})
    show = pptx.Presentation(BytesIO(write_slides(made)))
    curve = next(shape for shape in show.slides[1].shapes if hasattr(shape, "shapes"))
    (told,) = curve.element.xpath("./p:nvGrpSpPr/p:cNvPr/@descr")
    assert told == deck(made).curve.description
    notes = [slide.notes_slide for slide in show.slides if slide.has_notes_slide]
    assert notes
    runs = [run for one in (*show.slides, *notes) for run in one.element.xpath(".//a:r")]
    assert {str(one) for run in runs for one in run.xpath("./a:rPr/@lang")} == {"nl"}
    assert all(run.xpath("./a:rPr/@lang") for run in runs)
    assert (show.core_properties.language, show.core_properties.comments) == ("nl", "")


def test_nothing_runs_into_what_stands_beside_it() -> None:
    pptx = pytest.importorskip("pptx")
    from journeybook.exports.office.slides import write_slides  # noqa: PLC0415 - an extra

    long = "A sentence that goes on because whoever wrote it did not find where to end it "
    title, name, question = (long * 3).strip(), f"The {long * 3}".strip(), f"{long * 20}?"
    step = f"---\ntitle: {title}\nquestions: [Short?]\ndrop_offs: ['{question}']\n---\n"
    more = {
        "journeys/cfo/buy.md": step,
        "personas/cfo.md": f"---\ntitle: {name}\n---\n",
        **{f"phases/{at}.md": f"---\ntitle: Procurement {at}\n---\n" for at in range(12)},
    }
    show = pptx.Presentation(BytesIO(write_slides(site(**more))))
    slide = show.slides[1]
    boxes = [[*shape.text_frame.paragraphs] for shape in slide.shapes if shape.has_text_frame]
    heading, crumbs, number, right, *names = boxes
    assert [one.text for one in number] == ["2"]
    assert title.startswith(heading[0].text.removesuffix("…"))
    assert name.startswith(crumbs[0].text.removesuffix("…"))
    assert heading[0].text[-1] == crumbs[0].text[-1] == "…"
    # What names a list in which nothing found room goes with it, and is told of.
    assert [one.text.splitlines()[0] for one in right] == ["Asks", "○ Short?", "and 1 more"]
    noted = slide.notes_slide.notes_text_frame.text
    assert all(one in noted for one in (title, name, question))
    (size,) = {one.runs[0].font.size.pt for box in names for one in box}
    assert len("Procurement") * size < WIDTH_OF_A_SLIDE / 14 / HALF
    # Where nothing else would be seen, the beginning is.
    alone = {**more, "journeys/cfo/buy.md": f"---\ntitle: Reads\nquestions: ['{question}']\n---\n"}
    show = pptx.Presentation(BytesIO(write_slides(site(**alone))))
    seen = [shape.text_frame.text for shape in show.slides[1].shapes if shape.has_text_frame]
    (asks,) = (text for text in seen if text.startswith("Asks"))
    assert asks.endswith("…")
    beginning = asks.partition("○ ")[2].removesuffix("…")
    assert question.startswith(beginning)
    assert len(beginning) > len(long) * 2, "the beginning fills its box, and not a line alone"


def test_every_slide_has_a_number_that_counts_anew() -> None:
    pptx = pytest.importorskip("pptx")
    from journeybook.exports.office.slides import write_slides  # noqa: PLC0415 - an extra

    show = pptx.Presentation(BytesIO(write_slides(site())))
    numbers = [
        [one for one in slide.placeholders if one.placeholder_format.idx == NUMBER]
        for slide in show.slides
    ]
    assert [[one.text_frame.text for one in each] for each in numbers] == [["1"], ["2"], ["3"]]
    assert all('type="slidenum"' in one.element.xml for (one,) in numbers)


def test_what_people_add_finds_its_place_on_a_wide_slide() -> None:
    pptx = pytest.importorskip("pptx")
    from journeybook.exports.office.slides import write_slides  # noqa: PLC0415 - an extra

    show = pptx.Presentation(BytesIO(write_slides(site())))
    added = show.slides.add_slide(show.slide_layouts[1]).shapes.title
    assert added.left + added.width / 2 == pytest.approx(show.slide_width / 2, rel=0.01)


def test_all_stands_on_the_slides_where_it_can_be_read() -> None:
    pptx = pytest.importorskip("pptx")
    from journeybook.exports.office.slides import write_slides  # noqa: PLC0415 - an extra

    step = "---\ntitle: {}\nemotion: {}\n---\n"
    more = {
        "journeys/cfo/seek.md": step.format("Seeks", "2"),
        "journeys/cfo/buy/use.md": step.format("Uses", "torn"),
        "phases/buy/use.md": "---\ntitle: Use\norder: 3\n---\n",
        "phases/stay.md": "---\ntitle: Stay\norder: 4\n---\n",
        "journeys/cfo/stay.md": step.format("Stays", f"1\nquestions: {['What is it?' * 30] * 3}"),
    }
    show = pptx.Presentation(BytesIO(write_slides(site(**more))))
    hold("slides", [line for slide in show.slides for line in _seen_on(slide)])


def _drawn(shapes: Any) -> Iterator[Any]:  # noqa: ANN401 - of a library without types
    for shape in shapes:
        yield from _drawn(shape.shapes) if hasattr(shape, "shapes") else (shape,)


def _seen_on(slide: Any) -> Iterator[str]:  # noqa: ANN401 - of a library without types
    yield "== slide"
    for shape in _drawn(slide.shapes):
        place = (round(one / EMU, 3) for one in (shape.left, shape.top, shape.width, shape.height))
        kind = shape.name.rstrip("0123456789 ")
        filled = shape.fill.fore_color.rgb if shape.name.startswith("Oval") else ""
        line = f"{shape.line.color.rgb} {shape.line.width.pt}" if kind == "Freeform" else ""
        yield " ".join(filter(None, (kind, *map(str, place), str(filled), line)))
        for paragraph in shape.text_frame.paragraphs:
            space = f"{paragraph.space_after.pt:g}" if paragraph.space_after is not None else ""
            for run in paragraph.runs:
                font = run.font
                told = (f"{font.size.pt:g}", "bold" if font.bold else "", str(font.color.rgb))
                yield " ".join(filter(None, ("   ", *told, f"+{space}", run.text)))


def test_arabic_and_hebrew_run_to_the_left() -> None:
    pptx = pytest.importorskip("pptx")
    from journeybook.exports.office.slides import write_slides  # noqa: PLC0415 - an extra

    more = {
        "journeys/cfo/buy.md": "---\ntitle: קורא את ההצעה\nneeds: ['2 أسعار', Price سعر]\n---\n"
    }
    show = pptx.Presentation(BytesIO(write_slides(site(**more))))
    ways = {
        one.runs[0].text: (one._p.pPr.get("rtl"), one._p.pPr.get("algn"))  # noqa: SLF001
        for slide in show.slides
        for shape in slide.shapes
        if shape.has_text_frame
        for one in shape.text_frame.paragraphs
        if one.runs
    }
    assert ways["קורא את ההצעה"] == ("1", "r")
    assert ways["2 أسعار"] == ("1", "r")
    assert ways["Price سعر"] == (None, "l")
