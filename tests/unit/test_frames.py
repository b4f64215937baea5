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
