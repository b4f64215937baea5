"""What other sites show of a handbook: frames whose links lead home, and drawings."""

from xml.etree import ElementTree as ET

from journeybook.exports.frames import frame_files
from journeybook.rendering import Compilation, render_handbook
from tests.unit.handbooks import judged

FILES = {
    "personas/cfo.md": "# CFO",
    "phases/buy.md": "# Buy",
    "channels/site.md": "# Site",
    "journeys/cfo/index.md": "---\npersona: cfo\n---\n# CFO\n",
    "journeys/cfo/buy.md": """
        ---
        title: "Reads <the> offer\\f"
        questions: [How much & when?]
        emotion: {score: -1, label: worried}
        touchpoints: [{title: Calls, channel: site, moment_of_truth: true, satisfaction: 2}]
        drop_offs: [Waits]
        ---
        """,
}


def compiled(files: dict[str, str]) -> Compilation:
    return render_handbook(judged(files))


SVG = "{http://www.w3.org/2000/svg}"


def test_frames_and_drawings_stand_beside_the_pages() -> None:
    made = compiled(FILES)
    files = dict(frame_files(made.site, made.pages))
    assert set(files) == {
        "embed/journeys/cfo.html",
        "embed/journeys/cfo-map.svg",
        "embed/journeys/cfo-curve.svg",
        "embed/matrix.html",
        "embed/what-to-write.html",
    }
    frame = files["embed/journeys/cfo.html"].decode()
    assert '<base href="../../journeys/cfo/" target="_top">' in frame
    assert 'href="../../embed/embed.css"' in frame
    assert "How much &amp; when?" in frame


def test_drawings_are_xml_that_holds_what_is_on_the_map() -> None:
    made = compiled(FILES)
    files = dict(frame_files(made.site, made.pages))
    words = " ".join(ET.fromstring(files["embed/journeys/cfo-map.svg"]).itertext())  # noqa: S314
    for told in (
        "Journey of the CFO",
        "Buy",
        "Reads <the> offer",
        "worried",
        "Calls",
        "●●○○○",
        "Waits",
    ):
        assert told in words, told
    curve = ET.fromstring(files["embed/journeys/cfo-curve.svg"])  # noqa: S314 - our own
    assert curve.find(f".//{SVG}path[@class='jb-point jb-line-0']") is not None


def test_a_drawing_stands_by_itself() -> None:
    long = "How somebody who wrote a great deal comes to the end of it " * 3
    more = {
        "personas/head.md": "# Head of operations",
        "journeys/cfo/index.md": f"---\npersonas: [cfo, head]\n---\n# {long}\n",
    }
    made = compiled(FILES | more)
    files = dict(frame_files(made.site, made.pages))
    for name in ("map", "curve"):
        drawn = ET.fromstring(files[f"embed/journeys/cfo-{name}.svg"])  # noqa: S314
        texts = {"".join(one.itertext()) for one in drawn.iter(f"{SVG}text")}
        # Its title is cut where the picture ends, and whole for who does not see it.
        assert drawn.findtext(f"{SVG}title", "").strip() == long.strip()
        (head,) = (one for one in texts if one.startswith("How somebody"))
        assert head.endswith("…")
        assert long.startswith(head.removesuffix("…"))
        # Whose line is whose is told, and how it goes.
        assert {"CFO", "Head of", "operations"} <= texts or {"CFO", "Head of operations"} <= texts
        assert "worried" in drawn.findtext(f"{SVG}desc", "")


def test_a_drawing_leaves_no_room_for_what_nobody_told() -> None:
    def height(emotion: str) -> float:
        made = compiled(FILES | {"journeys/cfo/buy.md": f"---\nquestions: [When?]\n{emotion}---\n"})
        drawn = dict(frame_files(made.site, made.pages))["embed/journeys/cfo-map.svg"]
        return float(ET.fromstring(drawn).attrib["height"])  # noqa: S314

    assert height("") < height("emotion: -1\n") - 90
