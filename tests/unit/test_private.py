"""What is private counts, and nothing that is written for others holds a word of it."""

from dataclasses import replace
from datetime import date

from journeybook.exports.formats import site_files
from journeybook.pages.briefs.brief import can_be_briefed, make_brief
from journeybook.pipeline import read_handbook
from journeybook.rendering import Compilation
from tests.compiling import compile_handbook
from tests.unit.handbooks import SETTINGS, TODAY, judged

SHOWN = {
    "personas/buyer.md": "# Buyer\n",
    "phases/awareness.md": "---\norder: 1\nexpects: {types: [blog]}\n---\n# Awareness\n",
    "phases/choice.md": "---\norder: 2\n---\n# Choice\n",
    "journeys/buyer/index.md": "---\npersonas: buyer\n---\n# Buyer\n",
    "journeys/buyer/awareness.md": """\
        ---
        questions: [{text: What does it cost?, id: price, evidence: [xandia-talks]}]
        touchpoints: [{title: Looks, assets: xandia-plan, importance: 5}]
        needs: [Rest, Speed]
        ---
        """,
    "guide/start.md": "[For all](../assets/shared.pdf)\n",
    "assets/shared.pdf": "",
    "research/open.md": "---\nsurvey: answers.csv\n---\n# The survey\n",
    "research/answers.csv": "",
}
PRIVATE = {
    "assets/xandia-plan.md": """\
        ---
        private: yes
        type: xandia
        status: published
        published: 2026-11-01
        owner: Board of Xandia
        answers: [Will Xandia pay?]
        personas: [buyer, xandia]
        phases: [awareness, choice]
        ---
        # The Xandia plan

        ![Pie](<pie chart.png>) [Shared](shared.pdf) [Paper](../research/paper.pdf#page=2)
        [Answers](../research/answers.csv)
        <img src="logo%20x.svg"> [Far](https://example.com/far.pdf)

        [then]: deal.xlsx
        """,
    "assets/pie chart.png": "",
    "assets/logo x.svg": "",
    "assets/deal.xlsx": "",
    "research/paper.pdf": "",
    "research/xandia-talks.md": """\
        ---
        private: true
        date: 2026-10-01
        personas: buyer
        findings: [{text: Xandia wants to leave, supports: Rest, contradicts: [Speed]}]
        ---
        # Xandia speaks
        """,
    "actions/xandia.md": """\
        ---
        private: true
        kind: xandia takeover
        journey: buyer
        phase: awareness
        touchpoint: [Xandia call, Looks]
        expectations: [Xandia pays]
        status: done
        done: 2026-11-01
        owner: Xandia boss
        kpi: {name: Xandia, readings: sold.csv}
        lesson: Xandia
        ---
        # Xandia!
        """,
    "actions/sold.csv": "date,value\n2026-10-01,77123\nXandia\n",
}


def compiled(files: dict[str, str]) -> Compilation:
    """Compile a handbook for a site that hides what is private."""
    sources = judged(files).reading.files.values()
    today = date(2026, 11, 21)
    return compile_handbook(sources, replace(SETTINGS, hides=True), today)


def test_it_counts_as_if_it_was_shown() -> None:
    book = judged({**SHOWN, **PRIVATE})
    hiding = read_handbook(book.reading.files.values(), replace(SETTINGS, hides=True), TODAY)
    told = [
        {
            (one.code, one.severity, one.subject, one.persona, one.phases)
            for one in made.site.gaps
            if one.span.path.removeprefix("content/") in SHOWN
        }
        for made in (book, hiding)
    ]
    assert told[0] == told[1]
    assert told[0]


def test_no_page_and_no_data_holds_a_word_of_it() -> None:
    made = compiled({**SHOWN, **PRIVATE})
    texts = {page.uri: f"{page!r}" for page in made.pages}
    texts |= {name: f"{data!r}" for name, data in site_files(made).items()}
    assert len(texts) > len(SHOWN)
    told = {
        name
        for name, text in texts.items()
        if any(secret in f"{name}{text}".casefold() for secret in ("xandia", "77123", "boss"))
    }
    assert told == set()


def test_the_files_that_it_alone_leads_to_go_with_it() -> None:
    made = compiled({**SHOWN, **PRIVATE})
    covered = {path for one in made.documents.values() for path in one.covers}
    beside = {f"content/{path}" for path in PRIVATE}
    assert covered == beside


def test_its_waivers_fit_and_tell_nobody_why() -> None:
    gaps = [one for one in judged(PRIVATE).site.gaps if "xandia" in one.span.path]
    said = "".join(
        f"- {{fingerprint: {one.fingerprint}, reason: Xandia, by: boss}}\n" for one in gaps
    )
    made = compiled({**PRIVATE, "site_config/waivers.yml": said})
    assert gaps
    assert not [one for one in made.findings if one.span.path == "site_config/waivers.yml"]
    assert not [one for one in made.site.findings if one.span.path == "site_config/waivers.yml"]


def test_a_brief_copies_nothing_of_it() -> None:
    book = judged({**SHOWN, **PRIVATE})
    entries = [one for one in book.site.ledger.entries if can_be_briefed(one, book.site)]
    briefs = [make_brief(one, book.site).text for one in entries]
    assert any("What does it cost?" in text for text in briefs)
    assert not [text for text in briefs if "andia" in text]
