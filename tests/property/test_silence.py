"""Silence never looks better: who writes less never gets a better score, verdict or order.

Handbooks are made by chance; then one of the five parts of a step is emptied, or a step, a journey,
a rating, a piece of evidence or an asset is taken away. Read the other way round, the same says
that adding a true answer makes nothing worse. A count is no score: taking away one single question
may raise it, and the review tells that as a loss.
"""

import ast
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from journeybook.compare.change import Tone
from journeybook.compare.comparison import compare
from journeybook.counts.within import Within
from journeybook.handbook.entities import Phase
from journeybook.handbook.index.coverage_facts import places_of
from journeybook.handbook.index.matrix_facts import cells_by_persona
from journeybook.handbook.index.scores import all_places
from journeybook.history.history import measured
from journeybook.history.points import Moment
from journeybook.pages.coverage.coverage import make_coverage_page
from journeybook.pages.coverage.coverage_journey import make_journey_coverage
from journeybook.pages.entities.persona_page import make_persona_page
from journeybook.pages.gaps.checks import checks
from journeybook.pages.gaps.overview import make_overview
from journeybook.pages.home.draw import home_view
from journeybook.pages.home.scorecard import verdict
from journeybook.pages.journeys.journey import journey_view
from journeybook.pages.journeys.journeys_overview import journeys_overview
from journeybook.pages.parts.ways.links import Here
from journeybook.pipeline import Judged
from tests.recount.random_handbooks import Rows, random_rows, written
from tests.unit.handbooks import judged
from tests.unit.messages import PACKAGE

Score = tuple[tuple[str, ...], float | None]
Standing = dict[tuple[str, ...], float]
"""Everything that is a score or a verdict, by where it stands; more is better."""

Silence = Callable[[Rows], None]
PARTS = (
    ("needs", "questions"), ("emotion",), ("touchpoints",), ("expectations",), ("drop_offs",),
)  # fmt: skip
RATINGS = ("importance", "satisfaction", "emotion")
KINDS = ("unasked", "unused", "missing", "thin", "served")


def silences(rows: Rows) -> list[Silence]:
    """Every way to say less."""
    found: list[Silence] = []
    for path, row in rows.items():
        folder, _, name = path.partition("/")
        if folder == "assets" or (folder == "journeys" and not name.endswith("/index")):
            found.append(partial(without_file, path=path))
        if folder == "journeys" and name.endswith("/index"):
            found.append(partial(without_journey, index=path))
        elif folder == "journeys":
            found.extend(inside_a_step(path, row))
    return found


def demanding(rows: Rows) -> Rows:
    """Let every phase expect something of everything, and some content ask for something."""
    for path, row in rows.items():
        if path.startswith("phases/"):
            more = {"assets": 2, "formats": 2, "types": ["faq", "blog-post"], "cta": "required"}
            row["expects"] = {**more, **row.get("expects", {})}
        if path in {"assets/asset-0", "assets/asset-2"}:
            row["cta"] = "Talk to us"
    return rows


def without_file(less: Rows, path: str) -> None:
    less.pop(path)


def without_journey(less: Rows, index: str) -> None:
    for path in [one for one in less if one.startswith(index.removesuffix("index"))]:
        less.pop(path)


def inside_a_step(path: str, row: dict[str, Any]) -> Iterator[Silence]:
    for keys in PARTS:
        yield partial(without_part, path=path, keys=keys)
        yield partial(with_placeholder, path=path, keys=keys)
        for key in keys:
            for at, said in enumerate(row[key] if isinstance(row.get(key), list) else ()):
                for name in ("evidence", *RATINGS):
                    if name in said:
                        yield partial(without_key, path=path, where=(key, at), name=name)


def without_part(less: Rows, path: str, keys: tuple[str, ...]) -> None:
    for key in keys:
        less[path].pop(key, None)


def with_placeholder(less: Rows, path: str, keys: tuple[str, ...]) -> None:
    for key in keys:
        less[path][key] = "tbd"


def without_key(less: Rows, path: str, where: tuple[str, int], name: str) -> None:
    key, at = where
    less[path][key][at].pop(name)


def read(rows: Rows) -> Judged:
    return judged({f"{path}.md": written(row) for path, row in rows.items()})


def standing(one: Judged) -> Standing:
    """Everything that a reader may take for a score or a verdict."""
    found: Standing = {}
    for key, value in (*_scores(one), *_verdicts(one)):
        found[key] = -1 if value is None else value
    return found


def _scores(one: Judged) -> Iterator[Score]:
    book = one.handbook
    for measure in measured(Moment(commit="", day=date(2026, 11, 21)), one).measures:
        for name, value in measure.scores.items():
            yield ("history", measure.scope, measure.id, name), value
    for persona, phase in all_places(book):
        scores = one.site.counts.scores(Within(persona=persona, phase=phase))
        for name in ("answered", "researched", "positive"):
            yield ("place", persona or "", phase, name), getattr(scores, name).value
    for persona, phase in all_places(book):
        yield ("asked", persona or "", phase), book.asked.of([(persona, phase)]).part
    yield ("asked",), book.asked.among().part


def counts_alone(one: Judged) -> None:
    """A figure is a count, and its bar draws that count: neither says that anything is well."""
    site, book = one.site, one.handbook
    figures = [
        *home_view(site).figures,
        *make_coverage_page(site, places_of(book)).figures,
        *(figure for card in journeys_overview(site).cards for _, figure in card.scores),
    ]
    for journey in book.journeys.values():
        figures += journey_view(journey, site).scores
        figures += make_journey_coverage(site, journey).figures
    for persona in book.personas.values():
        for card in make_persona_page(site, cells_by_persona(book), persona).journeys:
            figures += card.figures
    assert "ok" not in {figure.tone for figure in figures}
    for figure in figures:
        if figure.share is not None:
            ((part, whole),) = re.findall(r"(\d+)/(\d+)", figure.attributes)
            assert figure.share == int(part) / int(whole)


