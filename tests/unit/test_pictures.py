"""Pictures of personas and steps: on every page that tells of them, with their room kept."""

import re

import pytest

from journeybook.rendering import render_handbook
from tests.unit.handbooks import judged, told

STEP = "journeys/cfo/buy.md"
FILES = {
    "personas/cfo.md": "---\npicture: faces/my%20cfo.JPG\n---\n# CFO",
    "personas/faces/my%20cfo.JPG": "x",
    "phases/buy.md": "# Buy",
    "journeys/cfo/index.md": "---\npersona: cfo\n---\n# CFO\n",
    STEP: "---\ntitle: Reads & signs\npicture: ..\\..\\desk.png\n---\n",
    "desk.png": "x",
}
FACE, SCENE = "personas/faces/my%2520cfo.JPG", "desk.png"


@pytest.mark.parametrize(
    ("uri", "pictures"),
    [
        ("personas/index.md", [(FACE, "CFO")]),
        ("personas/cfo.md", [(FACE, "CFO")]),
        (
            "journeys/cfo/index.md",
            [
                (FACE, "CFO"),
                (FACE, "CFO"),
                (SCENE, "Reads &amp; signs"),
                (SCENE, "Reads &amp; signs"),
            ],
        ),
    ],
)
def test_pictures_stand_where_somebody_is_told_of(
    uri: str, pictures: list[tuple[str, str]]
) -> None:
    page = next(one for one in render_handbook(judged(FILES)).pages if one.uri == uri)
    html = "".join(block.html for block in page.blocks)
    images = re.findall(r"<img [^>]*>", html)
    shown = [re.search(r'src="([^"]*)" alt="([^"]*)"', one) for one in images]
    assert sorted((one[1].lstrip("./"), one[2]) for one in shown if one) == sorted(
        (address.removeprefix("personas/") if uri.startswith("personas/") else address, title)
        for address, title in pictures
    )
    assert all(
        re.search(r'width="\d+" height="\d+" loading="lazy"', one) is not None for one in images
    )


def test_a_picture_that_is_there_is_no_finding() -> None:
    assert told(FILES, "missing-picture") == []


@pytest.mark.parametrize("name", ["/desk.png", "../../../desk.png", "https://example.com/a.png"])
def test_a_picture_outside_of_the_pages_is_left_out(name: str) -> None:
    files = {**FILES, STEP: f"---\npicture: {name}\n---\n"}
    assert [one.split(":")[0] for one in told(files, "missing-picture")] == [f"content/{STEP}"]
    assert judged(files).handbook.journeys["cfo"].steps[0].picture is None
