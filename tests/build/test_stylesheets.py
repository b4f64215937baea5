"""Every page has the style sheets of ours that style what is on it."""

import re
from collections.abc import Iterator
from pathlib import Path

from journeybook.adapters.disk.shown import static_files
from journeybook.adapters.mkdocs.styles import COMMON

SHARED = "grid.css"
# Of the same page where it stands in another site.
FRAMED = "frame.css"


def styled() -> dict[str, set[str]]:
    """Which sheets style each class on a screen, but for the classes that all pages have."""
    files = {name: data.decode() for name, data in static_files().items()}
    scripts = "".join(text for name, text in files.items() if name.endswith(".js"))
    # What a script asks for when it is wanted is no page's.
    sheets = {
        name: text for name, text in files.items() if name[-4:] == ".css" and name not in scripts
    }
    found: dict[str, set[str]] = {}
    for name, text in sheets.items():
        for one in re.findall(r"\.(jb-[\w-]+)", text):
            found.setdefault(one, set()).add(name)
    screen = {one: names - {"print.css", FRAMED} for one, names in found.items()}
    return {one: names for one, names in screen.items() if names and not names & COMMON}


def unstyled(site: Path) -> Iterator[str]:
    """Which classes of which pages nothing styles that they load, though something could."""
    sheets = styled()
    for file in site.rglob("index.html"):
        html = file.read_text("utf-8")
        linked = set(re.findall(r'href="(?:[^"]*/)?journeybook/([^"/]*\.css)"', html))
        used = {one for said in re.findall(r'class="([^"]*)"', html) for one in said.split()}
        for name in used & sheets.keys():
            homes = sheets[name]
            # What is shared is refined elsewhere, and needs both.
            if not homes & linked or (SHARED in homes and SHARED not in linked):
                yield f"{file.relative_to(site)}: {name} of {', '.join(sorted(homes))}"


def test_every_class_of_the_example_is_styled(example: Path) -> None:
    assert list(unstyled(example)) == []


def test_every_class_of_the_dutch_handbook_is_styled(dutch: Path) -> None:
    assert list(unstyled(dutch)) == []