def _verdicts(one: Judged) -> Iterator[tuple[tuple[str, ...], float]]:
    site, book = one.site, one.handbook
    several = {
        (persona, phase)
        for phase, steps in book.steps_by_phase.items()
        for persona in book.personas
        if sum(persona in step.personas for _, step in steps) > 1
    }
    overview = journeys_overview(site)
    for row, persona in zip(overview.rows, book.personas, strict=True):
        for cell, phase in zip(row.cells, book.phases, strict=True):
            # Where several steps tell of a place, its cell counts: all of so many answered.
            if (persona, phase) not in several:
                kind = max(KINDS.index(cell.kind), KINDS.index("unused"))
                yield ("overview", persona, phase), kind
    here = Here(site=site, uri="index.md")
    for persona in book.personas:
        yield ("verdict", persona), verdict(here, persona)
    for persona, expecting in product(book.personas, book.phases.values()):
        for name, mark in _demands(persona, expecting, here):
            yield ("demand", persona, expecting.id, name), MARKS.index(mark)
    kinds = {cell.kind for gaps in make_overview(site).rows for cell in gaps.cells}
    assert "served" not in kinds
    if book.asked.among().left:
        told = (home_view(site).nothing, make_overview(site).description)
        assert not {"No open gaps.", "Nothing is missing here."} & set(told)


def _demands(persona: str, phase: Phase, here: Here) -> Iterator[tuple[str, str]]:
    """Whether each demand of a phase is met; fewer forms are better where a phase wants none."""
    for check in checks(persona, phase, here):
        if found := next((name for words, name in DEMANDS.items() if words in check.words), None):
            yield found, check.mark


MARKS = ("open", "filling", "answered")
DEMANDS = {
    "served": "places",
    "nobody told": "places",
    "within reach": "assets",
    "format": "formats",
    "every expected type": "types",
    "missing: ": "types",
    "call to action": "cta",
}
"""Which demand of a phase is told, by what stands in its words."""

SHOWN = {
    "history/points.py: Measure.scores": "the trend: `_scores`",
    "pages/parts/words/states.py: Figure.share": "draws a count: `counts_alone`",
    "pages/parts/words/states.py: Figure.tone": "marks a count, never praises: `counts_alone`",
    "pages/parts/answered.py: Asked.share": "draws a count",
    "pages/journeys/journeys_overview.py: JourneyCard.scores": "the cards: `counts_alone`",
    "pages/journeys/journeys_overview.py: JourneyCard.gaps_tone": "marks a count, never praises",
    "pages/journeys/journey_glance.py: Point.tone": "marks what is open, never praises",
    "pages/journeys/journey.py: JourneyView.scores": "figures of a journey: `counts_alone`",
    "pages/journeys/journey.py: JourneyView.share": "links to share the page with others",
    "pages/home/scorecard.py: Score.tone": "the verdict on a persona: `_verdicts`",
    "pages/home/since.py: Difference.tone": "the score of the trend: `_scores`",
    "pages/gaps/standing.py: Stretch.tone": "the parts of a bar of counts",
    "pages/gaps/owner.py: Appointment.tone": "a day that is near or past",
    "pages/parts/entity_parts.py: Fact.tone": "a day that is past, or what needs care",
    "history/portfolio.py: Standing.share": "draws a count",
    "compare/change.py: Change.tone": "one change, not a standing",
    "compare/comparison.py: Standing.scores": "what counts are made of",
    "compare/summary/report.py: Report.scores": "counts that praise nothing",
    "compare/summary/lines.py: Line.tone": "one change, not a standing",
    "rules/gaps/places/top_heavy_mix.py: Parameters.share": "a setting",
    "handbook/surveys/results.py: SurveyShare.share": "what people answered",
    "compare/summary/passages.py: Passage.tone": "better where the offer changed: tests/review",
    "fixes/words_index.py: Likeness.share": "how alike two texts are",
    "fixes/offers.py: Offer.share": "how alike two texts are",
    "pages/actions/calendar.py: LoadCell.tone": "work that is planned against what can be done",
}
"""Every field that could show a score or a verdict, and how it is kept honest."""


def test_no_score_is_forgotten() -> None:
    names = {"share", "scores", "tone", "gaps_tone"}
    found = {
        f"{path.relative_to(PACKAGE).as_posix()}: {owner.name}.{field.target.id}"
        for path in sorted(Path(PACKAGE).rglob("*.py"))
        for owner in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(owner, ast.ClassDef)
        for field in owner.body
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if field.target.id in names
    }
    assert found == set(SHOWN)


@settings(max_examples=60, deadline=None)
@given(number=st.integers(0, 100_000), data=st.data())
def test_silence_never_looks_better(number: int, data: st.DataObject) -> None:
    rows = demanding(random_rows(number))
    less = deepcopy(rows)
    data.draw(st.sampled_from(silences(rows)))(less)
    more, silent = read(rows), read(less)
    counts_alone(silent)
    before, after = standing(more), standing(silent)
    better = {
        key: (before[key], after[key])
        for key in before.keys() & after.keys()
        if after[key] > before[key] + 1e-9
    }
    assert better == {}
    praised = [one for one in compare(more, silent).changes if one.tone is Tone.BETTER]
    assert praised == []
