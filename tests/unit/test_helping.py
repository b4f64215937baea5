"""What may stand where somebody types is offered, and what stands there is explained."""

from dataclasses import replace

import pytest

from journeybook.editors.helping import explained, place_of, suggestions
from journeybook.editors.review import WayOut, marked_length, ways_out
from journeybook.editors.spot import Spot, spot_at
from journeybook.findings import Ref, RefKind
from journeybook.schema import Kind
from journeybook.sources.document import SourceFile
from tests.unit.handbooks import judged

FILES = {
    "personas/cfo.md": "# CFO",
    "phases/buy.md": "# Buy",
    "journeys/cfo/index.md": "---\npersona: cfo\n---\n",
    "journeys/cfo/buy.md": "---\nquestions: [What does it cost?]\nemotion: torn\n---\nA story.",
    "channels/Fair: May, June.md": "---\ntitle: The fair\n---\n",
    "site_config/journeybook.yml": "vocabulary: {asset_types: {clip: {label: 'Clip: short'}}}",
    "channels/site.md": "---\nsummary: Ours.\n---\n# The site",
}
SITE = judged(FILES).site


def at(written: str) -> Spot:
    """The place of a bar in one or two lines of front matter."""
    lines = ["---", *written.split("\n"), "---"]
    line = next(at for at, text in enumerate(lines) if "|" in text)
    spot = spot_at([text.replace("|", "") for text in lines], line, lines[line].index("|"))
    assert spot
    return spot


@pytest.mark.parametrize(
    ("kind", "written", "offered", "detail"),
    [
        (Kind.ASSET, "type: |", "battle-card", None),
        (Kind.ASSET, "status: |", "in review", None),
        (Kind.ASSET, "answers: [|]", '"What does it cost?"', None),
        (Kind.ASSET, "channels: |", "site", "The site"),
        # What YAML would read otherwise stands in quotation marks.
        (Kind.ASSET, "channels: [|]", '"Fair: May, June"', "The fair"),
        (Kind.ASSET, "type: |", '"clip: short"', None),
        (Kind.PERSONA, "formats: [|]", "battle-card", None),
        (Kind.PHASE, "expects:\n  types: |", "battle-card", None),
        (Kind.ASSET, "gated: |", "true", ""),
        (Kind.STEP, "emotion: |", "angry", "-2"),
        (Kind.STEP, "emotion:\n  label: |", "angry", "-2"),
        (Kind.PHASE, "ord|", "order", None),
    ],
)
def test_what_may_stand_there_is_offered(
    kind: Kind, written: str, offered: str, detail: str | None
) -> None:
    found = {one.text: one.detail for one in suggestions(SITE, kind, at(written), frozenset())}
    assert offered in found
    assert detail is None or found[offered] == detail


def test_what_stands_there_is_explained_and_found() -> None:
    site = at("channels: si|te")
    assert (
        explained(SITE, Kind.ASSET, site) == "**The site**\n\nOurs.\n\n`content/channels/site.md`"
    )
    place = place_of(SITE, Kind.ASSET, site)
    assert place
    assert place.path == "content/channels/site.md"
    assert explained(SITE, Kind.ASSET, at("type: bl|og")).startswith("**Blog**\n\n")
    asked = Spot(keys=("answers",), is_key=False, word="What does it cost?", start=0, end=0)
    place = place_of(SITE, Kind.ASSET, asked)
    assert place
    assert (place.path, place.line) == ("content/journeys/cfo/buy.md", 2)
    assert place_of(SITE, Kind.ASSET, at("channels:\n  si|te: x")) is None


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("---\nchannels: [sit]\n---\n# A", [WayOut(line=1, start=11, end=14, text="site")]),
        ("---\ntitle:É\n---\n", [WayOut(text="---\ntitle: É\n---\n", is_whole=True)]),
        ("---\nchannels: [xyzw]\n---\n# A", []),
    ],
)
def test_ways_out_are_words_or_whole_texts(text: str, ways: list[WayOut]) -> None:
    book = judged({**FILES, "assets/a.md": text})
    path = "content/assets/a.md"
    mistakes = [one for one in book.handbook.mistakes if one.span.path == path]
    file = SourceFile(path=path, data=text.encode())
    assert list(ways_out(file, text.split("\n"), mistakes)) == ways


@pytest.mark.parametrize(
    ("line", "column", "subject", "length"),
    [
        ("channels: [sit, x]  ", 12, "sit", 3),
        ("channels: [sit, x]  ", 12, "other", 7),
        ("title", 9, "", 1),
        ("x" * 300, 1, "", 200),
    ],
)
def test_as_much_is_marked_as_is_meant(line: str, column: int, subject: str, length: int) -> None:
    finding = judged({"personas/a.md": "# A"}).findings[0]
    ref = Ref(kind=RefKind.WORD, id=subject) if subject else None
    span = replace(finding.span, column=column)
    assert marked_length(replace(finding, span=span, subject=ref), line) == length
