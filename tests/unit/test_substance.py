"""Whoever edits prose alone changes nothing that is made of a handbook."""

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from journeybook.exports.audiences import audience_script
from journeybook.exports.finder import finder_script
from journeybook.exports.formats import prose_files, site_files
from journeybook.pages.book import telling
from journeybook.pages.parts.shape import Shape
from journeybook.pipeline import read_handbook
from journeybook.rendering import render_handbook, render_pages
from journeybook.schema import Kind
from journeybook.sources.document import SourceFile
from journeybook.substance import Substance, substance_of
from tests.everything import PATHS, handbook
from tests.fuzz.edits import HANDBOOK
from tests.unit.handbooks import SETTINGS, TODAY, judged

GUIDE, STEP, ABOUT = (
    "content/assets/guide.md",
    "content/journeys/buyer/awareness.md",
    "content/about.md",
)

ASKED = "How long does a delivery of spare parts take"


def texts() -> dict[str, str]:
    """The files of a small handbook, by their paths."""
    ours = ("content/", "site_config/")
    return {path: text for path, text in HANDBOOK.items() if path.startswith(ours)}


def sources_of(files: Mapping[str, str]) -> tuple[SourceFile, ...]:
    return tuple(SourceFile(path=path, data=text.encode()) for path, text in files.items())


def _with_words(text: str) -> str:
    return text + "\n\nQuite other words [elsewhere](https://example.com/xyz).\n" * 3


def substance(files: Mapping[str, str]) -> Substance:
    sources = sources_of(files)
    return substance_of(judged({_short(path): text for path, text in files.items()}), sources, ())


def _short(path: str) -> str:
    return path.removeprefix("content/")


@pytest.mark.parametrize(
    "path",
    [GUIDE, ABOUT, STEP, "content/personas/buyer.md", "content/journeys/buyer/index.md"],
)
def test_prose_on_a_page_of_its_own_is_none_of_it(path: str) -> None:
    files = texts()
    assert substance({**files, path: f"{files[path]}\nAnother word.\n"}) == substance(files)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (STEP, "\n[TODO: another word]\n"),
        (GUIDE, "\n[TODO: another word]\n"),
        (GUIDE, f"\n{ASKED}.\n"),
        (GUIDE, "\n<!-- journeybook/questions -->\n"),
        (ABOUT, "\n<!-- journeybook/questions -->\n"),
        ("content/picture.svg", "<svg/>"),
        ("site_config/rules.yml", "missing-owner: false\n"),
    ],
)
def test_what_we_read_there_is_part_of_it(path: str, text: str) -> None:
    files = texts()
    files[STEP] = files[STEP].replace("What does it cost", ASKED)
    files[GUIDE] = files[GUIDE].replace("# Guide", "# Delivery of spare parts")
    before, after = substance(files), substance({**files, path: files.get(path, "") + text})
    assert after != before
    assert [*after.as_text()] != [*before.as_text()]


def test_a_key_and_a_title_are_part_of_it() -> None:
    files = texts()
    for old, new in (("status: published", "status: draft"), ("# Guide", "# A guide")):
        changed = {**files, GUIDE: files[GUIDE].replace(old, new)}
        assert substance(changed) != substance(files)


def test_nothing_that_is_made_of_one_substance_differs() -> None:
    """Prose shows on no page of ours and in no file, whatever is written of it; but for steps."""
    files = handbook(" ".join)
    spoken = {
        path: _with_words(text) if path in PATHS.values() else text for path, text in files.items()
    }
    assert substance(spoken) == substance(files)
    told = [*substance(files).as_text()]
    assert [*substance(spoken).as_text()] == told
    # Nothing in it is of one process alone: no place in memory, and no order of a set.
    assert not re.search(r" at 0x|frozenset\(\{.*,|set\(\{.*,", "".join(told))
    settings = replace(SETTINGS, shape=Shape(for_word=True))
    earlier, later = (read_handbook(sources_of(one), settings, TODAY) for one in (files, spoken))
    before, after = render_handbook(earlier), render_handbook(later)
    assert before.sections == after.sections
    steps = [PATHS[Kind.STEP]]
    telling_them = {*telling(later.site, steps)}
    anew = {page.uri: page for page in after.pages}
    assert {page.uri for page in before.pages if page != anew[page.uri]} == telling_them
    asked = [page for page in before.pages if page.uri in telling_them]
    titles = {page.uri: page.title for page in before.pages}
    drawn = {page.uri: page for page in render_pages(later, asked, before.sections, titles)}
    assert drawn == {uri: anew[uri] for uri in telling_them}
    old, new = site_files(before), site_files(after)
    of_prose = prose_files(after.site, steps)
    assert {name for name, data in new.items() if old[name] != data} == {*of_prose}
    assert all(new[name] == data for name, data in of_prose.items())
    # The journey and several briefs; the data and the document of each brief.
    assert len(telling_them) == len(of_prose) > 2
    assert ([*telling(later.site, [])], len(prose_files(after.site, []))) == ([], 1)
    scripts = [(finder_script({"": one}), audience_script({"": one})) for one in (before, after)]
    assert scripts[0] == scripts[1]
