"""Everything that is typed is shown on a page, or told in a finding."""

from collections.abc import Iterable, Mapping

import pytest

from journeybook.findings import Finding
from journeybook.pipeline import Judged, read_handbook
from journeybook.rendering import render_handbook
from journeybook.sources.document import SourceFile
from journeybook.sources.reading import Known
from tests import everything
from tests.everything import Place
from tests.golden.case import SETTINGS, TODAY

TELLING = {place: f"zq{at}xv" for at, place in enumerate(everything.texts())}
PLAIN = everything.handbook(lambda place: TELLING[place])
KNOWN: Known = {}
FIGURES = (
    ("journey", "kpis"),
    ("step", "kpis"),
    ("step", "moves_on"),
    ("action", "kpi"),
    ("action", "kpis"),
)
SAYS_NOTHING: Mapping[Place, str] = {
    ("asset", "answers"): "the question names the asset as well",
    ("step", "questions", "answered_by"): "the asset names the question as well",
    ("step", "order"): "there is one step",
    ("action", "private"): "authors are told all",
    ("asset", "due"): "it is published",
    ("asset", "gated"): "a form stands before it",
    ("asset", "status"): "what has a day of publication is published",
    ("phase", "order"): "there is one phase",
    ("journey", "persona"): "the same as `personas`",
    ("journey", "personas"): "the same as `persona`",
    ("journey", "state"): "current is what a journey is where nothing is said",
    ("journey", "scope"): "all phases are the scope where nothing is said",
    ("action", "journey"): "the same as `journeys`",
    ("action", "journeys"): "the same as `journey`",
    ("action", "phase"): "the same as `phases`",
    ("action", "phases"): "the same as `phase`",
    **{(*place, "actual"): "the last reading is what it is now" for place in FIGURES},
    **{(*place, "direction"): "the same as `better`" for place in FIGURES},
    ("research", "supports"): "the same as `evidence` of the need",
    ("step", "needs", "evidence"): "the same as `supports` of the research",
    ("research", "survey", "asked", "touchpoint"): "the phase beside it is asked about then",
    ("research", "survey", "asked", "phase"): "the touchpoint beside it is asked about",
    ("research", "survey", "personas", "persona"): "nobody answered who is called so",
    ("research", "survey", "touchpoints", "persona"): "nobody names a touchpoint so",
    ("action", "touchpoint"): "the same as `touchpoints`",
    ("action", "touchpoints"): "the same as `touchpoint`",
}
"""Right values that change nothing in this handbook, and why."""


def told(files: Mapping[str, str]) -> str:
    """All that a reader of the pages and of the findings is told."""
    judged = read(files)
    pages = (
        "\n".join((page.title, page.description, page.markdown, *(b.html for b in page.blocks)))
        for page in render_handbook(judged).pages
    )
    return "\n".join((*pages, found(judged.findings)))


def found(findings: Iterable[Finding]) -> str:
    """What the findings tell, without their places, which move with every word."""
    return "\n".join(f"{one.message} {one.hint} [{one.code}]" for one in findings)


def read(files: Mapping[str, str]) -> Judged:
    """Read a handbook, which differs in a file or two from those that were read before."""
    sources = [SourceFile(path=path, data=text.encode()) for path, text in files.items()]
    return read_handbook(sources, SETTINGS, TODAY, KNOWN)


@pytest.fixture(scope="module")
def plain() -> str:
    """What is told of the handbook that writes every key."""
    return told(PLAIN)


@pytest.mark.parametrize("place", TELLING, ids=".".join)
def test_a_text_is_shown(place: Place, plain: str) -> None:
    assert TELLING[place] in plain


def test_the_handbook_says_nothing_wrong(plain: str) -> None:
    assert "[unknown-" not in plain
    assert "[wrong-" not in plain


def test_what_no_value_can_be_is_told() -> None:
    files = dict(PLAIN)
    # The columns of a file that is not there cannot be told to be missing, and what a step without
    # a phase says has no address.
    apart = (("research", "survey", "file"), ("step", "phase"))
    places = [place for place in everything.others() if place not in apart]
    wrong = {place: f"zw{at}xv" for at, place in enumerate(places)}
    for place, word in wrong.items():
        files = everything.changed(files, place, word)
    text = told(files)
    assert [place for place, word in wrong.items() if word not in text] == []
    assert "zwxv" in told(everything.changed(PLAIN, ("step", "phase"), "zwxv"))


@pytest.mark.parametrize(
    "place", [one for one in everything.others() if one[-1] not in ("id", "kind")], ids=".".join
)
def test_a_right_value_makes_a_difference(place: Place, plain: str) -> None:
    without = everything.changed(PLAIN, place, None)
    # Where the findings differ already, nobody needs the pages.
    findings = found(read(without).findings)
    makes_one = not plain.endswith(f"\n{findings}") or told(without) != plain
    assert makes_one == (place not in SAYS_NOTHING)


def test_the_unit_of_a_figure_nobody_measured_is_shown() -> None:
    files = dict(PLAIN)
    for within in (("journey", "kpis"), ("step", "kpis"), ("action", "kpi")):
        for figure in ("actual", "target", "readings", "csv"):
            files = everything.changed(files, (*within, figure), None)
    text = told(files)
    assert all(
        TELLING[kind, key, "unit"] in text
        for kind, key in (("journey", "kpis"), ("step", "kpis"), ("action", "kpi"))
    )
